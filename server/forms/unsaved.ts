import type { Raw } from '../../surveys/answer/cells.ts'
import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Db } from '../database/database.ts'
import type { AskedPart } from './asked-part.ts'
import type { AtWork } from './at-work.ts'
import { type Late, park } from './park.ts'
import { changedTexts } from './save.ts'

/** Why nothing of a page was saved, for whoever sent it. */
export interface Unsaved {
  status: number
  message: string
  errors: { field: string; message: string }[]
  /** It is not saved, but kept for the office to see, or stored already. */
  kept: boolean
}

/** A form of an earlier session in another tab: shown again as typed, to be sent once more by the person. */
export const sentByEarlierLogin: Unsaved = {
  status: 403,
  message:
    'Ihre Eingaben sind noch nicht gespeichert, weil Sie sich inzwischen neu angemeldet haben. Bitte speichern Sie noch einmal.',
  errors: [],
  kept: false,
}

/** What keeps a page from being saved, if anything does. After the Frist it is put aside. */
export async function whyUnsaved(
  db: Db,
  atWork: AtWork,
  section: string,
  page: SubmittedPage,
): Promise<Unsaved | undefined> {
  const { visit, asked } = atWork
  if (!visit.open && (asked === undefined || reachesFurther(page, asked, visit.typed ?? {})))
    return tooLate(atWork, await park(db, atWork, section, page))
  const { tooLong } = page
  if (tooLong.length === 0) return undefined
  const errors = tooLong.map(({ name, number, label, type }) => ({
    field: name,
    message: `${number}, ${label}: Der Text ist länger als ${typeOf(type).longest.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie ihn.`,
  }))
  const message = 'Es wurde noch nichts gespeichert, weil ein Text zu lang ist.'
  return { status: 422, message, errors, kept: false }
}

/** Whether something is to be changed that no Rückfrage is about. What a whole page does not send is not to be. */
function reachesFurther({ typed, whole }: SubmittedPage, asked: AskedPart, stored: Raw): boolean {
  const changed = Object.entries(changedTexts(typed, stored))
  return changed.some(([field, text]) => !asked.fields.has(field) && !(whole && text === ''))
}

/** What is said of a page that came when nothing was taken any more, or too little for it. */
function tooLate({ visit, asked }: AtWork, late: Late): Unsaved {
  const why = visit.closed ? 'Die Erhebung ist geschlossen.' : 'Die Frist ist abgelaufen.'
  const only = asked === undefined ? '' : ' Ändern lässt sich nur noch, wonach wir zurückfragen.'
  return { status: 409, message: `${why}${only} ${became[late]}`, errors: [], kept: late !== 'lost' }
}

const became: Record<Late, string> = {
  kept: 'Ihre letzten Eingaben kommen nicht mehr in den Fragebogen. Sie sind aufbewahrt, und die Stelle, die die Erhebung durchführt, kann sie lesen.',
  nothing: 'Neue Eingaben waren nicht dabei; was gespeichert war, ist noch da.',
  lost: 'Ihre letzten Eingaben wurden nicht mehr gespeichert.',
}
