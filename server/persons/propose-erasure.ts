import { holdRequest, proposeErasure } from '../store/person-requests.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { addressesOf, exchanged, isNothing, sightMark, stillChosen } from './chosen.ts'
import { findByTerms, type Searched } from './find-person.ts'
import type { groundText } from './grounds.ts'
import { searchTerms } from './search-terms.ts'

interface Proposal {
  request: number
  by: number
  ground: Parameters<typeof groundText>[0]
  /** What was looked at. */
  seen: string
}

/** Lays an erasure before a second person. Comes back with why not, or ''. */
export async function proposeRequested(
  { db, config }: Searched,
  { request: id, by, ground, seen }: Proposal,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const of = await holdRequest(trx, id)
    if (of === undefined || of.state !== 'open' || sightMark(of) !== seen) return exchanged
    // What reads differently by now was not in sight and stays.
    const found = await findByTerms({ db: trx, config }, searchTerms(of.searched))
    const chosen = addressesOf(stillChosen(found, of.chosen, null))
    if (isNothing(chosen)) return 'Was angekreuzt war, steht nirgends mehr.'
    await proposeErasure(trx, id, { chosen, ground, by })
    const { texts, initials, cut } = chosen
    const detail = { request: id, texts: texts.length, initials: initials.length, cut: cut.length }
    await noteStaff(trx, { action: 'person_erasure_proposed', accountId: by, detail })
    return ''
  })
}
