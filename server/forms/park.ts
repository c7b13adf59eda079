import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Db } from '../database/database.ts'
import { parkPage } from '../store/parked-pages.ts'
import type { Visit } from '../store/visit.ts'
import { changedTexts } from './save.ts'

/** Keeps what was sent after the session had ended, to be offered after the next login. What is stored already needs no keeping. */
export async function park(
  db: Db,
  { participantId, editorId, typed: stored }: Visit,
  section: string,
  page: SubmittedPage,
): Promise<void> {
  const typed = changedTexts(page.typed, stored ?? {})
  if (Object.keys(typed).length > 0) await parkPage(db, { participantId, editorId, section, typed })
}
