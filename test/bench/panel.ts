import { sql } from 'kysely'
import type { Pool } from 'pg'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import type { Database, Db } from '../../server/database/database.ts'
import { comparePanel, type PanelAnswer } from '../../server/evaluation/compare-panel.ts'
import { Forms } from '../../server/forms/form.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { median } from './median.ts'
import { settle } from './world.ts'

/** What is compared between every wave and every later one. */
const variables = ['zp_gesamt', 'zp_duldung_anteil']
const surveys = ['umfrage-1', 'umfrage-1', 'umfrage-4', 'umfrage-4']
const sizes = [1_000, 10_000, 100_000]
const turns = 3

/**
 * How many times as long as plain SQL for the same figures, and how much dearer a unit may be among ten times as many: memory to
 * clear makes it dearer, and whatever looks at every pair of units would make it ten times as dear.
 */
const budgets = { ratio: 1.25, growth: 1.5 }

export interface Growth {
  name: 'panel'
  title: string
  steps: { units: number; ours: number; sql: number; ratio: number }[]
  /** Milliseconds per unit of the largest panel, in those of the one before. */
  growth: number
  budgets: typeof budgets
  met: boolean
}

/**
 * Reads, lays over each other and compares four waves of ever more units, beside the same figures from plain SQL: levels of
 * each wave, and of each pair of waves the mean change, its spread and median, risers and fallers, and sums. Without bootstrap,
 * which SQL has not; ranks and effect sizes are ours alone.
 */
export async function measurePanel(world: Database): Promise<Growth> {
  await addUnits(world.db, Math.max(...sizes))
  const steps: Growth['steps'] = []
  for (const units of sizes) {
    const waves = surveys.map((_survey, place) => `b${units}-${place + 1}`)
    for (const [place, survey] of surveys.entries()) await addWave(world.db, waves[place] ?? '', survey, units, place)
    await settle(world.db)
    const times = { ours: [] as number[], sql: [] as number[] }
    for (let turn = 0; turn < turns; turn += 1) {
      const [answer, ours] = await timed(() =>
        comparePanel(world, new Forms(), { waves, variables, options: { replicates: 0 } }),
      )
      const [rows, plain] = await timed(() => plainSql(world.pool, waves))
      assertSame(answer, rows)
      times.ours.push(ours)
      times.sql.push(plain)
    }
    const [ours, plain] = [median(times.ours), median(times.sql)]
    steps.push({ units, ours, sql: plain, ratio: ours / plain })
  }
  const perUnit = steps.map(({ units, ours }) => ours / units)
  const growth = (perUnit.at(-1) ?? 0) / (perUnit.at(-2) ?? 1)
  const met = growth <= budgets.growth && (steps.at(-1)?.ratio ?? 0) <= budgets.ratio
  return { name: 'panel', title: 'Panel: lesen, aufbauen, vergleichen', steps, growth, budgets, met }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now()
  return [await work(), performance.now() - start]
}

/** Kommunen that do not exist, in as many Kreise as there can be. */
async function addUnits(db: Db, count: number): Promise<void> {
  await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    select k::text, 'Kreis ' || k, 'Landkreis', 'Bezirk ' || k / 100, '1999-01-01'
    from generate_series(100, 499) k where k::text not in (select kreis from kreis)`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, population, valid_from)
    select u::text, 'Kommune ' || u, left(u::text, 3), u % 50000, '1999-01-01'
    from generate_series(200000, 200000 + ${count}::integer - 1) u
    where u::text not in (select gkz from gemeinde)`.execute(db)
}

/** A wave in which nearly all have answered: forty numbers, some of them blank. */
async function addWave(db: Db, wave: string, survey: string, units: number, place: number): Promise<void> {
  const instrument = await loadInstrument(survey)
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  const numbers = instrument.variables.filter(({ type }) => type === 'count').slice(0, 40)
  const random = sql.join(numbers.map(({ name }) => sql`${sql.lit(name)}::text, floor(random() * 200)`))
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`select setseed(${0.1 * (place + 1)})`.execute(trx)
    await sql`insert into wave (id, survey, survey_version, survey_hash, stichtag, frist)
      values (${wave}, ${survey}, ${instrument.version}, ${instrument.hash}, ${instrument.stichtag ?? null}, '2999-12-31')`.execute(
      trx,
    )
    await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
      select ${wave}, gkz, valid_from from gemeinde where name like 'Kommune %' order by gkz limit ${units}`.execute(
      trx,
    )
    await sql`with stored as (insert into submission (state, participant_id, revision, receipt, survey_version, survey_hash, answers,
        comments, justifications, content_hash)
      select draw_data_state(), id, 1, ${wave} || '-' || id, ${instrument.version}, ${instrument.hash}, jsonb_build_object(${random}), '{}', '[]', ''
      from participant where wave_id = ${wave} and random() < 0.9 returning state)
      insert into data_state (number, what) select state, 'submission' from stored`.execute(trx)
  })
}

interface PlainRow {
  variable: string
  earlier: string
  later: string
  n: number
  change: number
  sum_before: number
}

/** The same figures from the database alone; the newest submissions are found and unpacked once. */
async function plainSql(pool: Pool, waves: readonly string[]): Promise<PlainRow[]> {
  const parts = ['kontingent', 'gestattung', 'erlaubnis', 'duldung', 'ohne', 'nicht_eu', 'eu', 'andere']
  const status = parts.map((code) => `zp_status_${code}`)
  const known = status.map((name) => `a.${name}`).join(' + ')
  const { rows } = await pool.query<PlainRow>(
    `with newest as materialized (
       select distinct on (p.wave_id, p.unit) p.wave_id, p.unit, s.answers
       from participant p join submission s on s.participant_id = p.id
       where p.wave_id = any($1) order by p.wave_id, p.unit, s.revision desc
     ), wide as materialized (
       select wave_id, unit, v.variable, v.value
       from newest n
       cross join lateral jsonb_to_record(n.answers) as a(zp_gesamt float8, ${status.map((name) => `${name} float8`).join(', ')})
       cross join lateral (values ('zp_gesamt', a.zp_gesamt),
         ('zp_duldung_anteil', case when ${known} > 0 then 100 * a.zp_status_duldung / (${known}) end)) v (variable, value)
       where v.value is not null
     ), levels as (
       select variable, wave_id, count(*), avg(value), stddev_samp(value), sum(value),
         percentile_cont(array[0.25, 0.5, 0.75]) within group (order by value)
       from wide group by variable, wave_id
     ), changes as (
       select variable, one.wave_id as earlier, two.wave_id as later, count(*)::integer as n, avg(one.value), avg(two.value),
         sum(one.value) as sum_before, sum(two.value), stddev_samp(one.value), stddev_samp(two.value),
         avg(two.value - one.value) as change, stddev_samp(two.value - one.value),
         percentile_cont(array[0.25, 0.5, 0.75]) within group (order by one.value),
         percentile_cont(array[0.25, 0.5, 0.75]) within group (order by two.value),
         percentile_cont(0.5) within group (order by two.value - one.value),
         count(*) filter (where two.value > one.value), count(*) filter (where two.value < one.value)
       from wide one join wide two using (variable, unit) where one.wave_id < two.wave_id
       group by variable, one.wave_id, two.wave_id
     )
     select c.variable, c.earlier, c.later, c.n, c.change, c.sum_before, (select count(*) from levels) from changes c
     order by c.variable, c.earlier, c.later`,
    [waves],
  )
  return rows
}

/** Two ways to one number agree. */
function assertSame({ compared }: PanelAnswer, rows: readonly PlainRow[]): void {
  let seen = 0
  for (const { variable, steps } of compared.variables) {
    for (const { from, to, total } of steps) {
      const row = rows.find((one) => one.variable === variable.name && one.earlier === from && one.later === to)
      const { result } = total
      if (row === undefined || result?.kind !== 'number' || !isDefined(result.change)) throw new Error(`${from} ${to}`)
      const near = Math.abs(result.change.change - row.change) <= 1e-9 * Math.max(1, Math.abs(row.change))
      if (result.pairs.n !== row.n || !near)
        throw new Error(`${variable.name}: ${result.change.change} and ${row.change}`)
      seen += 1
    }
  }
  if (seen !== rows.length) throw new Error(`${seen} comparisons and ${rows.length} rows`)
}
