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
    const table = partTable(told, division, many, labels)
    return table === undefined ? [] : [section(`nach-${division}`, `Nach ${divisionWords[division]}`, [table], [])]
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
  head: ['Angabe', '', 'Vorher', 'Nachher', 'Veränderung', 'Geänderte Werte', many],
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

function partTable(
  { parts, variables }: ToldChanges,
  division: Division,
  many: string,
  labels: CodeLabels,
): Table | undefined {
  const own = parts[division]
  if (own === undefined) return undefined
  const named = new Map(variables.map(({ name, number: asked, label }) => [name, `${asked} ${label}`]))
  const row = (part: string, variable: string, { values, units, sum }: ToldChange): Cell[] => [
    text(part),
    text(variable),
    count(values),
    count(units),
    sum === undefined ? number(undefined) : change(sum as Told<number>),
  ]
  return {
    id: `nach-${division}`,
    label: `Geänderte Werte nach ${divisionWords[division]}`,
    head: [divisionWords[division], 'Angabe', 'Geänderte Werte', many, 'Veränderung der Summe'],
    rows: own.flatMap(({ code, change: whole, variables: some }) => [
      row(labels[division](code), 'alle', whole),
      ...some.map(({ name, change: one }) => row(labels[division](code), named.get(name) ?? name, one)),
    ]),
  }
}

const figure = (value: Told<number | undefined>) => number(value)

function difference(before: Told<number | undefined>, after: Told<number | undefined>): Cell {
  if (before === hidden || after === hidden) return change(hidden)
  return change(before === undefined || after === undefined ? undefined : after - before)
}
