import { byKreis, registerGroupings } from '../groups/by-register.ts'
import { type Class, groupBy } from './classes.ts'
import type { Answers, Given } from './given.ts'
import type { RiskReport } from './report.ts'
import type { Treated } from './safe-numbers.ts'
import { alikeOf, uniqueBy } from './uniques.ts'

interface Kept extends Treated {
  before: Answers
  after: Answers
  kind: 'number' | 'category'
}

interface Done {
  classes: readonly Class[]
  groups: number
  kept: readonly Kept[]
  removed: RiskReport['removed']
}

/** Counts before and after what somebody could find others by. */
export function riskReport(given: Given, { classes, groups, kept, removed }: Done): RiskReport {
  const { units, k } = given
  const inFile = classes.flatMap(({ indices }) => indices)
  const numbers = kept.filter(({ kind }) => kind === 'number')
  const categories = kept.filter(({ kind }) => kind === 'category')
  return {
    k,
    units: inFile.length,
    leftOut: units.length - inFile.length,
    classes: classes
      .map((one) => ({ label: classWords(one), units: one.indices.length }))
      .sort((a, b) => a.units - b.units || a.label.localeCompare(b.label, 'de')),
    uniques: uniquesOf(given, classes, { numbers, categories }),
    fewestAlike: Math.min(...classes.flatMap(({ indices }) => alikeOf(safe(numbers), indices))),
    numbers: { ...totals(numbers), topCoded: sum(numbers, ({ topCoded }) => topCoded), groups },
    categories: totals(categories),
    touched: kept.flatMap(({ before: { column, wave }, suppressed, topCoded }) =>
      suppressed.size + topCoded === 0 ? [] : [{ name: column.name, wave, suppressed: suppressed.size, topCoded }],
    ),
    removed,
  }
}

export const classWords = ({ region, size, pattern }: Omit<Class, 'indices'>): string =>
  [region.label, ...(size === undefined ? [] : [size.label]), ...(pattern === '' ? [] : [`Wellen ${pattern}`])].join(
    ', ',
  )

function uniquesOf(
  given: Given,
  classes: readonly Class[],
  { numbers, categories }: { numbers: readonly Kept[]; categories: readonly Kept[] },
): RiskReport['uniques'] {
  const { units, patterns, isKommune, behind } = given
  const all = [...units.keys()]
  const inClasses = (keyOf: (index: number) => string) =>
    classes.reduce((count, { indices }) => count + uniqueBy(indices, keyOf), 0)
  const kreis = (index: number) => `${byKreis.groupOf(units[index] as Given['units'][number])?.code} ${patterns[index]}`
  const size = (index: number) => registerGroupings.at(-1)?.groupOf(units[index] as Given['units'][number])?.code
  const before = (keyOf: (index: number) => string) => uniqueBy(all, keyOf)
  const kreise = [...groupBy(all, (index) => `${kreis(index)} ${size(index)}`).values()]
  const single = (groups: readonly (readonly number[])[], columns: readonly Answers[]) =>
    groups.flatMap((indices) => alikeOf(columns, indices)).filter((count) => count === 1).length
  const ofAll = (kept: readonly Kept[]) => ({
    before: single(
      kreise,
      kept.map((one) => one.before),
    ),
    after: single(
      classes.map(({ indices }) => indices),
      safe(kept),
    ),
  })
  const place = isKommune ? 'Region, Größe' : 'Region'
  return [
    { known: behind === undefined ? 'Kreis' : 'Kreis des Verbunds', before: before(kreis), after: inClasses(() => '') },
    ...(isKommune
      ? [
          {
            known: 'Kreis und Größenklasse',
            before: before((index) => `${kreis(index)} ${size(index)}`),
            after: inClasses(() => ''),
          },
          {
            known: 'Kreis und Einwohnerzahl',
            before: before((index) => `${kreis(index)} ${units[index]?.einwohner}`),
            after: null,
          },
        ]
      : []),
    ...(numbers.length > 0 ? [{ known: `${place} und alle Zahlen`, ...ofAll(numbers) }] : []),
    ...(categories.length > 0 ? [{ known: `${place} und alle Antworten aus Listen`, ...ofAll(categories) }] : []),
  ]
}

const safe = (kept: readonly Kept[]) => kept.map(({ after }) => after)

const totals = (kept: readonly Kept[]) => ({
  columns: kept.length,
  cells: sum(kept, ({ after }) => after.values.filter((value) => value !== null).length),
  suppressed: sum(kept, ({ suppressed }) => suppressed.size),
})

const sum = (kept: readonly Kept[], of: (one: Kept) => number): number =>
  kept.reduce((total, one) => total + of(one), 0)
