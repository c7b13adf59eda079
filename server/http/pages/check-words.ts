import type { Card } from '../../../surveys/answer/cards.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { printedNumbers } from '../../../surveys/compile/printed-numbers.ts'

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

/** What still stops a submission, or ''. */
export function missingWords({ errors, signals, few }: { errors: number; signals: number; few: boolean }): string {
  const parts = [
    errors > 0 ? counted(errors, 'ein Fehler ist zu berichtigen', 'Fehler sind zu berichtigen') : '',
    signals > 0
      ? counted(
          signals,
          'ein Hinweis ist zu berichtigen oder zu begründen',
          'Hinweise sind zu berichtigen oder zu begründen',
        )
      : '',
    few ? 'die Bestätigung, dass die übrigen Felder leer bleiben' : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** Why a submission was refused, and what to do about it: only what there is to do. */
export function refusedWords({ errors, signals, sparse }: Stopping): string {
  const acts = [
    errors > 0 ? `berichtigen Sie ${errors === 1 ? 'den Fehler' : 'die Fehler'}` : '',
    signals > 0 ? `berichtigen oder begründen Sie ${signals === 1 ? 'den Hinweis' : 'die Hinweise'}` : '',
    sparse ? `bestätigen Sie, dass nur ${sparse.filled} von ${sparse.total} Feldern ausgefüllt sind` : '',
  ]
  return `Es ist noch nichts abgesendet. Bitte ${acts.filter(Boolean).join(', und ')}.`
}

interface Stopping {
  errors: number
  signals: number
  /** So little is filled in that it has to be confirmed. */
  sparse?: { filled: number; total: number } | undefined
}

/** What a card is about: the questions of a single finding, or the field that several do not agree with. */
export function cardHeading({ cause, findings }: Card, instrument: Instrument): string {
  const variable = cause === undefined ? undefined : instrument.variable.get(cause)
  if (variable === undefined || findings.length === 1)
    return findings.map((one) => questionNumbers(one, instrument)).join(', ')
  const { number, label, question, role } = variable
  const asked = instrument.questions.get(question)?.variables.filter(({ role }) => role !== 'comment') ?? []
  const place = asked.length > 1 && role !== 'option' ? `${number}, ${label},` : number
  return `${place} passt nicht zu ${findings.length} anderen Angaben`
}

/** `F5, F4`; where one of them is known already, the others. */
export function questionNumbers(
  { questions }: { questions: readonly string[] },
  instrument: Instrument,
  known?: string,
): string {
  const numbers = printedNumbers(questions.flatMap((id) => instrument.questions.get(id) ?? []))
  const others = numbers.filter((number) => number !== known)
  return (others.length > 0 ? others : numbers).join(', ')
}

interface Known {
  /** Fields that hold something, and all fields. */
  filled: number
  total: number
  errors: number
  /** How many checks hold, and how many nobody can decide. */
  holding: number
  undecided: number
}

/** What can be said where there are no signals: nothing more than was compared. */
export function verdictOn({ filled, total, errors, holding, undecided }: Known): { settled: boolean; text: string } {
  if (filled === 0) return { settled: false, text: 'Es ist noch nichts ausgefüllt, also auch nichts verglichen.' }
  if (errors > 0) {
    return {
      settled: false,
      text: 'Keine Hinweise zu dem, was sich schon vergleichen lässt. Die Fehler sind davon ausgenommen.',
    }
  }
  if (holding === 0) return { settled: false, text: 'Keine Hinweise, aber noch lässt sich nichts vergleichen.' }
  if (filled < total || undecided > 0)
    return { settled: true, text: 'Keine Hinweise: Was ausgefüllt ist und sich vergleichen lässt, passt zusammen.' }
  return { settled: true, text: 'Keine Hinweise: Alles passt zusammen.' }
}
