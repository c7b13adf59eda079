import type { TerritoryRule } from '../../schemas/indicators.ts'
import type { WholeReason } from '../indicators/whole.ts'
import type { MissingReason } from '../sources/missing.ts'
import { type CarryReason, carryTo, type Dated } from './carry.ts'
import type { Merger } from './mergers.ts'

/** A figure as it is kept: under the key of its own time, with the imports that it came by. */
export interface Kept extends Dated {
  uncertain: boolean
  batches: readonly number[]
}

/** What is known of a unit: a value, or the reason why there is none. */
export interface UnitCell {
  value: number | null
  /** keine_angabe: no import says anything of the unit for this time. teil_fehlt: the whole is a sum, and a part is missing. */
  missing: MissingReason | WholeReason | CarryReason | 'keine_angabe' | null
  /** The source says itself that the number is of limited use. */
  uncertain: boolean
  /** The figure is that of the Landkreis, not of the Kommune. */
  ofKreis: boolean
  /** The units whose figures it was made of, and the imports that they came by. */
  parts: readonly string[]
  batches: readonly number[]
}

export interface Area {
  /** The day whose units and borders count. */
  day: string
  level: 'gemeinde' | 'kreis'
  units: readonly string[]
  mergers: readonly Merger[]
}

/**
 * Figures of one series and time → a cell for each unit of a day. A Stadtkreis is Kommune and Kreis at once. What is known of
 * Kreise alone stands for each of their Kommunen, and says so.
 */
export function cellsOn(
  { day, level, units, mergers }: Area,
  figures: readonly Kept[],
  rule: TerritoryRule,
  weights: readonly Dated[] = [],
): Map<string, UnitCell> {
  const byKreis = level === 'kreis' || !figures.some(({ region }) => isGemeinde(region) && !isStadtkreis(region))
  const shown = byKreis ? kreisKey : (region: string) => region
  const fitting = <T extends Dated>(all: readonly T[]): T[] =>
    all
      .filter(({ region }) => (byKreis ? !isGemeinde(region) || isStadtkreis(region) : isGemeinde(region)))
      .map((one) => ({ ...one, region: shown(one.region) }))
  const kept = fitting(figures)
  const sources = new Map(kept.map((one) => [one.region, one]))
  const carried = new Map(carryTo(day, kept, rule, mergers, fitting(weights)).map((one) => [one.region, one] as const))
  return new Map(
    units.map((unit): [string, UnitCell] => {
      const found = carried.get(shown(unit))
      const ofKreis = byKreis && isGemeinde(unit) && !isStadtkreis(unit)
      if (found === undefined) return [unit, { ...nothing, ofKreis }]
      const { value, missing, parts } = found
      const from = parts.flatMap((part) => sources.get(part) ?? [])
      const uncertain = from.some((one) => one.uncertain)
      return [
        unit,
        { value, missing, uncertain, ofKreis, parts, batches: [...new Set(from.flatMap((one) => one.batches))] },
      ]
    }),
  )
}

const nothing = { value: null, missing: 'keine_angabe', uncertain: false, parts: [], batches: [] } as const

const isGemeinde = (region: string) => region.length === 6
const isStadtkreis = (region: string) => region.endsWith('000')
const kreisKey = (region: string) => region.slice(0, 3)
