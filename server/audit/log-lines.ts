import Papa from 'papaparse'
import { harmless } from '../../analysis/sources/harmless.ts'
import type { Db } from '../database/database.ts'
import { type LoggedEntry, listLogEntries } from '../store/log-entries.ts'
import type { LogFilter } from './log-kinds.ts'
import { wantedOf } from './wanted-of.ts'

export const logFormats = {
  csv: { label: 'CSV', ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  json: { label: 'JSON', ending: '.jsonl', mediaType: 'application/x-ndjson; charset=utf-8' },
} as const

export type LogFormat = keyof typeof logFormats

export const isLogFormat = (text: string): text is LogFormat => Object.hasOwn(logFormats, text)

const atATime = 500

/** People script against these names: they only ever grow. */
function rowOf({ id, at, action, who, wave, unit, whom, file, said, detail, number, hash }: LoggedEntry) {
  return {
    eintrag: id,
    zeit: at.toISOString(),
    vorgang: action,
    konto: who,
    erhebung: wave,
    teilnahme: unit,
    betrifft_konto: whom,
    datei: file,
    text: said,
    angaben: detail,
    kette_nummer: number,
    kette_sha256: hash,
  }
}

const columns = [
  'eintrag',
  'zeit',
  'vorgang',
  'konto',
  'erhebung',
  'teilnahme',
  'betrifft_konto',
  'datei',
  'text',
  'angaben',
  'kette_nummer',
  'kette_sha256',
] as const satisfies readonly (keyof ReturnType<typeof rowOf>)[]

/** The entries of the log as text, some at a time, the newest first; `onRows` is told how many came. */
export async function* logLines(
  db: Db,
  filter: LogFilter,
  format: LogFormat,
  onRows: (count: number) => void,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(columns)
  let before: number | undefined
  for (;;) {
    const entries = await listLogEntries(db, { ...wantedOf(filter), before, limit: atATime })
    if (entries.length === 0) return
    onRows(entries.length)
    yield entries.map((entry) => (format === 'csv' ? csvOf(entry) : `${JSON.stringify(rowOf(entry))}\n`)).join('')
    before = entries.at(-1)?.id
  }
}

function csvOf(entry: LoggedEntry): string {
  const { datei, text, angaben, ...row } = rowOf(entry)
  const typed = (value: string | null) => (value === null ? null : harmless(value))
  const cells = { ...row, datei: typed(datei), text: typed(text), angaben: JSON.stringify(angaben) }
  return csvLine(columns.map((column) => cells[column]))
}

const csvLine = (cells: readonly (string | number | null)[]) => `${Papa.unparse([[...cells]], { newline: '\r\n' })}\r\n`
