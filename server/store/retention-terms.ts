import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Terms, WaveKind } from '../retention/rules.ts'
import { waveEndsAt } from './frist.ts'

/** How long a wave keeps one kind of data, and what came of offering it to an archive. */
export interface WaveTerm {
  wave: string
  kind: WaveKind
  days: number | null
  archive: boolean
  offered: 'taken' | 'declined' | null
  offeredAt: Date | null
  /** When it is due; null: never. */
  dueAt: Date | null
  /** Its time has come. */
  over: boolean
  synthetic: boolean
}

/** The terms of all waves, or of one. What was invented belongs to nobody, and is never due. */
export async function listTerms(db: Db, wave?: string): Promise<WaveTerm[]> {
  const { rows } = await sql<WaveTerm>`
    select t.wave_id as wave, t.kind, t.days, t.archive, t.offered, t.offered_at as "offeredAt", due.at as "dueAt",
      coalesce(due.at <= now(), false) as over, w.synthetic
    from wave_retention t join wave w on w.id = t.wave_id
    cross join lateral (
      select case when not w.synthetic then greatest(${waveEndsAt}, w.closed_at) + make_interval(days => t.days) end as at
    ) due
    where ${wave ?? null}::text is null or w.id = ${wave ?? null}
    order by t.wave_id, array_position(array['contact', 'drafts', 'initials', 'codes', 'origin'], t.kind)`.execute(db)
  return rows
}

/** Says how long a wave keeps what. What an archive said is asked again where something else holds now. */
export async function setTerms(db: Db, wave: string, terms: Partial<Terms>): Promise<void> {
  for (const [kind, { days, archive }] of Object.entries(terms))
    await sql`insert into wave_retention as t (wave_id, kind, days, archive)
      values (${wave}, ${kind}, ${days}::integer, ${archive})
      on conflict (wave_id, kind) do update set days = excluded.days, archive = excluded.archive,
        offered = case when t.archive = excluded.archive then t.offered end,
        offered_at = case when t.archive = excluded.archive then t.offered_at end`.execute(db)
}

/** Notes what came of offering something to an archive. False where that wave offers no such thing. */
export async function noteOffer(
  db: Db,
  { wave, kind, offered }: { wave: string; kind: WaveKind; offered: 'taken' | 'declined' },
): Promise<boolean> {
  const { rows } = await sql`update wave_retention set offered = ${offered}, offered_at = now()
    where wave_id = ${wave} and kind = ${kind} and archive returning kind`.execute(db)
  return rows.length > 0
}

/** How long a wave keeps what, to be said of another one. */
export async function termsOf(db: Db, wave: string): Promise<Partial<Terms>> {
  const rows = await db
    .selectFrom('wave_retention')
    .select(['kind', 'days', 'archive'])
    .where('wave_id', '=', wave)
    .execute()
  return Object.fromEntries(rows.map(({ kind, days, archive }) => [kind, { days, archive }]))
}
