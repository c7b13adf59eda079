import { sizes } from '../groups/by-register.ts'
import type { PanelUnit } from '../panel/unit.ts'
import { isDefined } from '../stats/not-defined.ts'
import { robustDistances } from '../stats/robust-distances.ts'
import type { Parameters } from './parameters.ts'
import type { Comparison, ScreenedVariable } from './screened.ts'

/** What would be usual among similar Kommunen, and how far from that a value lies; `group` says which they are. */
export type Similar = Extract<Comparison, { kind: 'similar' }>

/**
 * How each number per inhabitant stands to those of similar Kommunen, by unit: of the same size in the same Kreis where these are
 * enough, else of the same size, else of about that size, else to all. 0 counts as 1, as in changes. Who has no inhabitants is like nobody.
 */
export function similarOf(
  { now }: ScreenedVariable,
  units: readonly PanelUnit[],
  given: Parameters,
): Map<number, Similar> {
  const similar = new Map<number, Similar>()
  const left = new Map<number, Rate>()
  for (const [unit, value] of now.entries()) {
    const { einwohner = 0 } = units[unit] ?? {}
    if (value !== undefined && einwohner > 0)
      left.set(unit, { einwohner, rate: Math.log(Math.max(value, 1) / einwohner) })
  }
  const all = new Map(left)
  for (const groupOf of groupings) {
    for (const [group, members] of gather(all, units, groupOf)) {
      if (members.length < given.fewestToCompare) continue
      const found = robustDistances(members.map((unit) => all.get(unit)?.rate ?? 0))
      if (!isDefined(found)) continue
      for (const [place, unit] of members.entries()) {
        if (!left.delete(unit)) continue
        const expected = Math.exp(found.middle) * (all.get(unit)?.einwohner ?? 0)
        const distance = found.distances[place] ?? 0
        similar.set(unit, { kind: 'similar', expected, distance, group, count: members.length })
      }
    }
  }
  return similar
}

interface Rate {
  einwohner: number
  /** The logarithm of the number per inhabitant. */
  rate: number
}

type GroupOf = (unit: PanelUnit) => string

const sizeOf: GroupOf = ({ einwohner = 0 }) => sizes.findLast(({ from }) => einwohner >= from)?.label ?? ''

/** Of cities there are few: they are held against each other before they are held against villages. */
const large = 20_000

/** From the most alike on. */
const groupings: readonly GroupOf[] = [
  (unit) => `${unit.kreisName}, ${sizeOf(unit)}`,
  sizeOf,
  ({ einwohner = 0 }) => (einwohner < large ? 'unter 20.000 Einwohner' : '20.000 und mehr Einwohner'),
  () => 'alle Größen',
]

function gather(
  rates: ReadonlyMap<number, Rate>,
  units: readonly PanelUnit[],
  groupOf: GroupOf,
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const unit of rates.keys()) {
    const own = units[unit]
    if (own === undefined) continue
    const group = groupOf(own)
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [unit])
    else members.push(unit)
  }
  return groups
}
