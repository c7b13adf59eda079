import { formatNumber } from '../../surveys/reading/number.ts'
import { countBehind } from '../disclosure/behind.ts'
import { byKreis, regierungsbezirk, sizes } from '../groups/by-register.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { Category } from '../panel/variable.ts'
import type { Given } from './given.ts'

/** Those who cannot be told apart by what the register knows. */
export interface Class {
  region: Category
  /** Of a person there is none. */
  size?: Category
  pattern: string
  indices: readonly number[]
}

const everywhere: Category = { code: 'bw', label: 'Baden-Württemberg' }

/** From the finest on: a Kreis, its Regierungsbezirk, the whole country. */
const levels: readonly ((unit: PanelUnit) => Category)[] = [
  (unit) => byKreis.groupOf(unit) ?? everywhere,
  (unit) => {
    const { code, label } = regierungsbezirk.groupOf(unit) ?? everywhere
    return { code: `rb${code}`, label: `Regierungsbezirk ${label}` }
  },
  () => everywhere,
]

/**
 * Classes of at least `k`: sizes are put together with the next smaller one until they are enough, and each has the finest regions
 * of which all hold enough. Who is in no class is left out: too few answered in the same waves.
 */
export function classesOf({ units, behind, patterns, isKommune, k }: Omit<Given, 'answers'>): Class[] {
  const isEnough = (indices: readonly number[]) => countBehind(indices, behind) >= k
  return [...groupBy([...units.keys()], (index) => patterns[index] ?? '')].flatMap(([pattern, own]) => {
    const bySize = isKommune ? sizeClasses(units, own, isEnough) : [{ indices: own }]
    return bySize.flatMap(({ indices, ...size }) =>
      regionsOf(units, indices, isEnough).map((region) => ({ ...region, ...size, pattern })),
    )
  })
}

type IsEnough = (indices: readonly number[]) => boolean

function regionsOf(units: readonly PanelUnit[], indices: readonly number[], isEnough: IsEnough) {
  for (const level of levels) {
    const regions = new Map<string, Category>()
    const groups = groupBy(indices, (index) => {
      const region = level(units[index] as PanelUnit)
      regions.set(region.code, region)
      return region.code
    })
    if ([...groups.values()].every(isEnough))
      return [...groups].map(([code, own]) => ({ region: regions.get(code) ?? everywhere, indices: own }))
  }
  return []
}

/** From the largest down; what is left of the smallest joins the class above it. Who has no inhabitants is in none. */
function sizeClasses(units: readonly PanelUnit[], indices: readonly number[], isEnough: IsEnough) {
  const placeOf = (index: number) => sizes.findLastIndex(({ from }) => (units[index]?.einwohner ?? -1) >= from)
  const made: { first: number; last: number; indices: number[] }[] = []
  let open: number[] = []
  let last = sizes.length - 1
  for (let first = last; first >= 0; first -= 1) {
    open = [...open, ...indices.filter((index) => placeOf(index) === first)]
    if (!isEnough(open)) continue
    made.push({ first, last, indices: open })
    open = []
    last = first - 1
  }
  const smallest = made.at(-1)
  if (smallest !== undefined) {
    smallest.indices.push(...open)
    smallest.first = 0
  }
  return made.map(({ first, last, indices }) => ({ size: sizeOf(first, last), indices: indices.sort((a, b) => a - b) }))
}

function sizeOf(first: number, last: number): Category {
  const from = sizes[first]?.from ?? 0
  const below = sizes[last + 1]?.from
  const codes = sizes.slice(first, last + 1).map(({ code }) => code)
  const label =
    below === undefined
      ? from === 0
        ? 'alle Größen'
        : `${formatNumber(from)} und mehr Einwohner`
      : from === 0
        ? `unter ${formatNumber(below)} Einwohner`
        : `${formatNumber(from)} bis unter ${formatNumber(below)} Einwohner`
  return { code: codes.join('_und_'), label }
}

export function groupBy(indices: readonly number[], keyOf: (index: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const index of indices) {
    const key = keyOf(index)
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [index])
    else own.push(index)
  }
  return groups
}
