import type { Kysely } from 'kysely'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { startSession } from '../../server/store/visits.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import type { Tables } from '../../server/tables.ts'
import { loadInstrument } from '../../surveys/load.ts'

/** Opens Umfrage 1 for so many Kommunen. Comes back with a cookie for each, of somebody who is logged in. */
export async function manyPeople(db: Kysely<Tables>, count: number): Promise<string[]> {
  await importShippedRegistry(db)
  const instrument = await loadInstrument('umfrage-1')
  if (instrument === undefined) throw new Error('umfrage-1 is missing')
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select('gkz')
    .where('valid_to', 'is', null)
    .orderBy('gkz')
    .limit(count)
    .execute()
  const participants = await createWave(db, {
    id: 'umfrage-1',
    survey: 'umfrage-1',
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    stichtag: '2018-12-15',
    frist: '2999-12-31',
    participants: gemeinden.map(({ gkz }) => gkz),
    gkzField: 'gkz',
  })
  await setWaveState(db, 'umfrage-1', 'open')
  if (participants.length !== count) throw new Error(`there are only ${participants.length} Kommunen`)
  return Promise.all(
    participants.map(async ({ id }) => {
      const token = newToken()
      await startSession(db, { tokenHash: hashToken(token), participantId: id, editor: '' })
      return `stichtag=${token}`
    }),
  )
}
