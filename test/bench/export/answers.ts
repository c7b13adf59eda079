import { sql } from 'kysely'
import type { Db } from '../../../server/database/database.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { answeredFields } from '../questionnaire.ts'

/** A wave that so many Kommunen have answered, which are there. */
export async function addWave(db: Db, instrument: Instrument, wave: string, count: number): Promise<void> {
  const fields = answeredFields(instrument).map(({ name }) => sql`${sql.lit(name)}::text, floor(random() * 200)`)
  // A function takes at most a hundred arguments.
  const parts = [0, 40, 80, 120].map((from) => sql`jsonb_build_object(${sql.join(fields.slice(from, from + 40))})`)
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into wave (id, survey, survey_version, survey_hash, frist)
      values (${wave}, ${instrument.id}, ${instrument.version}, ${instrument.hash}, '2999-12-31')`.execute(trx)
    await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
      select ${wave}, gkz, valid_from from gemeinde order by gkz limit ${count}`.execute(trx)
    await sql`with stored as (insert into submission (state, participant_id, revision, receipt, survey_version, survey_hash, answers, comments,
        justifications, content_hash)
      select draw_data_state(), id, 1, 'A-' || id, ${instrument.version}, ${instrument.hash}, ${sql.join(parts, sql` || `)}, '{}', '[]', ''
      from participant where wave_id = ${wave} returning state)
      insert into data_state (number, what) select state, 'submission' from stored`.execute(trx)
  })
}

/** Kommunen of which nothing is known but their number. It has a digit more, so that there can be a million. */
export async function addKommunen(db: Db, count: number): Promise<void> {
  await sql`alter table gemeinde drop constraint gemeinde_gkz`.execute(db)
  await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    select k::text, 'Kreis ' || k, 'Landkreis', 'Bezirk', '1999-01-01' from generate_series(200, 300) k`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, population, valid_from)
    select u::text, 'Kommune ' || u, left(u::text, 3), 100, '1999-01-01'
    from generate_series(2000000, 2000000 + ${count}::integer - 1) u`.execute(db)
}
