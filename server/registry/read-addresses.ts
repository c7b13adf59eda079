import type { Refusal } from '../../analysis/sources/source.ts'
import type { OpenedFile, Table } from '../admindata/open-tables.ts'
import { plainUnit } from '../domain/plain-unit.ts'
import {
  type Address,
  type AddressField,
  addressFaults,
  addressFieldNames,
  addressFields,
  unitColumns,
} from './address.ts'
import { isTooFaulty } from './too-faulty.ts'

/** The units that there are, by key, with their names. */
export type KnownUnits = ReadonlyMap<string, string>

export interface ReadAddresses {
  addresses: Address[]
  problems: Refusal[]
}

interface Heading {
  label: string
  is: { field: AddressField } | { unit: string } | undefined
}

/** A list of addresses, CSV or a sheet, with its columns in any order. All that is wrong with it is told at once. */
export async function readAddresses({ tables }: OpenedFile, known: KnownUnits): Promise<ReadAddresses> {
  for (const table of tables) {
    const headings = (table.head.rows[0] ?? []).map(headingOf)
    if (headings.some(({ is }) => is !== undefined && 'unit' in is)) return readTable(table, headings, known)
  }
  const sentence = 'Eine Spalte „gkz“, „verbund“ oder „im_nummer“ fehlt. Bitte benennen Sie sie in der ersten Zeile.'
  return { addresses: [], problems: [{ line: 1, sentence }] }
}

async function readTable(table: Table, headings: readonly Heading[], known: KnownUnits): Promise<ReadAddresses> {
  const problems = headingProblems(headings)
  const addresses: Address[] = []
  const lines = new Map<string, number>()
  for await (const { rows, lines: numbers, refusals } of table.batches('cells', () => {})) {
    if (isTooFaulty(problems, numbers[0] ?? 1)) break
    problems.push(...refusals)
    for (const [index, cells] of rows.entries()) {
      const line = numbers[index] ?? 0
      if (line === 1 || cells.every((cell) => cell.trim() === '')) continue
      const { address, faults } = readRow(headings, cells, known)
      const earlier = lines.get(address.unit)
      if (earlier !== undefined)
        faults.push({
          column: '',
          sentence: `${address.unit} steht schon in Zeile ${earlier}. Bitte löschen Sie eine der beiden Zeilen.`,
        })
      if (address.unit !== '') lines.set(address.unit, earlier ?? line)
      problems.push(...faults.map(({ column, ...one }) => ({ line, ...(column === '' ? {} : { column }), ...one })))
      addresses.push(address)
    }
  }
  if (addresses.length === 0) problems.push({ line: 1, sentence: 'Unter der Kopfzeile steht keine Anschrift.' })
  return { addresses, problems: problems.sort((a, b) => a.line - b.line) }
}

function readRow(
  headings: readonly Heading[],
  cells: readonly string[],
  known: KnownUnits,
): { address: Address; faults: { column: string; sentence: string }[] } {
  const faults: { column: string; sentence: string }[] = []
  const address: Address = {
    unit: '',
    recipient: '',
    person: '',
    street: '',
    postcode: '',
    place: '',
    mail: '',
    phone: '',
  }
  let unitColumn = ''
  for (const [index, { label, is }] of headings.entries()) {
    const text = (cells[index] ?? '').replace(/\u00a0/g, ' ').trim()
    if (is === undefined || text === '') continue
    if ('field' in is) address[is.field] = text
    else {
      const unit = plainUnit(text)
      if (address.unit !== '' && address.unit !== unit)
        faults.push({
          column: label,
          sentence: `Die Zeile nennt ${address.unit} und ${unit}. Bitte lassen Sie eine der beiden Spalten leer.`,
        })
      address.unit ||= unit
      unitColumn ||= label
    }
  }
  if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== ''))
    faults.push({
      column: '',
      sentence: `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${headings.length}. Steht ein Trennzeichen in einer Angabe, setzen Sie sie in Anführungszeichen.`,
    })
  const first = unitColumn || (headings.find(({ is }) => is !== undefined && 'unit' in is)?.label ?? '')
  if (address.unit === '')
    faults.push({ column: first, sentence: 'Wessen Anschrift das ist, fehlt. Bitte ergänzen Sie den Schlüssel.' })
  else if (!known.has(address.unit))
    faults.push({
      column: first,
      sentence: `„${address.unit}“ steht nicht im Verzeichnis. Bitte prüfen Sie den Schlüssel; sechs Ziffern ohne „08“, oder eine Nummer wie 117000-001.`,
    })
  const labelOf = (field: AddressField) =>
    headings.find(({ is }) => is !== undefined && 'field' in is && is.field === field)?.label ??
    addressFields[field].label
  faults.push(...addressFaults(address).map(([field, sentence]) => ({ column: labelOf(field), sentence })))
  return { address, faults }
}

function headingOf(text: string): Heading {
  const label = text.trim()
  const plain = plainHeading(label)
  const unit = Object.keys(unitColumns).find((name) => unitColumns[name]?.includes(plain))
  const field = addressFieldNames.find((name) => {
    const { label: own, others } = addressFields[name]
    return plainHeading(own) === plain || others.includes(plain)
  })
  return { label, is: unit !== undefined ? { unit } : field !== undefined ? { field } : undefined }
}

const plainHeading = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]/g, '')

function headingProblems(headings: readonly Heading[]): Refusal[] {
  const expected = `gkz oder verbund oder im_nummer, ${addressFieldNames.map((name) => addressFields[name].label).join(', ')}`
  const fields = headings.flatMap(({ is }) => (is !== undefined && 'field' in is ? [is.field] : []))
  const unknown = headings.filter(({ is, label }) => is === undefined && label !== '')
  const doubled = addressFieldNames.filter((name) => fields.filter((one) => one === name).length > 1)
  return [
    ...unknown.map(({ label }) => ({
      line: 1,
      column: label,
      sentence: `Die Spalte ist nicht bekannt. Bitte löschen Sie sie, oder nennen Sie sie wie eine von: ${expected}.`,
    })),
    ...doubled.map((name) => ({
      line: 1,
      sentence: `Die Spalte „${addressFields[name].label}“ kommt mehrmals vor. Bitte löschen Sie eine.`,
    })),
  ]
}
