import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Db } from '../database/database.ts'
import { parkPage } from '../store/parked-pages.ts'
import type { AtWork } from './at-work.ts'
import { completeReasons } from './complete-reasons.ts'
import { checkPageId } from './form.ts'
import { changedTexts } from './save.ts'

/** Keeps what was sent after the session had ended, to be offered after the next login. What is stored already needs no keeping. */
export async function park(db: Db, atWork: AtWork, section: string, page: SubmittedPage): Promise<void> {
  const { participantId, editorId, typed: stored } = atWork.visit
  // A reason is kept with the values that its writer saw: they may be others when it is taken over.
  const typed = completeReasons(atWork, stored ?? {}, changedTexts(page.typed, stored ?? {}), {
    together: section === checkPageId,
  })
  if (Object.keys(typed).length > 0) await parkPage(db, { participantId, editorId, section, typed })
}
