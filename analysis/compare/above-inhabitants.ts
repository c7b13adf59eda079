import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { PanelVariable } from '../panel/variable.ts'
import type { Backing } from './backing.ts'

/** An answer that counts more persons than the Kommune has inhabitants. */
export interface Above {
  index: number
  /** Its key. */
  unit: string
  wave: 'before' | 'after'
  value: number
  inhabitants: number
}

/** How many gave a number above their inhabitants, and the answers of those that may be looked at by whoever reads this. */
export interface ToldAbove {
  count: Told<number>
  answers: Omit<Above, 'index'>[]
}

interface Looked {
  variable: Pick<PanelVariable, 'unit' | 'kind'>
  backing: Pick<Backing, 'before' | 'after'>
  units: readonly string[]
  inhabitants: readonly (number | undefined)[]
}

/** Of what counts persons. */
export function aboveInhabitants(
  indices: readonly number[],
  { variable, backing, units, inhabitants }: Looked,
): Above[] {
  if (variable.kind !== 'number' || variable.unit !== 'Personen') return []
  return indices.flatMap((index) => {
    const of = inhabitants[index]
    if (of === undefined) return []
    return (['before', 'after'] as const).flatMap((wave) => {
      const value = backing[wave](index)
      return value !== undefined && value > of
        ? [{ index, unit: units[index] ?? '', wave, value, inhabitants: of }]
        : []
    })
  })
}

/** Which they are is told to whoever may look at their answers; how many, unless the others are few. */
export function tellAbove(
  above: readonly Above[],
  { backing, reads }: { backing: Pick<Backing, 'count'>; reads: (index: number) => boolean },
): ToldAbove {
  const places = [...new Set(above.map(({ index }) => index))]
  const isHidden = isFew(backing.count(places.filter((index) => !reads(index))))
  return {
    count: isHidden ? hidden : places.length,
    answers: above.flatMap(({ index, ...one }) => (reads(index) ? [one] : [])),
  }
}
