/**
 * Writes one file in a process of its own, so that what it takes is its alone: time, CPU and the most memory. Started by
 * `export.ts` with what is wanted as JSON.
 */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { openDatabase } from '../../../server/database/database.ts'
import { formatNamed } from '../../../server/export/formats/index.ts'
import { waveTables } from '../../../server/export/wave-tables.ts'
import { writeTable } from '../../../server/export/write-table.ts'
import { answersQuery } from '../../../server/store/answers-query.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { largeQuestionnaire } from '../questionnaire.ts'

export interface Wanted {
  url: string
  wave: string
  /** A format, or `copy`: the limit. */
  what: string
  path: string
}

/** Milliseconds, those of the processor in this process, and megabytes. */
export interface Taken {
  time: number
  cpu: number
  peak: number
}

const { url, wave, what, path }: Wanted = JSON.parse(process.argv[2] ?? '{}')
const { pool, close } = openDatabase(url, { statementTimeout: 0, idleInTransactionTimeout: 0 })
const instrument = compile(largeQuestionnaire())
const { antworten: table } = await waveTables(pool, { wave, instrument, stichtag: null, synthetic: true })
const query = answersQuery(wave, instrument, { state: table.origin.state, values: 'amended' })
const before = process.cpuUsage()
const start = performance.now()
const format = formatNamed(what)
if (what === 'copy') await bareCopy(pool, query)
else if (format === undefined) throw new Error(`${what} is no format`)
else await writeTable(format, table, path)
const time = performance.now() - start
const { user, system } = process.cpuUsage(before)
const taken: Taken = { time, cpu: (user + system) / 1_000, peak: process.resourceUsage().maxRSS / 1_024 }
await close()
console.log(JSON.stringify(taken))

async function bareCopy(pool: Pool, query: string): Promise<void> {
  const client = await pool.connect()
  await client.query('set statement_timeout = 0')
  const rows = client.query(copyTo(`copy (${query}) to stdout with (format csv, header)`))
  await pipeline(rows, createWriteStream(path))
  client.release()
}
