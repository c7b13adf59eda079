import { readFileSync } from 'node:fs'
import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import type { CsvDialect } from '../../csv/dialect.ts'
import { originLines } from '../../origin-lines.ts'
import type { Table } from '../../table.ts'
import { ascii, callInR, namedInR, textInR } from './r-text.ts'

const functions = readFileSync(new URL('einlesen.R', import.meta.url), 'utf8').trim()

/** A script that reads tables written as CSV into data frames with labels, types and reasons of missing values. */
export function readScript(tables: readonly Table[], { delimiter }: CsvDialect): string {
  const [table] = tables
  if (table === undefined) throw new Error('an export has a table')
  const reasons = reasonLists(tables)
  return [
    ...originLines(table).map((line) => `# ${ascii(line)}`),
    '# Bitte in dem Ordner ausfuehren, in dem die Dateien liegen: source("...-lesen.R"). Danach enthaelt `daten` je Datei',
    '# eine Tabelle, `antworten` ist die erste. Was eine Spalte ist: attributes(antworten$NAME).',
    '',
    functions,
    '',
    ...[...reasons.values()].map(({ name, text }) => `${name} <- ${text}`),
    '',
    'daten <- list()',
    ...tables.flatMap(({ name, columns, origin: { state } }) => [
      `daten[[${textInR(name)}]] <- einlesen(${textInR(`${name}.csv`)}, ${textInR(delimiter)}, ${textInR(String(state))}, list(`,
      columnsInR(columns, reasons)
        .map((column) => `  ${column}`)
        .join(',\n'),
      '))',
    ]),
    `antworten <- daten[[${textInR(table.name)}]]`,
    '',
  ].join('\n')
}

const typesInR: Record<ColumnType, string> = {
  integer: 'zahl',
  decimal: 'zahl',
  code: 'code',
  text: 'text',
  time: 'zeit',
  day: 'tag',
  month: 'monat',
}

type Reasons = NonNullable<DescribedColumn['missing']>['reasons']
type ReasonLists = ReadonlyMap<string, { name: string; text: string }>

const keyOf = (reasons: Reasons) => reasons.map(({ code }) => code).join(' ')

/** The kinds of missing values that columns share are there once. */
function reasonLists(tables: readonly Table[]): ReasonLists {
  const lists = new Map<string, { name: string; text: string }>()
  for (const { missing } of tables.flatMap(({ columns }) => columns)) {
    if (missing === undefined || lists.has(keyOf(missing.reasons))) continue
    const own = missing.reasons.map(({ code, stata, number, label }): [string, string] => [
      code,
      `list(tag = ${textInR(stata.slice(1))}, nummer = ${number}, label = ${textInR(label)})`,
    ])
    lists.set(keyOf(missing.reasons), { name: `gruende_${lists.size + 1}`, text: namedInR('list', own) })
  }
  return lists
}

/** A column with reasons knows them from the value beside it. */
function columnsInR(columns: readonly DescribedColumn[], reasons: ReasonLists): string[] {
  const beside = new Map(columns.flatMap(({ missing }) => (missing === undefined ? [] : [[missing.column, missing]])))
  return columns.map((column) => {
    const own = beside.get(column.name)
    if (own === undefined) return columnInR(column, reasons)
    const [name, label] = [textInR(column.name), textInR(column.label)]
    return `spalte(${name}, ${label}, "grund", gruende = ${reasons.get(keyOf(own.reasons))?.name})`
  })
}

function columnInR(column: DescribedColumn, reasons: ReasonLists): string {
  const { name, label, type, values, missing, unit, concept } = column
  return callInR('spalte', [
    [undefined, textInR(name)],
    [undefined, textInR(label)],
    [undefined, textInR(typesInR[type])],
    [
      'werte',
      values &&
        namedInR(
          'c',
          values.map(({ code, label: said }) => [String(code), textInR(said)]),
        ),
    ],
    ['fehlt', missing && textInR(missing.column)],
    ['gruende', missing && reasons.get(keyOf(missing.reasons))?.name],
    ['frage', column.question && textInR(column.question)],
    ['einheit', unit && textInR(unit)],
    ['konzept', concept && textInR(concept)],
  ])
}
