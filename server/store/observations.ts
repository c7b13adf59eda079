import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { PartFigure } from '../../analysis/indicators/whole.ts'
import type { KnownSeries } from '../../analysis/sources/intake.ts'
import type { MissingReason } from '../../analysis/sources/missing.ts'
import type { Period } from '../../analysis/sources/period.ts'

/** Where the observations of a batch wait, within their transaction, until it is known what they change. */
export async function openStage(client: ClientBase): Promise<void> {
  await client.query(`set local work_mem = '64MB'`)
  await client.query(`
    create temp table stage (
      series integer not null, region text collate "C" not null, starts date not null, value double precision,
      missing missing_reason, uncertain boolean not null, line integer not null
    ) on commit drop;
    create temp table stage_series (series integer primary key, series_id integer not null) on commit drop`)
}

/** Copies lines of PostgreSQL's text format into the stage: series, region, starts, value, missing, uncertain, line. */
export async function fillStage(client: ClientBase, lines: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom('copy stage from stdin')))
}

/** Gives the series of the stage their numbers in the database; those that are new are added. */
export async function settleSeries(client: ClientBase, series: readonly KnownSeries[]): Promise<void> {
  const columns = [
    series.map(({ indicator }) => indicator),
    series.map(({ breakdown }) => breakdown),
    series.map(({ months }) => months),
  ]
  const given = `unnest($1::text[], $2::text[], $3::smallint[]) with ordinality as given (indicator, breakdown, months, place)`
  await client.query(
    `insert into series (indicator, breakdown, months) select indicator, breakdown, months from ${given}
     on conflict do nothing`,
    columns,
  )
  await client.query(
    `insert into stage_series
     select place - 1, s.id from ${given} join series s using (indicator, breakdown, months)`,
    columns,
  )
  await client.query('analyze stage; analyze stage_series')
}

interface Duplicate {
  indicator: string
  breakdown: string
  region: string
  starts: string
  lines: number[]
  /** Whether the lines say different things. */
  differ: boolean
}

/** Observations that a file has more than once: equal ones are kept once, others are named with their lines. */
export async function findDuplicates(
  client: ClientBase,
  limit: number,
): Promise<{ contradictions: number; named: Duplicate[] }> {
  await client.query(`
    create temp table doubled on commit drop as
    select d.*, count(distinct (t.value, t.missing, t.uncertain)) > 1 as differ
    from (select series, region, starts, min(line) as first from stage group by 1, 2, 3 having count(*) > 1) d
    join stage t using (series, region, starts) group by 1, 2, 3, 4`)
  const { rows: named } = await client.query<Duplicate>(
    `select s.indicator, s.breakdown, d.region, d.starts, d.differ,
       (select array_agg(t.line order by t.line) from stage t
        where t.series = d.series and t.region = d.region and t.starts = d.starts) as lines
     from doubled d join stage_series m using (series) join series s on s.id = m.series_id
     order by d.differ desc, d.first limit $1`,
    [limit],
  )
  const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from doubled where differ`)
  return { contradictions: rows[0]?.count ?? 0, named }
}

/** Of observations that are there more than once, the first stays; of those that contradict each other, none. */
export async function dropDuplicates(client: ClientBase): Promise<void> {
  await client.query(`
    delete from stage t using doubled d
    where t.series = d.series and t.region = d.region and t.starts = d.starts and (d.differ or t.line > d.first)`)
}

/** The staged figures of an indicator by Kommune and Kreis. */
export async function readStagedParts(client: ClientBase, indicator: string): Promise<PartFigure[]> {
  type Row = Omit<PartFigure, 'period' | 'batches'> & { starts: string; months: PartFigure['period']['months'] }
  const { rows } = await client.query<Row>(
    `select s.breakdown, s.months, t.region, t.starts, t.value, t.missing, t.uncertain
     from stage t join stage_series m using (series) join series s on s.id = m.series_id
     where s.indicator = $1 and length(t.region) > 2`,
    [indicator],
  )
  return rows.map(({ starts, months, ...figure }) => ({ ...figure, period: { start: starts, months }, batches: [] }))
}

export interface Changes {
  added: number
  changed: number
  unchanged: number
}

/** What the stage would change of what is known. */
export async function compareStage(client: ClientBase): Promise<Changes> {
  const { rows } = await client.query<Changes & { total: number }>(`
    select (select count(*) from stage) as total, count(*) filter (where differs) as changed,
      count(*) filter (where not differs) as unchanged
    from (
      select distinct on (t.series, t.starts, t.region)
        (o.value, o.missing, o.uncertain) is distinct from (t.value, t.missing, t.uncertain) as differs
      from stage t join stage_series m using (series)
      join observation o on o.series_id = m.series_id and o.region = t.region and o.starts = t.starts
        and o.batch_id = any(array(select id from import_batch where undone_state is null))
      order by t.series, t.starts, t.region, o.batch_id desc
    ) known`)
  const { total = 0, changed = 0, unchanged = 0 } = rows[0] ?? {}
  return { added: total - changed - unchanged, changed, unchanged }
}

interface ChangedRow {
  indicator: string
  breakdown: string
  months: Period['months']
  region: string
  starts: string
  before: number | null
  beforeMissing: MissingReason | null
  after: number | null
  afterMissing: MissingReason | null
}

/**
 * What of the known figures the stage changes most: numbers by their ratio, in which 0 counts as a half, then what gains or loses
 * its number.
 */
export async function readMostChanged(client: ClientBase, limit: number): Promise<ChangedRow[]> {
  const { rows } = await client.query<ChangedRow>(
    `select s.indicator, s.breakdown, s.months, k.region, k.starts, k.before, k.before_missing as "beforeMissing",
       k.after, k.after_missing as "afterMissing"
     from (
       select distinct on (t.series, t.starts, t.region) m.series_id, t.region, t.starts,
         o.value as before, o.missing as before_missing, t.value as after, t.missing as after_missing,
         (o.value, o.missing, o.uncertain) is distinct from (t.value, t.missing, t.uncertain) as differs
       from stage t join stage_series m using (series)
       join observation o on o.series_id = m.series_id and o.region = t.region and o.starts = t.starts
         and o.batch_id = any(array(select id from import_batch where undone_state is null))
       order by t.series, t.starts, t.region, o.batch_id desc
     ) k join series s on s.id = k.series_id
     where k.differs
     order by abs(ln(coalesce(nullif(abs(k.after), 0), 0.5) / coalesce(nullif(abs(k.before), 0), 0.5)))
         * (case when k.after is null or k.before is null then -1 else 1 end) desc,
       s.indicator, s.breakdown, k.starts, k.region
     limit $1`,
    [limit],
  )
  return rows
}

/** Moves the stage to where it counts. What is known of the same series, region and time stays beside it, for earlier states. */
export async function storeStage(client: ClientBase, batchId: number): Promise<void> {
  await client.query(
    `insert into observation (series_id, batch_id, starts, value, region, missing, uncertain)
     select m.series_id, $1, t.starts, t.value, t.region, t.missing, t.uncertain
     from stage t join stage_series m using (series)
     order by m.series_id, t.starts, t.region`,
    [batchId],
  )
}
