import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Db } from '../database/database.ts'
import { parkPage } from '../store/parked-pages.ts'
import type { Visit } from '../store/visit.ts'
import { changedTexts } from './save.ts'

/**
 * Keeps what can no longer be saved, because the session or the Frist has ended. What is stored already needs no keeping. False
 * where it is not kept.
 */
export async function park(
  db: Db,
  { participantId, sessionId, editorId, typed: stored }: Visit,
  section: string,
  page: Pick<SubmittedPage, 'typed' | 'own' | 'tooLong'>,
): Promise<boolean> {
  if (page.tooLong.length > 0) return false
  const sent = { ...page.own, ...page.typed }
  const typed = changedTexts(sent, stored ?? {})
  const same = Object.keys(sent).filter((field) => !(field in typed))
  return parkPage(db, { participantId, sessionId, editorId, section, typed, same })
}
