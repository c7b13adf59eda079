import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Database, Db } from '../../server/database/database.ts'
import { formats } from '../../server/export/formats/index.ts'
import { waveTables } from '../../server/export/wave-tables.ts'
import { writeTable } from '../../server/export/write-table.ts'
import { answersQuery } from '../../server/store/answers-query.ts'
import { compile } from '../../surveys/compile/compile.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { median } from './median.ts'
import { answeredFields, largeQuestionnaire } from './questionnaire.ts'
import { settle } from './world.ts'

const submissions = 20_000
const turns = 5
const wave = 'ausgabe'

/**
 * What a format must reach of the limit, and by how many megabytes the process may grow while it writes; one that is not
 * named is only told: of typed rows, most of the growth is what the engine has not yet swept up.
 */
const budgets: Readonly<Record<string, { ratio: number; grown: number }>> = {
  csv: { ratio: 0.8, grown: 64 },
  'csv-de': { ratio: 0.8, grown: 64 },
}

export interface ExportSpeed {
  name: 'export'
  title: string
  /** Milliseconds of the limit. */
  bare: number
  formats: {
    name: string
    ours: number
    ratio: number
    megabytes: number
    /** Megabytes. */
    grown: number
    budget?: { ratio: number; grown: number }
  }[]
  met: boolean
}

/**
 * The answers of a wave as a file in every format, beside the limit: the same query, unpacked by `jsonb_to_record`,
 * through COPY and pg-copy-streams into a file, without hash and line ends.
 */
export async function measureExport({ db, pool }: Database, folder: string): Promise<ExportSpeed> {
  const instrument = compile(largeQuestionnaire())
  await addAnswers(db, instrument)
  await settle(db)
  const { antworten: table } = await waveTables(pool, { wave, instrument, stichtag: null, synthetic: true })
  const query = answersQuery(wave, instrument, { state: table.origin.state, values: 'amended' })
  const path = join(folder, 'ausgabe')
  const times: { name: string; bare: number; ours: number; bytes: number; grown: number }[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    for (const format of formats) {
      const bare = await timed(() => bareCopy(pool, query, path))
      await rm(path)
      const growth = watchMemory()
      const ours = await timed(() => writeTable(format, table, path))
      times.push({ name: format.name, bare, ours, bytes: (await stat(path)).size, grown: growth() })
      await rm(path)
    }
  }
  const measured = formats.map(({ name }) => {
    const own = times.filter((one) => one.name === name)
    const budget = budgets[name]
    return {
      name,
      ours: median(own.map(({ ours }) => ours)),
      ratio: median(own.map(({ bare, ours }) => bare / ours)),
      megabytes: (own[0]?.bytes ?? 0) / 2 ** 20,
      grown: Math.max(...own.map(({ grown }) => grown)),
      ...(budget === undefined ? {} : { budget }),
    }
  })
  return {
    name: 'export',
    title: `Ausgabe von ${submissions.toLocaleString('de-DE')} Abgaben mit 150 Zahlen`,
    bare: median(times.map(({ bare }) => bare)),
    formats: measured,
    met: measured.every(({ ratio, grown, budget }) => !budget || (ratio >= budget.ratio && grown <= budget.grown)),
  }
}

async function bareCopy(pool: Pool, query: string, path: string): Promise<void> {
  const client = await pool.connect()
  const rows = client.query(copyTo(`copy (${query}) to stdout with (format csv, header)`))
  await pipeline(rows, createWriteStream(path))
  client.release()
}

/** By how many megabytes the process has grown at most, from now until it is asked. */
function watchMemory(): () => number {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return () => {
    clearInterval(watch)
    return (most - before) / 2 ** 20
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function addAnswers(db: Db, instrument: Instrument): Promise<void> {
  const fields = answeredFields(instrument).map(({ name }) => sql`${sql.lit(name)}::text, floor(random() * 200)`)
  // A function takes at most a hundred arguments.
  const parts = [0, 40, 80, 120].map((from) => sql`jsonb_build_object(${sql.join(fields.slice(from, from + 40))})`)
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
      select k::text, 'Kreis ' || k, 'Landkreis', 'Bezirk', '1999-01-01' from generate_series(200, 219) k`.execute(trx)
    await sql`insert into gemeinde (gkz, name, kreis, population, valid_from)
      select u::text, 'Kommune ' || u, left(u::text, 3), 100, '1999-01-01'
      from generate_series(200000, 200000 + ${submissions}::integer - 1) u`.execute(trx)
    await sql`insert into wave (id, survey, survey_version, survey_hash, frist)
      values (${wave}, ${instrument.id}, ${instrument.version}, ${instrument.hash}, '2999-12-31')`.execute(trx)
    await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
      select ${wave}, gkz, valid_from from gemeinde`.execute(trx)
    await sql`with stored as (insert into submission (state, participant_id, revision, receipt, survey_version, survey_hash, answers, comments,
        justifications, content_hash)
      select draw_data_state(), id, 1, 'A-' || id, ${instrument.version}, ${instrument.hash}, ${sql.join(parts, sql` || `)}, '{}', '[]', ''
      from participant returning state)
      insert into data_state (number, what) select state, 'submission' from stored`.execute(trx)
  })
}
