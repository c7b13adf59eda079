import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Papa from 'papaparse'
import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { codebook } from '../../surveys/codebook.ts'
import type { Instrument } from '../../surveys/instrument.ts'
import { answersQuery, type CsvDialect, remarksQuery } from './answers-query.ts'
import { crlfRows } from './crlf.ts'

const byteOrderMark = '\ufeff'

/**
 * Writes answers, remarks and codebook of a wave as three CSV files. All are written beside their place first and moved
 * there together, so that a failure leaves nothing half done. PostgreSQL streams the rows; memory does not grow with them.
 */
export async function writeExport(
  pool: Pool,
  wave: string,
  instrument: Instrument,
  dialect: CsvDialect,
  folder: string,
): Promise<string[]> {
  const target = resolve(folder)
  await mkdir(target, { recursive: true })
  const workplace = await mkdtemp(join(dirname(target), '.stichtag-export-'))
  try {
    const names = [`${wave}.csv`, `${wave}-anmerkungen.csv`, `${wave}-codebuch.csv`] as const
    const [answers, remarks, book] = names.map((name) => join(workplace, name)) as [string, string, string]
    await copyInto(pool, answersQuery(wave, instrument), dialect, answers)
    await copyInto(pool, remarksQuery(wave, instrument), dialect, remarks)
    const rows = Papa.unparse(codebook(instrument), { delimiter: dialect.delimiter, newline: '\r\n' })
    await writeFile(book, `${dialect.byteOrderMark ? byteOrderMark : ''}${rows}\r\n`)
    for (const name of names) await rename(join(workplace, name), join(target, name))
    return names.map((name) => join(folder, name))
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

async function copyInto(
  pool: Pool,
  query: string,
  { delimiter, byteOrderMark: marked }: CsvDialect,
  file: string,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    const rows = client.query(copyTo(`copy (${query}) to stdout with (format csv, header, delimiter '${delimiter}')`))
    const out = createWriteStream(file)
    if (marked) out.write(byteOrderMark)
    await pipeline(rows, crlfRows(), out)
  } finally {
    // The connection's limit was lifted for this one query.
    client.release(true)
  }
}
