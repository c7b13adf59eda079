import type { AppContext } from '../boot/context.ts'
import { closeErased, holdingRequest, type PersonRequest } from '../store/person-requests.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { stillChosen } from './chosen.ts'
import { erase } from './erase.ts'
import { findByTerms, type PersonFound } from './find-person.ts'
import { groundText, isGround } from './grounds.ts'
import type { Proof } from './request-content.ts'
import { searchTerms } from './search-terms.ts'

/**
 * Erases what a request asks for, after a second person has agreed, and keeps what shows it. Comes back with why not, or ''. What
 * was written after the erasure had been laid before the second person was seen by neither and stays.
 */
export async function eraseRequested(
  context: Pick<AppContext, 'db' | 'config'>,
  { request: id, by }: { request: number; by: number },
): Promise<string> {
  const { db } = context
  const why = await holdingRequest(db, id, async (trx, request) => {
    const { state, ground, proposedById, proposedAt, chosen } = request
    if (state !== 'proposed' || proposedAt === null || !isGround(ground))
      return 'Zu diesem Anliegen wartet keine Löschung.'
    if (proposedById === by) return 'Zustimmen muss eine zweite Person: Diese Löschung haben Sie selbst vorgelegt.'
    const before = await findByTerms(db, searchTerms(request.searched))
    const erased = await erase(context, {
      at: proposedAt,
      ground: groundText(ground),
      accountId: proposedById,
      consentId: by,
      ...chosen,
    })
    const after = await findByTerms(db, searchTerms(request.searched))
    const proof = { ...proofOf(request, before, after), erased }
    await closeErased(trx, id, { by, proof })
    const detail = { request: id, ground: groundText(ground), proposed: proposedById, ...erased }
    await noteStaff(trx, { action: 'person_erased', accountId: by, detail })
    return ''
  })
  return why ?? 'Dieses Anliegen gibt es nicht.'
}

type Found = Omit<PersonFound, 'term'>

function proofOf({ chosen }: PersonRequest, before: Found, after: Found): Omit<Proof, 'erased'> {
  const count = (found: Found) => {
    const { texts, initials } = stillChosen(found, chosen, null)
    return { chosen: texts.length + initials.length, found: found.texts.length + found.initials.length }
  }
  const meant = stillChosen(before, chosen, null).texts
  const submitted = meant.filter(({ table }) => table === 'public.submission').map(({ at }) => at.getTime())
  return {
    before: count(before),
    after: count(after),
    waves: [...new Set(meant.flatMap(({ wave }) => wave ?? []))],
    submittedSince: submitted.length === 0 ? null : new Date(Math.min(...submitted)).toISOString(),
  }
}
