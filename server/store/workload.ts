import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** How much is to be done, and for how long it has been waiting, in seconds. */
export interface Workload {
  computations: Record<'waiting' | 'running' | 'failed', number>
  oldestComputation: number
  jobs: Record<'waiting' | 'running' | 'failed', number>
  overdueJob: number
  mails: Record<'waiting' | 'sending' | 'uncertain', number>
  latePages: number
}

/** How many of some rows are in each of these states. */
const byState = (table: string, states: readonly string[], which = sql`true`) => sql`
  (select jsonb_object_agg(s.state, coalesce(n.count, 0))
   from unnest(${[...states]}::text[]) s (state)
   left join (select state, count(*) as count from ${sql.table(table)}
     where state = any(${[...states]}) and ${which} group by state) n on n.state = s.state)`

const secondsSince = (column: string) => sql`coalesce(extract(epoch from now() - min(${sql.ref(column)})), 0)::float8`

export async function readWorkload(db: Db): Promise<Workload> {
  const { rows } = await sql<Workload>`
    select ${byState('computation', ['waiting', 'running', 'failed'])} as computations,
      (select ${secondsSince('asked_at')} from computation where state in ('waiting', 'running')) as "oldestComputation",
      ${byState('job', ['waiting', 'running', 'failed'])} as jobs,
      (select ${secondsSince('due_at')} from job where state = 'waiting' and due_at <= now()) as "overdueJob",
      ${byState('contact.dispatch', ['waiting', 'sending', 'uncertain'], sql`way = 'mail'`)} as mails,
      (select count(*)::integer from parked_page where settled_at is null) as "latePages"`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the database answers nothing')
  return row
}
