import type { Raw } from '../../surveys/answer/cells.ts'
import type { FileField } from '../../surveys/form-file/file-field.ts'
import { readField } from '../../surveys/form-file/read-field.ts'
import { entryColumn, fieldColumn, keyMark } from './columns.ts'
import type { FileCell, FileTable } from './open-form-file.ts'

/** Something that is wrong with a file, with where it stands. */
export interface FileFault {
  /** `Blatt „2 Zielpersonen“, Zeile 12, Spalte C`. */
  place: string
  /** `F5, mit Duldung`, or '' where it is about no field. */
  field: string
  sentence: string
  /** What can be written there, or ''. */
  allowed: string
}

export interface ReadFormFile {
  /** What says whose file it is; several where files were put together. */
  keys: string[]
  /** The fields that stand in the file, and where. */
  found: ReadonlyMap<string, FoundField>
  faults: FileFault[]
}

export interface FoundField {
  /** As the form keeps it; undefined where the cell is blank. */
  text: string | undefined
  place: string
}

interface Expected {
  fields: ReadonlyMap<string, FileField>
  /** The fields that are asked about now: whatever stands in the others is passed over. */
  wanted: ReadonlySet<string>
  /** What the form holds. What stands there already is no fault of the file. */
  stored: Raw
}

/**
 * Reads what was filled in, wherever rows and columns were moved to: what counts is how they are called. Tells all that is wrong
 * at once.
 */
export function readFormFile(tables: readonly FileTable[], { fields, wanted, stored }: Expected): ReadFormFile {
  const keys: string[] = []
  const faults: FileFault[] = []
  const found = new Map<string, FoundField>()
  const forms = tables.flatMap((table) => formRows(table) ?? [])
  if (forms.length === 0) faults.push(notAForm)
  for (const { name, cell, place } of forms.flat()) {
    if (name === keyMark) keys.push(cell.text.trim())
    else if (!name.startsWith('.')) takeRow(name, cell, place)
  }
  return { keys, found, faults }

  function takeRow(name: string, cell: FileCell, place: string): void {
    const field = fields.get(name)
    if (field === undefined) {
      const sentence =
        name === '' ? nameless(cell) : `Ein Feld „${shortened(name)}“ gibt es in diesem Fragebogen nicht.`
      if (sentence !== '') faults.push({ place, field: '', sentence, allowed: '' })
      return
    }
    if (!wanted.has(name)) return
    const read = readCell(name, field, cell)
    const before = found.get(name)
    const other = before?.text !== undefined && read.text !== undefined && before.text !== read.text
    const fault = other ? `Das Feld steht auch in ${before.place}, mit einer anderen Angabe.` : read.fault
    if (fault !== undefined) faults.push({ place, field: fieldWords(field), sentence: fault, allowed: field.allowed })
    if (before?.text === undefined) found.set(name, { text: read.text, place })
  }

  function readCell(name: string, field: FileField, cell: FileCell): { text?: string; fault?: string } {
    if (cell.fault !== undefined) return { fault: cell.fault }
    const read = readField(field, cell)
    if ('blank' in read) return {}
    const isStored = cell.text.trim() !== '' && cell.text.trim() === stored[name]?.trim()
    return 'fault' in read && isStored ? { text: stored[name] ?? '' } : read
  }
}

interface FormRow {
  name: string
  cell: FileCell
  place: string
}

/** The rows of a table below its headings; undefined where it has none of ours. */
function formRows({ sheet, rows }: FileTable): FormRow[][] | undefined {
  const head = rows.findIndex(({ cells }) => placeOf(cells, fieldColumn) !== -1 && placeOf(cells, entryColumn) !== -1)
  const headings = rows[head]?.cells
  if (headings === undefined) return undefined
  const [fieldPlace, entryPlace] = [placeOf(headings, fieldColumn), placeOf(headings, entryColumn)]
  const column = headings[entryPlace]?.column ?? ''
  return [
    rows.slice(head + 1).map(({ line, cells }) => ({
      name: cells[fieldPlace]?.text.trim() ?? '',
      cell: cells[entryPlace] ?? { text: '', column },
      place: `${sheet === '' ? '' : `Blatt „${sheet}“, `}Zeile ${line}, Spalte ${column}`,
    })),
  ]
}

const placeOf = (cells: readonly FileCell[], name: string) => cells.findIndex(({ text }) => text.trim() === name)

const notAForm: FileFault = {
  place: '',
  field: '',
  sentence: `Eine Zeile mit den Überschriften „${entryColumn}“ und „${fieldColumn}“ fehlt. Gelesen werden Dateien, die hier heruntergeladen wurden, als XLSX (ohne Kennwort) oder CSV. Eine eigene Tabelle nimmt die Seite „Auswertung aus Ihrem Fachverfahren“ (unten).`,
  allowed: '',
}

/** Of a row that names no field: notes of somebody, unless something was entered. */
const nameless = ({ text }: FileCell) =>
  text.trim() === ''
    ? ''
    : `Zu „${shortened(text)}“ fehlt in der Spalte „${fieldColumn}“ der Name des Feldes. Bitte ergänzen Sie ihn, oder leeren Sie die Zelle.`

export const fieldWords = ({ variable: { number, label } }: FileField) => `${number}, ${label}`

const shortened = (text: string) => (text.trim().length > 40 ? `${text.trim().slice(0, 40)} …` : text.trim())
