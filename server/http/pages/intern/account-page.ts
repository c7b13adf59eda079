import type { AccountPage } from '../../../../views/page-data/staff-pages.ts'
import { whenSaved } from '../../../domain/german-time.ts'
import { roles } from '../../../domain/rights.ts'
import type { listSessions, StaffMember } from '../../../store/staff-sessions.ts'
import { sessionHref } from './addresses.ts'

type Sessions = Awaited<ReturnType<typeof listSessions>>

/** The own account as its page shows it. */
export function accountPage(
  { name, role, sessionId }: StaffMember,
  sessions: Sessions,
  recoveryCodesLeft: number,
  now: Date,
): Omit<AccountPage, 'notice' | 'error'> {
  return {
    name,
    role: roles[role],
    recoveryCodesLeft,
    sessions: sessions.map(({ id, since, seenAt }) => ({
      since: since === null ? '' : whenSaved(since, now),
      seenAt: whenSaved(seenAt, now),
      current: id === sessionId,
      endHref: sessionHref(id),
    })),
  }
}
