import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Db, openDatabase } from '../../server/database/database.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { published } from '../support/published.ts'
import { inventedGemeinden, inventedKreise, laender, landOf } from './country.ts'
import { type Machine, onMachine } from './machines.ts'
import * as rows from './rows.ts'

/** The waves that ask Kommunen. */
const surveys = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-4', 'folgewelle']

/** What is there once a month, by indicator and breakdown: ten of them. */
const breakdowns = ['', 'GES=GESM', 'GES=GESW', 'NAT=NATA', 'NAT=NATD']
const monthly = ['hhl_svb', 'hhl_geringfuegig'].flatMap((indicator) =>
  breakdowns.map((breakdown) => ({ indicator, breakdown })),
)
const batch = 1
/** January 2019, after the Stichtag of the first waves. */
const lastMonth = { year: 2019, month: 0 }

export interface Size {
  /** How many of the Kommunen are asked: 1 is all. */
  part: number
  months: number
  seed: number
}

export interface Country {
  kommunen: readonly rows.Kommune[]
  waves: readonly rows.AskedWave[]
  monthly: rows.MonthlyRows
  size: Size
}

/** What is the same on all servers: the register, which waves there are, which series, which files were read in. */
export async function writeReferences(ownerUrl: string): Promise<void> {
  const { db, close } = openDatabase(ownerUrl, { max: 2, statementTimeout: 0 })
  try {
    await importShippedRegistry(db)
    const kreise = inventedKreise.map(({ kreis, land }) => ({ kreis, name: `${land.name} ${kreis}`, of: land.name }))
    await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
      select kreis, name, 'Landkreis', "of", '1999-01-01'
      from jsonb_to_recordset(${JSON.stringify(kreise)}::jsonb) as one (kreis text, name text, "of" text)`.execute(db)
    await sql`insert into gemeinde (gkz, name, kreis, population, population_date, valid_from)
      select gkz, name, kreis, population, '2024-12-31', '1999-01-01'
      from jsonb_to_recordset(${JSON.stringify(inventedGemeinden)}::jsonb)
        as one (gkz text, name text, kreis text, population integer)`.execute(db)
    for (const [place, survey] of surveys.entries()) await writeWave(db, survey, place)
    await sql`insert into series (indicator, breakdown, months)
      select one.indicator, one.breakdown, 1 from jsonb_to_recordset(${JSON.stringify(monthly)}::jsonb)
        as one (indicator text, breakdown text)`.execute(db)
    await sql`insert into import_batch (file_name, file_hash, settings, format, title, source, licence, synthetic, observations,
        report, imported_at, state)
      values ('monatlich.csv', ${'0'.repeat(64)}, '{}', 'liste', 'Erfundene Monatszahlen', 'erfunden', 'keine', true, 0, '{}',
        '2019-01-01T00:00:00Z', 0)`.execute(db)
  } finally {
    await close()
  }
}

async function writeWave(db: Db, survey: string, place: number): Promise<void> {
  const { version, hash, stichtag = null, contactFields } = await published(survey)
  const opened = `2018-0${place + 1}-01T00:00:00Z`
  await sql`insert into wave (id, survey, survey_version, survey_hash, stichtag, frist, state, opened_at, created_at, contact_fields)
    values (${survey}, ${survey}, ${version}, ${hash}, ${stichtag}, '2999-12-31', 'open', ${opened}, ${opened},
      ${[...contactFields]})`.execute(db)
}

/** Who is asked, and what of it is there, as the register of a server has it. */
export async function readCountry(machine: Machine, size: Size): Promise<Country> {
  const all = await onMachine(machine, async (client) => {
    const { rows: found } = await client.query<{ gkz: string; from: string }>(
      `select gkz, valid_from::text as from from gemeinde where valid_to is null order by gkz`,
    )
    return found.map(({ gkz, from }, at): rows.Kommune => ({ gkz, validFrom: from, at }))
  })
  const asked = new Set(
    laender.flatMap((land) => {
      const own = all.filter(({ gkz }) => landOf(gkz) === land)
      return own.slice(0, Math.max(3, Math.round(own.length * size.part)))
    }),
  )
  const waves = await Promise.all(
    surveys.map(async (wave, place) => ({ wave, place, instrument: await published(wave) })),
  )
  return {
    kommunen: all.filter((one) => asked.has(one)),
    waves,
    monthly: { series: monthly.map((_one, at) => at + 1), batch, months: monthsUntil(size.months) },
    size,
  }
}

function monthsUntil(count: number): string[] {
  const dayOf = (back: number) =>
    new Date(Date.UTC(lastMonth.year, lastMonth.month - back, 1)).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, at) => dayOf(count - 1 - at))
}

export interface Filled {
  name: string
  kommunen: number
  submissions: number
  observations: number
  seconds: number
}

/** Copies straight into a server what belongs to it: `belongs` says which Kommunen. */
export async function fill(
  machine: Machine,
  { kommunen: all, waves, monthly: asked, size }: Country,
  belongs: (kommune: rows.Kommune) => boolean,
): Promise<Filled> {
  const began = performance.now()
  const kommunen = all.filter(belongs)
  return onMachine(machine, async (client) => {
    // What is written refers to what is there, and no state is drawn for it: it has one.
    await client.query('set session_replication_role = replica')
    let submissions = 0
    for (const wave of waves) {
      const given = [...rows.answered(String(size.seed), wave, kommunen)]
      await copy(client, 'participant', rows.participantLines(wave, kommunen))
      submissions += await copy(client, 'submission', rows.submissionLines(wave, given))
      await copy(client, 'amendment', rows.amendmentLines(given))
      await copy(client, 'data_state', rows.stateLines(given))
    }
    const observations = await copy(client, 'observation', rows.observationLines(size.seed, asked, kommunen))
    await client.query(`select setval('data_state_number', last_value + $1::bigint) from data_state_number`, [
      rows.firstFreeState,
    ])
    await client.query('analyze participant, submission, observation, data_state, amendment')
    const seconds = (performance.now() - began) / 1_000
    return { name: machine.name, kommunen: kommunen.length, submissions, observations, seconds }
  })
}

/** Says how many rows there were. */
export async function copy(client: pg.Client, table: rows.CopiedTable, lines: Iterable<string>): Promise<number> {
  const into = client.query(copyFrom(`copy ${table} (${rows.copied[table]}) from stdin`))
  await pipeline(Readable.from(inPieces(lines), { objectMode: false }), into)
  return into.rowCount
}

/** Each piece is a call to the system. */
function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < 100_000) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
