import { decimalsOfLimits, signedWithDecimals, withDecimals } from '../decimals.ts'
import type { ValueClass } from '../groups/value-classes.ts'

/** Classes by their limits, as these are said. */
const classWordsWith =
  (say: (value: number) => string) =>
  ({ from, to }: ValueClass): string => {
    if (from === undefined) return `unter ${say(to ?? 0)}`
    return to === undefined ? `ab ${say(from)}` : `${say(from)} bis unter ${say(to)}`
  }

const limitsOf = (classes: readonly ValueClass[]) =>
  decimalsOfLimits(classes.flatMap(({ from = 0, to = 0 }) => [from, to]))

/** `10 bis unter 20`, with the decimals that all of them need. */
export function valueClassWords(classes: readonly ValueClass[]) {
  const digits = limitsOf(classes)
  return classWordsWith((limit) => withDecimals(limit, digits))
}

/** `−5 bis unter +5`, with the decimals that all of them need. */
export function changeClassWords(classes: readonly ValueClass[]) {
  const digits = limitsOf(classes)
  return classWordsWith((limit) => signedWithDecimals(limit, digits))
}

/** Said of a picture whose classes at the ends are open. */
export const tailNote = (classes: readonly ValueClass[]): string =>
  classes.some(({ from, to }) => from === undefined || to === undefined)
    ? ' Gestrichelte Balken fassen alles zusammen, was weiter außen liegt.'
    : ''
