import type { Db } from '../database/database.ts'
import { markReturned } from '../store/returned.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { readReturned } from './returned-mail.ts'

interface Taken {
  /** Mails that were found, by unit. */
  matched: string[]
  /** Files that report a mail that we did not send. */
  unknown: string[]
  /** Files that report none. */
  others: string[]
}

/** Notes of each mail that came back, with the reason; reading a file twice does no harm. */
export async function takeReturned(
  db: Db,
  files: AsyncIterable<{ name: string; bytes: Buffer }> | Iterable<{ name: string; bytes: Buffer }>,
  accountId?: number,
): Promise<Taken> {
  const taken: Taken = { matched: [], unknown: [], others: [] }
  for await (const { name, bytes } of files) {
    const returned = await readReturned(bytes)
    if (returned === undefined) taken.others.push(name)
    else {
      const unit = await markReturned(db, { ...returned, accountId })
      if (unit === undefined) taken.unknown.push(name)
      else taken.matched.push(unit)
    }
  }
  await noteStaff(db, { action: 'mails_returned', accountId, detail: { matched: taken.matched.length } })
  return taken
}

/** The same in sentences. */
export function takenWords({ matched, unknown, others }: Taken): string[] {
  return [
    matched.length === 1
      ? '1 E-Mail ist als zurückgekommen vermerkt.'
      : `${matched.length} E-Mails sind als zurückgekommen vermerkt.`,
    ...(unknown.length === 0 ? [] : [`Zu keiner gesendeten E-Mail passt: ${unknown.join(', ')}.`]),
    ...(others.length === 0 ? [] : [`Keine Meldung über eine unzustellbare E-Mail: ${others.join(', ')}.`]),
  ]
}
