import type { Instrument } from '../compile/instrument.ts'
import type { CheckOutcome } from './outcomes.ts'

/** Why a check cannot be decided: `weil F11 und 3 Felder in F7 leer sind`; '' if nothing keeps it from that. */
export function becauseWords(
  { blank, missing, unreadable }: Pick<CheckOutcome, 'blank' | 'missing' | 'unreadable'>,
  instrument: Instrument,
): string {
  const parts = [
    ...(blank.length === 0 ? [] : [`${places(blank, instrument)} leer ${blank.length === 1 ? 'ist' : 'sind'}`]),
    ...(missing.length === 0 ? [] : [`zu ${numbersOf(missing, instrument).join(' und ')} keine Information vorliegt`]),
    ...(unreadable.length === 0
      ? []
      : [`die Angabe in ${numbersOf(unreadable, instrument).join(' und ')} nicht lesbar ist`]),
  ]
  return parts.length === 0 ? '' : `weil ${parts.join(' und ')}`
}

function places(names: readonly string[], instrument: Instrument): string {
  const places = numbersOf(names, instrument).map((number) => {
    const own = names.flatMap((name) => instrument.variable.get(name) ?? []).filter((one) => one.number === number)
    const [first] = own
    if (first === undefined || own.length > 1) return `${own.length} Felder in ${number}`
    const asked = instrument.questions.get(first.question)?.variables.filter(({ role }) => role === 'item') ?? []
    return asked.length === 1 && first.role === 'item' ? number : whole(first.role === 'option', first.label, number)
  })
  return places.join(' und ')
}

const whole = (isList: boolean, label: string, number: string) => (isList ? number : `„${label}“ in ${number}`)

const numbersOf = (names: readonly string[], { variable }: Instrument) => [
  ...new Set(names.flatMap((name) => variable.get(name)?.number ?? [])),
]
