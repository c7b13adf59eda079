import type { ToldChange, ToldChanges, ToldVariable } from '../changes/told-changes.ts'
import type { Division } from '../changes/wave-changes.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import { type Cell, change, count, number, text } from './cell.ts'
import type { Fact, Section } from './report.ts'
import type { Table } from './table.ts'

/** How codes are told: of a reason, a source or an account. */
export type CodeLabels = Readonly<Record<Division, (code: string) => string>>

const divisionWords: Record<Division, string> = { reason: 'Grund', source: 'Quelle', account: 'Konto' }

const measureWords: Record<ToldVariable['measure'], string> = { sum: 'Summe', mean: 'Mittelwert', none: '' }

/** At the head: how much was changed at all. */
export const changesFacts = ({ change: { values, units } }: ToldChanges, many: string): Fact[] => [
  { label: 'Geänderte Werte', value: count(values), note: '' },
  { label: many, value: count(units), note: 'mit mindestens einem geänderten Wert' },
]

/** What corrections made: by variable, and by why, from where and by whom. */
export function changesSections(told: ToldChanges, many: string, labels: CodeLabels): Section[] {
  if (told.change.values === 0)
    return [section('angaben', 'Nach Angabe', [], ['In diesem Datenstand gilt keine Korrektur.'])]
  const sentence =
    'Vorher ist, was angegeben war; nachher, was mit allen Korrekturen gilt. Leere Angaben zählen nicht mit.'
  const parts = (Object.keys(divisionWords) as Division[]).flatMap((division) => {
    const tables = partTables(told, division, many, labels)
    return tables === undefined ? [] : [section(`nach-${division}`, `Nach ${divisionWords[division]}`, tables, [])]
  })
  return [section('angaben', 'Nach Angabe', [variableTable(told, many)], [sentence]), ...parts]
}

const section = (id: string, title: string, tables: readonly Table[], sentences: readonly string[]): Section => ({
  id: `${id}-abschnitt`,
  title,
  sentences,
  charts: [],
  tables,
})

const variableTable = ({ variables }: ToldChanges, many: string): Table => ({
  id: 'angaben',
  label: 'Summen vor und nach den Korrekturen',
  head: ['Angabe', 'Maß', 'Vorher', 'Nachher', 'Veränderung', 'Geänderte Werte', many],
  rows: variables.map(({ label, number: asked, measure, before, after, change: own }) => [
    text(`${asked} ${label}`),
    text(measureWords[measure]),
    figure(before),
    figure(after),
    difference(before, after),
    count(own.values),
    count(own.units),
  ]),
})

/** How much there is of each reason, source or account, and for each of them what it made of which variable. */
function partTables(
  { parts, variables }: ToldChanges,
  division: Division,
  many: string,
  labels: CodeLabels,
): Table[] | undefined {
  const named = new Map(variables.map(({ name, number: asked, label }) => [name, `${asked} ${label}`]))
  const row = (name: string, { values, units }: ToldChange): Cell[] => [text(name), count(values), count(units)]
  const own = parts[division]
  if (own === undefined) return undefined
  return [
    {
      id: `nach-${division}`,
      label: `Geänderte Werte nach ${divisionWords[division]}`,
      head: [divisionWords[division], 'Geänderte Werte', many],
      rows: own.map(({ code, change: whole }) => row(labels[division](code), whole)),
    },
    ...own
      .filter(({ variables: some }) => some.length > 0)
      .map(({ code, variables: some }, place) => ({
        id: `nach-${division}-${place}`,
        label: labels[division](code),
        head: [labels[division](code), 'Geänderte Werte', many, 'Veränderung der Summe'],
        rows: some.map(({ name, change: one }) => [...row(named.get(name) ?? name, one), change(one.sum)]),
      })),
  ]
}

const figure = (value: Told<number | undefined>) => number(value)

function difference(before: Told<number | undefined>, after: Told<number | undefined>): Cell {
  if (before === hidden || after === hidden) return change(hidden)
  return change(before === undefined || after === undefined ? undefined : after - before)
}
