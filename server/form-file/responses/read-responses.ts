import type { Refusal } from '../../../analysis/sources/source.ts'
import { leadingColumns } from '../../../surveys/codebook/columns.ts'
import { dataState } from '../../../surveys/codebook/described-column.ts'
import { reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import { valuesColumn } from '../../../surveys/codebook/values-used.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { plainUnit } from '../../domain/plain-unit.ts'
import type { Form } from '../../forms/form.ts'
import type { FileCell, FileTable } from '../open-form-file.ts'

/** The answers of one who was asked, as they stand in a line of a file. */
export interface ResponseRow {
  line: number
  unit: string
  /** By the names of fields, answers and reasons. */
  cells: ReadonlyMap<string, FileCell>
}

export interface ReadResponses {
  /** The column that names the unit. */
  unitColumn: string
  rows: ResponseRow[]
  problems: Refusal[]
}

/** One row for each unit, its columns called as in an export: the answers, and reasons as `grund.<check>` and `text.<check>`. */
export function readResponses(tables: readonly FileTable[], form: Form): ReadResponses {
  const { instrument } = form
  const unitColumn = unitColumnOf(instrument)
  const table = tables.find(({ rows: [head] }) => head?.cells.some(({ text }) => text.trim() === unitColumn))
  const [head, ...rows] = table?.rows ?? []
  if (head === undefined) {
    const sentence = `Eine Spalte „${unitColumn}“ fehlt. Bitte benennen Sie die Spalten in der ersten Zeile wie in einer Ausgabe („stichtag survey columns“).`
    return { unitColumn, rows: [], problems: [{ line: 1, sentence }] }
  }
  const names = head.cells.map(({ text }) => text.trim())
  const problems = headingProblems(names, form, unitColumn)
  if (problems.length > 0) return { unitColumn, rows: [], problems }
  const isRead = (name: string) => name !== unitColumn && form.fields.has(name) && !isDone(name)
  const lines = new Map<string, number>()
  const read = rows
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
    .map(({ line, cells }): ResponseRow => {
      const unit = plainUnit(cells[names.indexOf(unitColumn)]?.text ?? '')
      const earlier = lines.get(unit)
      if (unit === '') problems.push({ line, column: unitColumn, sentence: 'Von wem die Antworten sind, fehlt.' })
      else if (earlier !== undefined) {
        const sentence = `${unit} steht schon in Zeile ${earlier}. Bitte löschen Sie eine der beiden Zeilen.`
        problems.push({ line, column: unitColumn, sentence })
      }
      if (cells.slice(names.length).some(({ text }) => text.trim() !== '')) {
        const sentence = `Die Zeile hat mehr Felder als die Kopfzeile (${names.length}). Steht ein Trennzeichen in einer Angabe, setzen Sie sie in Anführungszeichen.`
        problems.push({ line, sentence })
      }
      lines.set(unit, line)
      const known = names.flatMap((name, place) => {
        const cell = cells[place]
        return isRead(name) && cell !== undefined ? [[name, cell] as const] : []
      })
      return { line, unit, cells: new Map(known) }
    })
  if (read.length === 0) problems.push({ line: 1, sentence: 'Unter der Kopfzeile stehen keine Antworten.' })
  return { unitColumn, rows: read, problems }
}

const unitColumnOf = (instrument: Instrument) => leadingColumns(instrument)[1]?.name ?? ''

/** That a section is done is nothing that a file says. */
const isDone = (name: string) => name.startsWith('erledigt.')

function headingProblems(names: readonly string[], form: Form, unitColumn: string): Refusal[] {
  const { instrument } = form
  // What an export has beside what was typed.
  const passed = new Set([
    ...leadingColumns(instrument).map(({ name }) => name),
    dataState.name,
    valuesColumn.name,
    ...instrument.variables.map(({ name }) => reasonColumn(name).name),
    ...instrument.variables.filter(({ role }) => role === 'derived').map(({ name }) => name),
    '',
  ])
  const isKnown = (name: string) => passed.has(name) || (form.fields.has(name) && !isDone(name))
  const unknown = names.filter((name) => !isKnown(name))
  const doubled = names.filter((name, place) => name !== '' && names.indexOf(name) !== place)
  return [
    ...unknown.map((column) => ({
      line: 1,
      column,
      sentence: `Eine Spalte „${column}“ hat diese Erhebung nicht; neben „${unitColumn}“ sind es die Namen einer Ausgabe („stichtag survey columns“). Bitte löschen oder benennen Sie sie.`,
    })),
    ...[...new Set(doubled)].map((column) => ({
      line: 1,
      column,
      sentence: 'Die Spalte kommt mehrmals vor. Bitte löschen Sie eine.',
    })),
  ]
}
