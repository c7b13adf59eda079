import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Db } from '../database/database.ts'
import { latePages } from '../metrics/counts.ts'
import { parkPage } from '../store/parked-pages.ts'
import type { AtWork } from './at-work.ts'
import { completeReasons } from './complete-reasons.ts'
import { checkPageId } from './form.ts'
import { changedTexts } from './save.ts'

/** `nothing`: all that was sent is stored already. `lost`: it is too much to be kept. */
export type Late = 'kept' | 'nothing' | 'lost'

type Sent = Pick<SubmittedPage, 'typed' | 'own' | 'tooLong'>

/** Keeps what can no longer be saved, because the session or the Frist has ended. */
export async function park(db: Db, atWork: AtWork, section: string, page: Sent): Promise<Late> {
  const late = await keepLate(db, atWork, section, page)
  latePages.add(late)
  return late
}

async function keepLate(db: Db, atWork: AtWork, section: string, page: Sent): Promise<Late> {
  if (page.tooLong.length > 0) return 'lost'
  const { participantId, sessionId, editorId, typed: stored } = atWork.visit
  const sent = { ...page.own, ...page.typed }
  const changed = changedTexts(sent, stored ?? {})
  const same = Object.keys(sent).filter((field) => !(field in changed))
  // A reason is kept with the values that its writer saw: they may be others when it is taken over.
  const typed = completeReasons(atWork, stored ?? {}, changed, { together: section === checkPageId })
  const asked = atWork.form.sections.get(section)?.section.questions.flatMap(({ variables }) => variables) ?? []
  const contact = asked.some((variable) => variable.contact)
  const isKept = await parkPage(db, {
    participantId,
    sessionId: sessionId || null,
    editorId,
    section,
    contact,
    typed,
    same,
  })
  if (!isKept) return 'lost'
  return Object.keys(typed).length === 0 ? 'nothing' : 'kept'
}
