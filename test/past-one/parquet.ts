import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Database } from '../../server/database/database.ts'
import { formatNamed } from '../../server/export/formats/index.ts'
import { waveTables } from '../../server/export/wave-tables.ts'
import { writeTable } from '../../server/export/write-table.ts'
import { addScope } from '../../server/store/scopes.ts'
import { inventedKreise, laenderOn } from './country.ts'
import type { AskedWave } from './rows.ts'

/**
 * Each server writes the answers of its Länder as `wave=…/land=….parquet`: for each Land an account that works for its Kreise, whose
 * files hold no others.
 */
export async function writeParts(folder: string, owner: Database, server: number, waves: readonly AskedWave[]) {
  const format = formatNamed('parquet')
  if (format === undefined) throw new Error('there is no Parquet')
  const shipped = await owner.db.selectFrom('kreis').select(['kreis', 'regierungsbezirk']).execute()
  for (const { key } of laenderOn(server)) {
    const invented = inventedKreise.filter(({ land }) => land.key === key).map(({ kreis }) => kreis)
    const all = new Set(inventedKreise.map(({ kreis }) => kreis))
    const kreise = key === '08' ? shipped.map(({ kreis }) => kreis).filter((one) => !all.has(one)) : invented
    const account = await accountFor(owner, key, kreise)
    for (const { wave, instrument } of waves) {
      const { antworten } = await waveTables(
        owner.pool,
        { wave, instrument, stichtag: instrument.stichtag ?? null, synthetic: true },
        { account },
      )
      const path = join(folder, `wave=${wave}`, `land=${key}`)
      await mkdir(path, { recursive: true })
      await writeTable(format, antworten, join(path, 'antworten.parquet'))
    }
  }
}

async function accountFor({ db }: Database, land: string, kreise: readonly string[]): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into staff.account (name, role, password_hash, password_initial)
    values (${`forschung.${land}`}, 'forschung', '', true) returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  await addScope(
    db,
    id,
    kreise.map((key) => ({ kind: 'kreis', key })),
  )
  return id
}

/** Of each number that a wave asks for: by Land how many said one, and their sum. DuckDB adds up what lies in the files. */
export async function sumsInParts(folder: string, { wave, instrument }: AskedWave): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const sums = countsOf(instrument).map((name) => `count("${name}"), sum("${name}"::hugeint)::text`)
    const rows = await connection.runAndReadAll(
      `select ${['land', 'count(*)', ...sums].join(', ')}
       from read_parquet('${folder}/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false, union_by_name = true)
       where wave = '${wave}' group by land order by land`,
    )
    return rows.getRows().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** The same from one database, which unpacks the answers itself. */
export async function sumsOfOne({ pool }: Database, { wave, instrument }: AskedWave): Promise<unknown> {
  const sums = countsOf(instrument).map((name) => {
    const value = `(answers ->> '${name}')::numeric`
    return `count(${value})::integer, sum(${value})::text`
  })
  const { rows } = await pool.query({
    rowMode: 'array',
    text: `select ${['forschung.land_of(unit) as land', 'count(*)::integer', ...sums].join(', ')}
      from (select distinct on (p.unit) p.unit, s.answers from submission_in(newest_data_state()) s
        join participant p on p.id = s.participant_id where p.wave_id = $1 order by p.unit, s.revision desc) n
      group by 1 order by 1`,
    values: [wave],
  })
  return rows
}

const countsOf = ({ variables }: AskedWave['instrument']) =>
  variables
    .filter(({ type, contact, role }) => type === 'count' && !contact && role !== 'derived')
    .slice(0, 40)
    .map(({ name }) => name)
