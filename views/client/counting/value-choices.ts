import type { CountedValues } from '../../../surveys/counting/count-list.ts'
import type { PlannedColumn } from '../../../surveys/counting/counting-plan.ts'
import { meansNowhere, meansUnknown } from '../../../surveys/counting/read-value.ts'
import { make } from '../elements.ts'
import { amountOf, makeDetails, makeSelect } from './choices.ts'
import type { Work } from './work.ts'

/** Who has more different values has hardly the right column. */
const mostValues = 80

type Value = CountedValues['values'][number]

/** What the words of a column mean. Days of birth are read and not put together by hand, nor ever kept. */
export function makeValueChoices(
  work: Work,
  column: PlannedColumn,
  { values }: CountedValues,
  onChange: () => void,
): HTMLElement | undefined {
  if (column.isAge || values.length === 0) return undefined
  return makeDetails('Werte zuordnen', () => {
    const sorted = [...values].sort((one, other) => weightOf(other) - weightOf(one))
    const rows = sorted.slice(0, mostValues).map((value, place) => makeRow(work, column, value, place, onChange))
    const more = values.length - rows.length
    const note = more > 0 ? [make('p', '', `Und ${amountOf(more, 'weiterer Wert', 'weitere Werte')}.`)] : []
    return [make('div', 'counted', ...rows), ...note]
  })
}

/** What is not yet placed comes first, then what is most frequent. */
const weightOf = ({ reading, amount }: Value) => amount + (reading.state === 'unplaced' ? 1_000_000 : 0)

function makeRow(
  work: Work,
  { id, values, unknownField }: PlannedColumn,
  { word, text, amount, reading }: Value,
  place: number,
  onChange: () => void,
): HTMLElement {
  const decided = work.remembered.values.get(id)?.get(word) ?? ''
  const now = decided === '' ? meaningOf(reading) : ''
  const options = [
    { value: '', label: now === '' ? 'wie vorgeschlagen' : now },
    ...values.filter(({ noField }) => !noField).map(({ label }) => ({ value: label, label })),
    ...(unknownField === undefined ? [] : [{ value: meansUnknown, label: 'nicht bekannt' }]),
    { value: meansNowhere, label: 'zählt in keinem Feld' },
  ]
  const name = `${text === '' ? '(leer)' : `„${text}“`}: ${amountOf(amount, 'Person', 'Personen')}`
  return makeSelect(`wert-${id}-${place}`, name, options, decided, (meaning) => {
    work.decide(id, word, meaning)
    onChange()
  })
}

function meaningOf(reading: Value['reading']): string {
  if (reading.state === 'value') return `gelesen als: ${reading.value.label}`
  if (reading.state === 'unknown') return 'gelesen als: nicht bekannt'
  return reading.state === 'nowhere' ? 'zählt in keinem Feld' : 'noch nicht zugeordnet'
}
