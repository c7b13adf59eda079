import type { Db } from '../database/database.ts'
import { type ListedMail, listMails } from '../store/dispatches.ts'
import { addJob } from '../store/jobs.ts'
import { decideMail } from '../store/sending.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { delegationOf, queueDelegation } from './delegation-mail.ts'
import { mailingKind } from './mailing.ts'
import { templateOf } from './templates.ts'

interface Decision {
  mail: number
  decision: 'sent' | 'again'
  accountId?: number | undefined
}

/**
 * What a person says to a mail that nobody knows of: it counts as sent, or it goes again, under a new Message-ID; one that told a code
 * is replaced by one with a new code. False where there is no doubt (any more).
 */
export async function decideDoubt(db: Db, { mail: id, decision, accountId }: Decision): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const [mail] = await listMails(trx, { id, state: 'uncertain', accountId })
    if (mail === undefined || !(await decideMail(trx, id, decision))) return false
    if (decision === 'again') await sendAgain(trx, mail, accountId)
    await noteStaff(trx, { action: 'mail_decided', accountId, wave: mail.wave, detail: { mail: id, decision } })
    return true
  })
}

async function sendAgain(db: Db, mail: ListedMail, accountId: number | undefined): Promise<void> {
  const delegation = delegationOf(mail)
  if (delegation !== undefined) return void (await queueDelegation(db, { delegation, wave: mail.wave, again: mail.id }))
  const template = templateOf(mail.template)?.carriesCode === true ? 'neuer-zugangscode' : mail.template
  const detail = { template, only: [mail.participantId] }
  await addJob(db, { kind: mailingKind, key: `mail again ${mail.id}`, wave: mail.wave, detail, accountId })
}
