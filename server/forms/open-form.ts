import type { Db } from '../database/database.ts'
import { deviceOf } from '../domain/device.ts'
import { hashToken } from '../domain/session-token.ts'
import { hubHref, type Place, parkedHref, safeReturn } from '../http/pages/addresses.ts'
import { parkedPages } from '../store/parked-pages.ts'
import { startSession } from '../store/sessions.ts'

/** Opens a form for a browser. Comes back with where to go on, if that is not left open: at what was kept, or at the place asked for. */
export async function openForm(
  db: Db,
  token: string,
  found: Place & { participantId: number; open: boolean },
  { kuerzel, weiter }: { kuerzel: string; weiter: string },
  userAgent: string | undefined,
): Promise<string | undefined> {
  const { participantId, open } = found
  const editor = kuerzel.trim().slice(0, 60)
  await startSession(db, { tokenHash: hashToken(token), participantId, editor, device: deviceOf(userAgent) })
  // After the Frist there is nothing to decide on any more.
  if (open && (await parkedPages(db, participantId)).length > 0) return parkedHref(found)
  const next = safeReturn(weiter)
  return next === hubHref(found) || next.startsWith(`${hubHref(found)}/`) ? next : undefined
}
