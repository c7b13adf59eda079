import { InputError } from '../errors/input-error.ts'
import type { JobContext } from '../jobs/job.ts'
import { queueMailing } from './queue.ts'
import { recipientsOf } from './recipients.ts'
import type { MailSettings } from './settings.ts'
import { templateOf } from './templates.ts'

/** The mail that tells a new code. It is drawn when the mail goes, and is nowhere before. */
export const newCodeMail = 'neuer-zugangscode'

interface Whose {
  wave: string
  participantId: number
  accountId?: number | undefined
}

/** Where a mail with a new code would go, or ''. */
export async function whereCodeGoes(
  context: Pick<JobContext, 'db' | 'pool' | 'forms'>,
  { wave, participantId, accountId }: Whose,
): Promise<string> {
  const template = templateOf(newCodeMail)
  if (template === undefined) throw new Error(`there is no template ${newCodeMail}`)
  const found = await recipientsOf(context, template, { wave, at: new Date(), only: [participantId], accountId })
  return found.all[0]?.participant.mail ?? ''
}

/** Plans it; a second click on the same form is the same. */
export async function mailNewCode(
  context: Pick<JobContext, 'db' | 'pool' | 'forms'>,
  settings: MailSettings,
  whose: Whose,
  mark?: string,
): Promise<number> {
  if ((await whereCodeGoes(context, whose)) === '') throw new InputError(nowhere)
  const { wave, participantId, accountId } = whose
  const wanted = { wave, template: newCodeMail, only: [participantId], accountId, mark }
  return queueMailing(context.db, settings, wanted)
}

const nowhere = 'Für eine E-Mail fehlt eine Adresse, oder die Erhebung erwartet von hier nichts mehr.'
