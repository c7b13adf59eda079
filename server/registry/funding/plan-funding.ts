import type { OpenedFile, Table } from '../../admindata/open-tables.ts'
import { placed } from '../../admindata/placed.ts'
import type { Db } from '../../database/database.ts'
import {
  storeDurchfuehrung,
  storeEinsaetze,
  storeEmpfaenger,
  storeFortbildungen,
  storeQualifikationen,
} from '../../store/funding.ts'
import type { Counts } from '../../store/registry.ts'
import { importForms } from '../import-forms.ts'
import type { Read } from '../read-rows.ts'
import type { NumberedRow } from '../read-table.ts'
import { type KnownFunding, readKnownFunding } from './known-funding.ts'
import { readEinsaetze, readFortbildungen, readQualifikationen } from './read-persons.ts'
import { readDurchfuehrung, readEmpfaenger } from './read-recipients.ts'

interface FundingForm<Row> {
  /** The columns by which a file of this form is known. */
  known: readonly string[]
  read(content: readonly NumberedRow[], file: string, known: KnownFunding): Read<Row>
  store(trx: Db, rows: readonly Row[]): Promise<Counts>
}

const form = <Row>(one: FundingForm<Row>) => ({
  known: one.known,
  plan(content: readonly NumberedRow[], file: string, known: KnownFunding) {
    const { rows, problems } = one.read(content, file, known)
    return { problems, store: (trx: Db) => one.store(trx, rows) }
  },
})

/** The files about grants and persons, those that are known by more columns first. */
export const fundingForms = {
  einsaetze: form({ known: ['im_nummer', 'empfaenger'], read: readEinsaetze, store: storeEinsaetze }),
  qualifikationen: form({
    known: ['im_nummer', 'qualifikation'],
    read: readQualifikationen,
    store: storeQualifikationen,
  }),
  fortbildungen: form({ known: ['im_nummer', 'fortbildung_am'], read: readFortbildungen, store: storeFortbildungen }),
  durchfuehrung: form({ known: ['gkz', 'durchfuehrung'], read: readDurchfuehrung, store: storeDurchfuehrung }),
  empfaenger: form({ known: ['empfaenger', 'art'], read: readEmpfaenger, store: storeEmpfaenger }),
}

type FormName = keyof typeof fundingForms

/** Reads a file about grants or persons, CSV or a sheet; undefined where its columns say that it is none. */
export async function planFunding(db: Db, { file, tables }: OpenedFile) {
  for (const table of tables) {
    const name = formOf((table.head.rows[0] ?? []).map((cell) => cell.trim()))
    if (name === undefined) continue
    const { rows, refused } = await allRows(table)
    const { problems, store } = fundingForms[name].plan(rows, file, await readKnownFunding(db))
    const told = [...refused, ...problems.map(({ file: _, ...one }) => one)].sort((a, b) => a.line - b.line)
    return {
      form: name,
      title: importForms[name],
      gone: [],
      notes: [],
      problems: told.map((one) => placed(file, one)),
      apply: async (trx: Db) => ({ [name]: await store(trx) }),
    }
  }
  return undefined
}

function formOf(heads: readonly string[]): FormName | undefined {
  return (Object.keys(fundingForms) as FormName[]).find((name) =>
    fundingForms[name].known.every((column) => heads.includes(column)),
  )
}

async function allRows(table: Table) {
  const rows: NumberedRow[] = []
  const refused: { line: number; column?: string; sentence: string }[] = []
  for await (const batch of table.batches('cells', () => {})) {
    refused.push(...batch.refusals)
    for (const [index, cells] of batch.rows.entries()) rows.push({ line: batch.lines[index] ?? 0, cells })
  }
  return { rows, refused }
}
