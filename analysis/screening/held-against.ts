import { type Change, changesOf } from './changes.ts'
import type { Parameters } from './parameters.ts'
import type { Comparison, Screened } from './screened.ts'
import { type Similar, similarOf } from './similar.ts'

/** A value with what it is held against. */
export interface Held {
  unit: number
  variable: string
  question: string
  value: number
  change: Change | undefined
  similar: Similar | undefined
}

/** Every value that was given, by unit and variable. */
export type AllHeld = ReadonlyMap<string, Held>

export const keyOf = (unit: number, variable: string) => `${unit} ${variable}`

export function heldAgainst({ units, variables }: Screened, given: Parameters): AllHeld {
  const held = new Map<string, Held>()
  for (const variable of variables) {
    const { name, question, now } = variable
    const [changes, similar] = [changesOf(variable, given), similarOf(variable, units, given)]
    for (const [unit, value] of now.entries()) {
      if (value === undefined) continue
      const own = { change: changes.get(unit), similar: similar.get(unit) }
      held.set(keyOf(unit, name), { unit, variable: name, question, value, ...own })
    }
  }
  return held
}

/** What would be expected: that from the survey before counts for more than what others give. */
export const expectedOf = ({ change, similar }: Held): number | undefined => change?.expected ?? similar?.expected

/** How far a value lies from that; all of it is in doubt where nothing is expected. */
export const deviationOf = (held: Held): number => Math.abs(held.value - (expectedOf(held) ?? 0))

/** What a value is held against, that from which something is expected first, the other only where it speaks against it. */
export function comparisonsOf({ change, similar }: Held, speaks: (one: Comparison) => boolean): Comparison[] {
  if (change === undefined) return similar === undefined ? [] : [similar]
  return similar !== undefined && speaks(similar) ? [change, similar] : [change]
}
