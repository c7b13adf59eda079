import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Db } from '../database/database.ts'
import type { AtWork } from './at-work.ts'
import { type Late, park } from './park.ts'

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
  if (!atWork.visit.open) {
    const late = await park(db, atWork, section, page)
    return { status: 409, message: afterFrist[late], errors: [], kept: late !== 'lost' }
  }
  const { tooLong } = page
  if (tooLong.length === 0) return undefined
  const errors = tooLong.map(({ name, number, label, type }) => ({
    field: name,
    message: `${number}, ${label}: Der Text ist länger als ${typeOf(type).longest.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie ihn.`,
  }))
  const message = 'Es wurde noch nichts gespeichert, weil ein Text zu lang ist.'
  return { status: 422, message, errors, kept: false }
}

const afterFrist: Record<Late, string> = {
  kept: 'Die Frist ist abgelaufen. Ihre letzten Eingaben kommen nicht mehr in den Fragebogen. Sie sind aufbewahrt, und die Stelle, die die Erhebung durchführt, kann sie lesen.',
  nothing: 'Die Frist ist abgelaufen. Neue Eingaben waren nicht dabei; was gespeichert war, ist noch da.',
  lost: 'Die Frist ist abgelaufen. Ihre letzten Eingaben wurden nicht mehr gespeichert.',
}
