import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Visit } from '../store/visit.ts'

/** Why nothing of a page was saved, for whoever sent it. */
export interface Unsaved {
  status: number
  message: string
  errors: { field: string; message: string }[]
}

/** A form of an earlier session in another tab: shown again as typed, to be sent once more by the person. */
export const sentByEarlierLogin: Unsaved = {
  status: 403,
  message:
    'Ihre Eingaben sind noch nicht gespeichert, weil Sie sich inzwischen neu angemeldet haben. Bitte speichern Sie noch einmal.',
  errors: [],
}

/** What keeps a page from being saved, if anything does. */
export function whyUnsaved(
  { open }: Pick<Visit, 'open'>,
  { tooLong }: Pick<SubmittedPage, 'tooLong'>,
): Unsaved | undefined {
  if (!open) {
    const message = 'Die Frist ist abgelaufen. Ihre letzten Eingaben wurden nicht mehr gespeichert.'
    return { status: 409, message, errors: [] }
  }
  if (tooLong.length === 0) return undefined
  const errors = tooLong.map(({ name, number, label, type }) => ({
    field: name,
    message: `${number}, ${label}: Der Text ist länger als ${typeOf(type).longest.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie ihn.`,
  }))
  return { status: 422, message: 'Es wurde noch nichts gespeichert, weil ein Text zu lang ist.', errors }
}
