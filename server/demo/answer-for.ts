import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import { type Invented, listUntouched, storeInvented } from '../store/invented.ts'
import { readRegister } from '../store/register.ts'
import type { Facts } from './facts.ts'
import { inventParticipants } from './participants.ts'
import type { Profile } from './profile.ts'

/** So few at a time that whoever uses the server meanwhile does not notice. */
const piece = 25

interface Answering {
  /** What each of them has written besides. */
  comments?: ReadonlyMap<string, Record<string, string>>
  signal?: AbortSignal | undefined
}

/** Invents and stores answers for those of a wave who have none yet; says how many answered. */
export async function answerFor(
  db: Db,
  instrument: Instrument,
  profile: Profile,
  facts: ReadonlyMap<string, Facts>,
  { comments, signal }: Answering = {},
): Promise<number> {
  const untouched = await listUntouched(db, profile.wave)
  const asked = untouched.flatMap(({ id, unit }) => {
    const known = facts.get(unit)
    return known === undefined ? [] : [{ id, facts: known }]
  })
  const register = await readRegister(db)
  function* pieces(): Generator<Invented[]> {
    for (let start = 0; start < asked.length; start += piece) {
      signal?.throwIfAborted()
      yield inventParticipants(instrument, profile, asked.slice(start, start + piece), register, comments)
    }
  }
  return storeInvented(db, instrument, pieces())
}
