import { dayAndTime } from '../../domain/german-time.ts'

/** A submission as these words name it. */
export const receivedAs = ({ receipt, submittedAt }: { receipt: string; submittedAt: Date }) => ({
  number: receipt,
  at: dayAndTime(submittedAt),
})

/** What became of the answers when the Frist was over. */
export function closedWords(
  frist: string,
  submitted: { number: string; at: string } | undefined,
  changed: boolean,
): string {
  const over = `Die Frist endete mit dem ${frist}. Seither kann nichts mehr geändert oder abgesendet werden.`
  if (submitted === undefined) {
    return `Dieser Fragebogen wurde nicht abgesendet. ${over} Was Sie gespeichert haben, ist noch da und kann gelesen und gedruckt werden, ist aber nicht eingegangen.`
  }
  const received = `Quittung ${submitted.number} vom ${submitted.at}`
  if (changed) {
    return `Ihre letzten Änderungen wurden nicht abgesendet; es gilt die Fassung der ${received}. ${over}`
  }
  return `Ihre Angaben sind eingegangen (${received}). ${over}`
}
