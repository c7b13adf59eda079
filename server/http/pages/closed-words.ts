import { formatDate } from '../../../surveys/reading/dates.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import type { Visit } from '../../store/visit.ts'

/** A submission as these words name it. */
export const receivedAs = ({ receipt, submittedAt }: { receipt: string; submittedAt: Date }) => ({
  number: receipt,
  at: dayAndTime(submittedAt),
})

/** A wave can be closed before the Frist is over. */
export const wasClosedEarly = ({ closed, daysLeft }: Pick<Visit, 'closed' | 'daysLeft'>): boolean =>
  closed && daysLeft >= 0

/** Why nothing is taken any more. */
export const overWords = (visit: Pick<Visit, 'closed' | 'daysLeft'>): string =>
  wasClosedEarly(visit) ? 'Die Erhebung ist geschlossen' : 'Die Frist ist abgelaufen'

/** The same with the day, in a list. */
export const overAt = (visit: Pick<Visit, 'closed' | 'daysLeft' | 'frist'>): string =>
  wasClosedEarly(visit) ? 'Erhebung geschlossen' : `Frist abgelaufen am ${formatDate(visit.frist)}`

/** What a section says where it can only be read. */
export const readOnlyWords = (visit: Pick<Visit, 'closed' | 'daysLeft'>, asked: boolean): string =>
  `${overWords(visit)}. Sie können Ihre Angaben lesen${asked ? '; ändern lässt sich nur noch, wonach wir zurückfragen.' : ', aber nicht mehr ändern.'}`

/** What became of the answers when the Frist was over. */
export function closedWords(
  visit: Pick<Visit, 'closed' | 'daysLeft' | 'frist'>,
  submitted: { number: string; at: string } | undefined,
  changed: boolean,
  asked = false,
): string {
  const end = wasClosedEarly(visit)
    ? 'Die Erhebung ist geschlossen.'
    : `Die Frist endete mit dem ${formatDate(visit.frist)}.`
  const over = asked
    ? `${end} Ändern und noch einmal absenden können Sie nur noch, wonach wir zurückfragen; alles andere bleibt, wie es eingegangen ist.`
    : `${end} Seither kann nichts mehr geändert oder abgesendet werden.`
  if (submitted === undefined) {
    return `Dieser Fragebogen wurde nicht abgesendet. ${over} Was Sie gespeichert haben, ist noch da und kann gelesen und gedruckt werden, ist aber nicht eingegangen.`
  }
  const received = `Quittung ${submitted.number} vom ${submitted.at}`
  if (changed) {
    return `Ihre letzten Änderungen wurden nicht abgesendet; es gilt die Fassung der ${received}. ${over}`
  }
  return `Ihre Angaben sind eingegangen (${received}). ${over}`
}
