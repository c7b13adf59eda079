import { missingPlan } from '../../../../surveys/answer/missing.ts'
import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { originLines } from '../../origin-lines.ts'
import type { Cell, Table } from '../../table.ts'

/** A table about a table: texts alone. */
export interface NoteTable {
  name: string
  columns: readonly string[]
  rows: readonly Cell[][]
}

const typeWords: Record<ColumnType, string> = {
  integer: 'ganze Zahl',
  decimal: 'Dezimalzahl',
  code: 'Schlüssel',
  text: 'Text',
  time: 'Zeitpunkt (UTC)',
  day: 'Tag',
  month: 'Monat (sein erster Tag)',
}

/** How a column was asked, as far as there is something to say. */
const asked: Readonly<Record<string, (column: DescribedColumn) => string | undefined>> = {
  Nummer: ({ number }) => number,
  Frage: ({ question }) => question,
  'Im Fragebogen': ({ printed }) => printed,
  'Hinweis zum Ausfüllen': ({ instruction }) => instruction,
  Einheit: ({ unit }) => unit,
  Gefragt: ({ population }) => population,
  Konzept: ({ concept }) => concept,
  Basis: ({ base }) => base,
  'Zu beachten': ({ notes }) => notes?.join('\n'),
}

/** What the columns are, what their values mean, and what one has to know of the file. `replaced` goes with the columns. */
export const noteTables = (table: Table, replaced: readonly number[]): NoteTable[] => [
  {
    name: 'Spalten',
    columns: [
      ...['Spalte', 'Bezeichnung', 'Typ', 'Warum ein Wert fehlt, steht in', 'Mögliche Gründe'],
      ...Object.keys(asked),
    ],
    rows: table.columns.map((column) => [
      column.name,
      column.label,
      typeWords[column.type],
      column.missing?.column ?? null,
      column.missing?.reasons.map(({ code }) => code).join(', ') || null,
      ...Object.values(asked).map((of) => of(column) ?? null),
    ]),
  },
  { name: 'Ausprägungen', columns: ['Spalte', 'Wert', 'Bedeutung'], rows: values(table.columns) },
  { name: 'Hinweise', columns: ['Thema', 'Hinweis'], rows: notes(table, replaced) },
]

/** Of reasons, which the plan names, not again in each of their columns. */
function values(columns: readonly DescribedColumn[]): string[][] {
  const ofReasons = new Set(columns.map(({ missing }) => missing?.column))
  return columns
    .filter(({ name }) => !ofReasons.has(name))
    .flatMap(({ name, values = [] }) => values.map(({ code, label }) => [name, String(code), label]))
}

const notes = (table: Table, replaced: readonly number[]): string[][] => [
  ...originLines(table).map((line) => ['Herkunft', line]),
  ...Object.entries(missingPlan).map(([code, { label }]) => ['Fehlende Werte', `${code}: ${label}`]),
  ['Fehlende Werte', 'Die Zelle ist dann leer; der Grund steht in der Spalte daneben, deren Name auf „_fehlt“ endet.'],
  ...table.columns.flatMap(({ name }, place) =>
    replaced[place]
      ? [['Ersetzte Zeichen', `In „${name}“ steht für ${replaced[place]} Zeichen, die keine Tabelle fasst, U+FFFD.`]]
      : [],
  ),
]
