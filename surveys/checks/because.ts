import type { Instrument, Variable } from '../compile/instrument.ts'
import { printedNumbers } from '../compile/printed-numbers.ts'
import type { CheckOutcome } from './outcomes.ts'

/** Why a check cannot be decided: `weil F11 und 3 Felder in F7 leer sind`; '' if nothing keeps it from that. */
export function becauseWords(
  { blank, missing, unreadable }: Pick<CheckOutcome, 'blank' | 'missing' | 'unreadable'>,
  instrument: Instrument,
): string {
  const parts = [
    ...(blank.length === 0 ? [] : [`${places(blank, instrument)} leer ${blank.length === 1 ? 'ist' : 'sind'}`]),
    ...(missing.length === 0
      ? []
      : [`zu ${printedNumbers(variablesOf(missing, instrument)).join(' und ')} keine Information vorliegt`]),
    ...(unreadable.length === 0
      ? []
      : [`die Angabe in ${printedNumbers(variablesOf(unreadable, instrument)).join(' und ')} nicht lesbar ist`]),
  ]
  return parts.length === 0 ? '' : `weil ${parts.join(' und ')}`
}

function places(names: readonly string[], instrument: Instrument): string {
  const variables = variablesOf(names, instrument)
  const places = printedNumbers(variables).map((number) => {
    const own = variables.filter((one) => one.number === number)
    const [first] = own
    if (first === undefined || own.length > 1) return `${own.length} Felder in ${number}`
    const asked = instrument.questions.get(first.question)?.variables.filter(({ role }) => role === 'item') ?? []
    return asked.length === 1 && first.role === 'item' ? number : whole(first.role === 'option', first.label, number)
  })
  return places.join(' und ')
}

const whole = (isList: boolean, label: string, number: string) => (isList ? number : `„${label}“ in ${number}`)

const variablesOf = (names: readonly string[], { variable }: Instrument): Variable[] =>
  names.flatMap((name) => variable.get(name) ?? [])
