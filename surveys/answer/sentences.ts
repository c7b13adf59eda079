import type { ChangeCheck, RelationCheck } from '../compile/instrument.ts'
import { formatNumber, type NumberProblem } from '../reading/number.ts'
import type { Outcome, Weighed } from './relation.ts'

/** What to say of a text that is not the number asked for. */
export function unreadableSentence(problem: NumberProblem, raw: string): string {
  const typed = `„${raw.trim().slice(0, 40)}“`
  switch (problem.code) {
    case 'negative':
      return `${typed} ist kleiner als 0. Bitte geben Sie eine Zahl ab 0 ein.`
    case 'fraction':
      return `${typed} ist keine ganze Zahl. Bitte zählen Sie ganze Personen.`
    case 'ambiguous':
      return `${typed} ist nicht eindeutig: Ein Punkt trennt hier nur Tausender, wie in 1.234. Bitte geben Sie eine ganze Zahl ohne Punkt ein.`
    case 'ambiguousDecimal':
      return `${typed} ist nicht eindeutig: Der Punkt kann Tausender trennen oder ein Komma meinen. Bitte schreiben Sie 1500 oder 1,5.`
    case 'tooPrecise':
      return `${typed} hat mehr als zwei Stellen hinter dem Komma. Bitte runden Sie auf zwei Stellen.`
    case 'approximate':
      return `Bitte geben Sie nur die Zahl ein, also ${formatNumber(problem.number)} statt ${typed}. Was sie ungenau macht, gehört in den Kommentar.`
    case 'placeholder':
      return `${typed} ist keine Zahl. Ist die Information nicht vorhanden, kreuzen Sie bitte „liegt nicht vor“ an oder lassen Sie das Feld leer; 0 heißt: keine Person.`
    case 'tooLarge':
      return `${typed} ist zu groß. Bitte prüfen Sie die Zahl.`
    case 'overHundred':
      return `${typed} ist mehr als 100 Prozent. Bitte geben Sie eine Zahl von 0 bis 100 ein.`
    case 'notADecimal':
      return `${typed} ist keine Zahl. Bitte geben Sie eine Zahl ab 0 ein, zum Beispiel 12 oder 1,5.`
    case 'notANumber':
      return `${typed} ist keine Zahl. Bitte geben Sie eine ganze Zahl ab 0 ein, zum Beispiel 120.`
  }
}

/** `es fehlen 2`, `2 zu viel`, `3 mehr`. */
export function differenceWords(kind: RelationCheck['kind'], exact: number): string {
  const difference = Math.round(exact * 100) / 100
  const amount = formatNumber(Math.abs(difference))
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
    links: formatNumber(left.known),
    rechts: formatNumber(right.known),
    abweichung: differenceWords(check.kind, left.known - right.known),
    posten: check.item ?? '',
  }
  return fillGaps(check.message, values)
}

function fillGaps(message: string, values: Record<(typeof gaps)[number], string>): string {
  return message.replace(/\{(links|rechts|abweichung|posten)\}/g, (_gap, name: keyof typeof values) => values[name])
}

/** A check's sentence on a number and the one of the last wave. */
export function changeSentence(check: ChangeCheck, now: number, then: number): string {
  const values: Record<(typeof gaps)[number], string> = {
    links: formatNumber(now),
    rechts: formatNumber(then),
    abweichung: differenceWords('compare', now - then),
    posten: check.item,
  }
  return fillGaps(check.message, values)
}

/** The running sum beside its target: `88 von 120, es fehlen 32`. */
export function sumWords(
  relation: RelationCheck['relation'],
  outcome: Outcome,
  sum: number,
  target: number | null,
): string {
  const total = formatNumber(sum)
  if (target === null) return `Summe ${total}`
  const of = `${total} von ${relation === 'atMost' ? 'höchstens ' : ''}${formatNumber(target)}`
  const difference = outcome === 'satisfied' && relation === 'equal' ? 0 : sum - target
  if (difference > 0) return relation === 'atLeast' ? of : `${of}, ${differenceWords('sum', difference)}`
  if (outcome === 'undecidable') return `${of}, nicht zu allen liegen Angaben vor`
  if (relation === 'atMost') return of
  return difference === 0 ? `${of}, stimmt` : `${of}, ${differenceWords('sum', difference)}`
}

/** How much of a list is ticked: `2 von höchstens 3 angekreuzt`. */
export function chosenWords(chosen: number, most: number, exactly: boolean): string {
  if (chosen <= most) return `${chosen} von ${exactly ? '' : 'höchstens '}${most} angekreuzt`
  return `${chosen} angekreuzt, ${exactly ? `gefragt ist nach ${most}` : `höchstens ${most} sind möglich`}`
}
