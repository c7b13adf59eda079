import { readDay } from '../../../surveys/reading/typed-date.ts'

type Cells = Record<string, string>

/** Days as Germans write them become days as the registry keeps them; what is no day stays and is told of. */
export function tidyCells(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([name, text]) => [name, isDayColumn(name) ? tidyDay(text) : text]),
  )
}

const isDayColumn = (name: string) => /_(?:ab|bis|am)$/.test(name)

function tidyDay(text: string): string {
  const read = readDay(text)
  return read.state === 'given' ? read.value : text
}
