import type { AppContext } from '../boot/context.ts'
import { inErasureTurn } from '../store/erasures.ts'
import { holdRequest, withdrawProposal } from '../store/person-requests.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { exchanged, sightMark } from './chosen.ts'
import { eraseInTurn, makeUpFor } from './erase.ts'
import { groundText, isGround } from './grounds.ts'

type Needed = Pick<AppContext, 'db' | 'config'>

interface Of {
  request: number
  by: number
}

/** A decision on what somebody has looked at. */
interface Decision extends Of {
  seen: string
}

/**
 * Erases what a request asks for, after a second person has agreed, and keeps what shows it. Comes back with why not, or ''. What
 * was written after the erasure had been laid before the second person was seen by neither and stays.
 */
export async function eraseRequested(
  { db, config: { dataDir } }: Needed,
  { request: id, by, seen }: Decision,
): Promise<string> {
  return inErasureTurn(db, async (trx) => {
    await makeUpFor(trx, dataDir)
    const request = await holdRequest(trx, id)
    if (request === undefined) return 'Dieses Anliegen gibt es nicht.'
    const { state, ground, proposedById, proposedAt, chosen, proof } = request
    if (proof !== null) return ''
    if (state !== 'proposed' || proposedAt === null || !isGround(ground))
      return 'Zu diesem Anliegen wartet keine Löschung.'
    if (proposedById === by) return 'Zustimmen muss eine zweite Person: Diese Löschung haben Sie selbst vorgelegt.'
    if (sightMark(request) !== seen) return exchanged
    await eraseInTurn(trx, dataDir, {
      at: proposedAt,
      request: id,
      ground: groundText(ground),
      accountId: proposedById,
      consentId: by,
      ...chosen,
    })
    return ''
  })
}

/** Takes back what waits for a second person. Where that one has agreed, and it broke off, it is made up for instead. */
export async function withdrawErasure({ db, config: { dataDir } }: Needed, { request, by }: Of): Promise<void> {
  await inErasureTurn(db, async (trx) => {
    await makeUpFor(trx, dataDir)
    if (await withdrawProposal(trx, request))
      await noteStaff(trx, { action: 'person_erasure_withdrawn', accountId: by, detail: { request } })
  })
}
