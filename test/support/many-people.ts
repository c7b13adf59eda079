import type { Db } from '../../server/database/database.ts'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { hubHref } from '../../server/http/pages/addresses.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { startSession } from '../../server/store/sessions.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import { newWave, published } from './published.ts'

export interface Person {
  cookie: string
  form: string
}

/** Opens Umfrage 1 for so many Kommunen. Comes back with somebody for each who is logged in. */
export async function manyPeople(db: Db, count: number): Promise<Person[]> {
  await importShippedRegistry(db)
  const instrument = await published('umfrage-1')
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select('gkz')
    .where('valid_to', 'is', null)
    .orderBy('gkz')
    .limit(count)
    .execute()
  const participants = await createWave(
    db,
    newWave(
      instrument,
      gemeinden.map(({ gkz }) => gkz),
    ),
  )
  await setWaveState(db, 'umfrage-1', 'open')
  if (participants.length !== count) throw new Error(`there are only ${participants.length} Kommunen`)
  const people: { cookie: string; form: string }[] = []
  for (const { id, unit } of participants) {
    const token = newToken()
    await startSession(db, { tokenHash: hashToken(token), participantId: id, editor: '', device: '' })
    people.push({ cookie: `stichtag=${token}`, form: hubHref({ wave: 'umfrage-1', unit }) })
  }
  return people
}
