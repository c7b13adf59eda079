import type { PresentPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { Present } from '../../store/sessions.ts'
import type { Visit } from '../../store/visit.ts'
import { presentHref } from './addresses.ts'

/** Who is logged in for a form: since when, on what, the person who looks first. */
export function presentPage(present: readonly Present[], visit: Visit, notice: string): PresentPage {
  const own = ({ id }: Present) => id === visit.sessionId
  const ordered = [...present.filter(own), ...present.filter((one) => !own(one))]
  return {
    action: presentHref(visit),
    notice,
    sessions: ordered.map(({ id, editor, device, since, seenAt }) => ({
      id,
      who: editor ?? 'ohne Kürzel',
      device,
      since: whenSaved(since, visit.now),
      seenAt: whenSaved(seenAt, visit.now),
      own: id === visit.sessionId,
    })),
  }
}
