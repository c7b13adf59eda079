import { hashToken } from '../domain/session-token.ts'
import { type DelegateVisit, delegateVisit, touchDelegateSession } from '../store/delegate-visit.ts'
import { type AtWork, atWorkOn, type Needed } from './at-work.ts'
import { partAtWork } from './part-at-work.ts'

/** A colleague at work in some sections of a form: all else of it is not there for her pages. */
export interface DelegateAtWork extends AtWork {
  visit: DelegateVisit
}

/** Whoever a link has let in, be it that it opens no more or that the session is over. Notes that they are still there. */
export async function findDelegateAtWork(
  context: Needed,
  token: string,
  delegation: number,
): Promise<DelegateAtWork | undefined> {
  if (token === '') return undefined
  const tokenHash = hashToken(token)
  const visit = await delegateVisit(context.db, tokenHash, delegation)
  if (visit === undefined) return undefined
  if (visit.alive && visit.stale) visit.secondsLeft = await touchDelegateSession(context.db, tokenHash)
  const { form, around } = await atWorkOn(context, visit)
  const { typed, ...part } = partAtWork({ form, texts: visit.typed ?? {}, around }, visit.sections)
  visit.typed = typed
  return { ...part, visit, asked: undefined }
}
