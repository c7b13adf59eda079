import { type CountProblem, formatCount } from './count.ts'
import type { RelationCheck } from './instrument.ts'
import type { Outcome, Weighed } from './relation.ts'

/** What to say of a text that is no whole number. */
export function unreadableSentence(problem: CountProblem, raw: string): string {
  const typed = `„${raw.trim().slice(0, 40)}“`
  switch (problem.code) {
    case 'negative':
      return `${typed} ist kleiner als 0. Bitte geben Sie eine ganze Zahl ab 0 ein.`
    case 'fraction':
      return `${typed} ist keine ganze Zahl. Bitte zählen Sie ganze Personen.`
    case 'ambiguous':
      return `${typed} ist nicht eindeutig: Ein Punkt trennt hier nur Tausender, wie in 1.234. Bitte geben Sie eine ganze Zahl ohne Punkt ein.`
    case 'approximate':
      return `Bitte geben Sie nur die Zahl ein, also ${formatCount(problem.whole)} statt ${typed}. Was sie ungenau macht, gehört in den Kommentar.`
    case 'placeholder':
      return `${typed} ist keine Zahl. Ist die Information nicht vorhanden, kreuzen Sie bitte „liegt nicht vor“ an oder lassen Sie das Feld leer; 0 heißt: keine Person.`
    case 'tooLarge':
      return `${typed} ist zu groß. Bitte prüfen Sie die Zahl.`
    case 'notANumber':
      return `${typed} ist keine Zahl. Bitte geben Sie eine ganze Zahl ab 0 ein, zum Beispiel 120.`
  }
}

/** `es fehlen 2`, `2 zu viel`, `3 mehr`. */
export function differenceWords(kind: RelationCheck['kind'], difference: number): string {
  const amount = formatCount(Math.abs(difference))
  if (difference === 0) return 'stimmt überein'
  if (kind !== 'sum') return difference > 0 ? `${amount} mehr` : `${amount} weniger`
  if (difference > 0) return `${amount} zu viel`
  return `${difference === -1 ? 'es fehlt' : 'es fehlen'} ${amount}`
}

/** The gaps that a check's sentence may have, beside {F:question}. */
export const gaps = ['links', 'rechts', 'abweichung', 'posten'] as const

/** A check's sentence with its numbers. */
export function checkSentence(check: RelationCheck, { left, right }: Weighed): string {
  const values: Record<(typeof gaps)[number], string> = {
    links: formatCount(left.known),
    rechts: formatCount(right.known),
    abweichung: differenceWords(check.kind, left.known - right.known),
    posten: check.item ?? '',
  }
  return check.message.replace(
    /\{(links|rechts|abweichung|posten)\}/g,
    (_gap, name: keyof typeof values) => values[name],
  )
}

/** The running sum beside its target: `88 von 120, es fehlen 32`. */
export function sumWords(
  relation: RelationCheck['relation'],
  outcome: Outcome,
  sum: number,
  target: number | null,
): string {
  const total = formatCount(sum)
  if (target === null) return `Summe ${total}`
  const of = `${total} von ${relation === 'atMost' ? 'höchstens ' : ''}${formatCount(target)}`
  const difference = sum - target
  if (difference > 0) return relation === 'atLeast' ? of : `${of}, ${differenceWords('sum', difference)}`
  if (outcome === 'undecidable') return `${of}, nicht zu allen liegen Angaben vor`
  if (relation === 'atMost') return of
  return difference === 0 ? `${of}, stimmt` : `${of}, ${differenceWords('sum', difference)}`
}
