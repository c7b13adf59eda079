import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { createDrafts } from './drafts.ts'

/** A wave as its list shows it. */
export async function listWaves(db: Kysely<Tables>) {
  return db
    .selectFrom('wave')
    .select(['id', 'survey', 'survey_version', 'survey_hash', 'stichtag', 'frist', 'state', 'synthetic'])
    .select(({ selectFrom }) => [
      sql<boolean>`state = 'open' and now() < ends_at`.as('open'),
      selectFrom('participant')
        .whereRef('participant.wave_id', '=', 'wave.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('participants'),
      selectFrom('participant')
        .innerJoin('submission', 'submission.participant_id', 'participant.id')
        .whereRef('participant.wave_id', '=', 'wave.id')
        .select(({ fn }) => fn.count<number>('participant.id').distinct().as('n'))
        .as('submitted'),
    ])
    .orderBy('id')
    .execute()
}

export type Wave = NonNullable<Awaited<ReturnType<typeof findWave>>>

export async function findWave(db: Kysely<Tables>, id: string) {
  return db.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface NewWave {
  id: string
  survey: string
  surveyVersion: string
  surveyHash: string
  stichtag: string | null
  frist: string
  synthetic?: boolean
  /** The keys of the Kommunen that are asked. */
  participants: readonly string[]
  /** The field that holds the key, filled in beforehand. */
  gkzField: string | undefined
}

/** Creates a wave with its participants and their empty drafts. */
export async function createWave(db: Kysely<Tables>, wave: NewWave): Promise<{ id: number; gkz: string }[]> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('wave')
      .values({
        id: wave.id,
        survey: wave.survey,
        survey_version: wave.surveyVersion,
        survey_hash: wave.surveyHash,
        stichtag: wave.stichtag,
        frist: wave.frist,
        synthetic: wave.synthetic ?? false,
      })
      .execute()
    const { rows } = await sql<{ id: number; gkz: string }>`
      insert into participant (wave_id, gkz, gemeinde_valid_from)
      select ${wave.id}, gkz, valid_from from gemeinde
      where valid_to is null and gkz = any(${[...wave.participants]}) order by gkz
      returning id, gkz
    `.execute(trx)
    const { gkzField } = wave
    const drafts = rows.map(({ id, gkz }) => ({
      participantId: id,
      prefilled: gkzField === undefined ? {} : { [gkzField]: gkz },
    }))
    await createDrafts(trx, drafts)
    await noteWave(trx, wave.id, 'wave_created', { participants: rows.length })
    return rows
  })
}

/** Opens or closes a wave. */
export async function setWaveState(db: Kysely<Tables>, id: string, state: 'open' | 'closed'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const time = state === 'open' ? { opened_at: sql<Date>`now()` } : { closed_at: sql<Date>`now()` }
    await trx
      .updateTable('wave')
      .set({ state, ...time })
      .where('id', '=', id)
      .execute()
    await noteWave(trx, id, `wave_${state}`, {})
  })
}

export async function noteWave(
  db: Kysely<Tables>,
  wave: string,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ action, wave_id: wave, detail: JSON.stringify(detail) })
    .execute()
}

/** The participants of a wave, with whether they have a code that works. */
export async function listParticipants(db: Kysely<Tables>, wave: string) {
  return db
    .selectFrom('participant')
    .innerJoin('gemeinde', (join) =>
      join
        .onRef('gemeinde.gkz', '=', 'participant.gkz')
        .onRef('gemeinde.valid_from', '=', 'participant.gemeinde_valid_from'),
    )
    .select(['participant.id', 'participant.gkz', 'gemeinde.name'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('access_code')
          .select('hash')
          .whereRef('access_code.participant_id', '=', 'participant.id')
          .where('revoked_at', 'is', null),
      ).as('hasCode'),
    )
    .where('wave_id', '=', wave)
    .orderBy('participant.gkz')
    .execute()
}

/** Whether anything was submitted in a wave. */
export async function hasSubmissions(db: Kysely<Tables>, wave: string): Promise<boolean> {
  const first = await db
    .selectFrom('submission')
    .innerJoin('participant', 'participant.id', 'submission.participant_id')
    .select('submission.id')
    .where('wave_id', '=', wave)
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}
