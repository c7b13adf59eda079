import { CountTable, type Place } from '../disclosure/count-table.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { ValueClass } from '../groups/value-classes.ts'
import type { PanelReason } from '../panel/reasons.ts'
import type { Distribution } from './compare-categories.ts'
import type { Missing } from './compare-numbers.ts'
import { tellDistribution } from './disclose-categories.ts'
import { type MissingPlaces, placeMissing, tellMissing } from './disclose-numbers.ts'
import type { Level } from './level.ts'
import type { ToldDistribution } from './results.ts'

export type Figures =
  | { kind: 'number'; level: Level; classes: readonly ValueClass[] }
  | { kind: 'category'; distribution: Distribution }

/** What was computed of some units, and whether they are too few. */
interface Computed {
  tells: boolean
  units: number
  missing: Missing['before']
  figures: Figures
}

interface ToldDescription {
  units: Told<number>
  n: Told<number>
  missing: Partial<Record<PanelReason, Told<number>>>
  result?: Extract<Figures, { kind: 'number' }> | { kind: 'category'; distribution: ToldDistribution }
}

/** The figures of all and of the groups that make them up, as they may be told beside each other. */
export function discloseDescription([total, ...groups]: readonly Computed[]): ToldDescription[] {
  if (total === undefined || total.tells) return [{ units: hidden, n: hidden, missing: {} }]
  const table = new CountTable()
  const all = placesOf(table, total)
  table.decide()
  const parts = groups.map((one) => placesOf(table, one))
  if (parts.length > 0) {
    for (const [reason, place] of all.missing)
      table.sum(
        parts.flatMap(({ missing }) => missing.get(reason) ?? []),
        place,
      )
    for (const [index, place] of all.categories.entries())
      table.sum(
        parts.flatMap(({ categories }) => categories[index] ?? []),
        place,
      )
  }
  return [total, ...groups].map((one, index) => tell(table, one, (index === 0 ? all : parts[index - 1]) as Places))
}

interface Places {
  missing: MissingPlaces
  categories: readonly Place[]
}

const answered = ({ figures }: Computed) => (figures.kind === 'number' ? figures.level.n : figures.distribution.n)

function placesOf(table: CountTable, one: Computed): Places {
  const n = answered(one)
  const missing = placeMissing(table, one.missing, one.units - n)
  if (one.figures.kind === 'number') return { missing, categories: [] }
  const categories = table.addAll(one.figures.distribution.categories.map(({ count }) => count))
  table.sum(categories, table.know(n))
  return { missing, categories }
}

function tell(table: CountTable, one: Computed, { missing, categories }: Places): ToldDescription {
  const n = answered(one)
  const told = { units: one.units, n, missing: tellMissing(table, missing) }
  if (n === 0) return told
  const { figures } = one
  if (figures.kind === 'number') return { ...told, result: figures }
  const distribution = tellDistribution(table, figures.distribution, categories)
  return { ...told, result: { kind: 'category', distribution } }
}
