import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { listIssues } from '../store/letter-issues.ts'
import { listReceivers } from '../store/letter-receivers.ts'

interface Named {
  wave: string
  /** As it was typed. */
  number: string
  accountId: number | undefined
}

/** An issue that nobody has settled, with those who get its letters. */
export async function openIssue(db: Db, { wave, number, accountId }: Named) {
  const [issue] = /^\d{1,12}$/.test(number) ? await listIssues(db, wave, { id: Number(number), accountId }) : []
  if (issue === undefined) throw new InputError(`Die Ausgabe ${number} gibt es in ${wave} nicht.`)
  if (issue.settledAt !== null) throw new InputError(`Die Ausgabe ${number} ist schon abgeschlossen.`)
  return { issue, receivers: await listReceivers(db, { wave, issue: issue.id }) }
}
