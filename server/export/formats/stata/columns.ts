import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { questionNote } from '../question-note.ts'
import { cut } from './bytes.ts'
import type { Measured, MeasuredColumn } from './measure.ts'
import type { Reading, Reasons } from './readings.ts'
import { double, labelKey, longestFixed, longText, type NumberStorage, numberStorages } from './storage.ts'
import { type ValueLabels, valueLabelTables } from './value-labels.ts'

/** What a column is in the file. */
export interface StataColumn {
  name: string
  label: string
  format: string
  labels: ValueLabels | undefined
  notes: readonly string[]
  cells: NumberCells | TextCells
}

export interface NumberCells {
  kind: 'number'
  storage: NumberStorage
  read: Reading['read']
  /** In which column the reasons stand, and which letter each has: 1 is `a`. */
  missing: { place: number; letters: ReadonlyMap<string, number> } | undefined
}

export interface TextCells {
  kind: 'fixed' | 'long'
  code: number
  width: number
  bytes: number
  texts: number
}

export function stataColumns(all: readonly MeasuredColumn[], count: number): StataColumn[] {
  const columns = all.map((one) => columnOf(one, count))
  const tables = valueLabelTables(columns.map(({ labels }) => labels))
  return columns.map((column, place) => ({ ...column, labels: tables[place] }))
}

function columnOf(known: MeasuredColumn, count: number): StataColumn {
  const { column, name, measured } = known
  const reading = measured.strange === 0 ? known.reading : undefined
  const cells = reading === undefined ? textCells(column, measured, count) : numberCells(known, reading)
  const shown = cells.kind === 'number' ? cells.storage.format : `%-${Math.min(Math.max(cells.width, 9), 40)}s`
  return {
    name,
    label: cut(column.label, longestLabel),
    format: reading?.format ?? shown,
    labels: reading && labelsOf(known, reading),
    notes: notesOf(known, reading),
    cells,
  }
}

const longestLabel = 80

const letterOf = ({ stata }: Reasons[number]) => stata.charCodeAt(1) - 96

const labelsOf = ({ column, name }: MeasuredColumn, { labels }: Reading): ValueLabels => ({
  name,
  labels: [
    ...labels.map(({ value, label }) => ({ value, label })),
    ...(column.missing?.reasons ?? []).map((reason) => ({ value: labelKey(letterOf(reason)), label: reason.label })),
  ],
})

function numberCells({ column, measured, reasonPlace }: MeasuredColumn, { read, storage }: Reading): NumberCells {
  const letters = new Map(column.missing?.reasons.map((reason) => [reason.code, letterOf(reason)]))
  return {
    kind: 'number',
    storage: storage ?? numberStorages.find(({ holds }) => holds(measured)) ?? double,
    read,
    missing: reasonPlace === undefined ? undefined : { place: reasonPlace, letters },
  }
}

/** Long texts are kept apart where they have to be, and where most of what people wrote is much shorter. */
function textCells({ type }: DescribedColumn, { longest, bytes, texts }: Measured, count: number): TextCells {
  const isShorterApart =
    type === 'text' && longest > 244 && longTextBytes({ bytes, texts }) + 8 * count < longest * count
  if (longest > longestFixed || isShorterApart) return { kind: 'long', ...longText, bytes, texts }
  const width = Math.max(longest, 1)
  return { kind: 'fixed', code: width, width, bytes, texts }
}

/** Of each: `GSO`, column, row, kind, length and a zero at its end. */
export const longTextBytes = ({ bytes, texts }: Pick<Measured, 'bytes' | 'texts'>): number => bytes + 21 * texts

function notesOf({ column, name, measured, reading: wanted }: MeasuredColumn, reading: Reading | undefined): string[] {
  const { labels, codes } = reading ?? { labels: [], codes: undefined }
  return [
    ...(cut(column.label, longestLabel) === column.label ? [] : [column.label]),
    ...questionNote(column),
    ...(column.printed === undefined ? [] : [`Im Fragebogen: ${column.printed}`]),
    ...(column.unit === undefined ? [] : [`Einheit: ${column.unit}`]),
    ...(column.population === undefined ? [] : [`Gefragt: ${column.population}`]),
    ...(column.concept === undefined ? [] : [`Konzept: ${column.concept}`]),
    ...(column.base === undefined ? [] : [`Basis: ${column.base}`]),
    ...(column.notes ?? []),
    ...(name === column.name ? [] : [`In anderen Dateien: ${column.name}`]),
    ...(codes === undefined ? [] : [codes.map((code, place) => `${labels[place]?.value} = ${code}`).join(', ')]),
    ...(reading === wanted ? [] : [`Text, weil ${measured.strange} Werte nicht in der Liste der Spalte stehen.`]),
    ...(measured.altered === 0
      ? []
      : [`In ${measured.altered} Texten steht U+FFFD für Zeichen, die keine Datei in UTF-8 halten kann.`]),
  ]
}
