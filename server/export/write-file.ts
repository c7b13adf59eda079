import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import Papa from 'papaparse'
import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { codebook } from '../../surveys/codebook/codebook.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { answersQuery, type CsvDialect, remarksQuery } from './answers-query.ts'
import { crlfRows } from './crlf.ts'

const byteOrderMark = '\ufeff'

/** The files of an export: what each holds, and what its name adds to that of the wave. */
export const exportFiles = {
  antworten: { label: 'Antworten', ending: '' },
  anmerkungen: { label: 'Anmerkungen und Begründungen', ending: '-anmerkungen' },
  codebuch: { label: 'Codebuch', ending: '-codebuch' },
} as const

export type ExportFile = keyof typeof exportFiles

export interface ExportPlan {
  wave: string
  instrument: Instrument
  dialect: CsvDialect
  /** The highest submission that counts; all of them where nothing is said. */
  upTo?: number
}

/** Writes one file of an export, and says how many rows it has. PostgreSQL streams them; memory does not grow with them. */
export async function writeFileOf(pool: Pool, file: ExportFile, plan: ExportPlan, path: string): Promise<number> {
  const { wave, instrument, dialect, upTo } = plan
  switch (file) {
    case 'antworten':
      return copyInto(pool, answersQuery(wave, instrument, upTo), dialect, path)
    case 'anmerkungen':
      return copyInto(pool, remarksQuery(wave, instrument, upTo), dialect, path)
    case 'codebuch': {
      const rows = codebook(instrument)
      const text = Papa.unparse(rows, { delimiter: dialect.delimiter, newline: '\r\n' })
      await writeFile(path, `${dialect.byteOrderMark ? byteOrderMark : ''}${text}\r\n`)
      return rows.length
    }
  }
}

async function copyInto(
  pool: Pool,
  query: string,
  { delimiter, byteOrderMark: marked }: CsvDialect,
  path: string,
): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const rows = client.query(copyTo(`copy (${query}) to stdout with (format csv, header, delimiter '${delimiter}')`))
    const out = createWriteStream(path)
    if (marked) out.write(byteOrderMark)
    await pipeline(rows, crlfRows(), out)
    return rows.rowCount
  } finally {
    // The connection's limit was lifted for this one query.
    client.release(true)
  }
}
