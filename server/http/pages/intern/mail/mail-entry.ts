import type { MailEntry } from '../../../../../views/page-data/mail-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { templateOf } from '../../../../mail/templates.ts'
import type { DispatchState, ListedMail } from '../../../../store/dispatches.ts'

/** The states of a mail in the order of the way that it goes. */
export const mailStates: Record<DispatchState, MailEntry['badge']> = {
  waiting: { tone: 'info', label: 'wartet' },
  sending: { tone: 'info', label: 'wird gesendet' },
  sent: { tone: 'success', label: 'gesendet' },
  uncertain: { tone: 'warning', label: 'ungewiss' },
  refused: { tone: 'danger', label: 'abgelehnt' },
  returned: { tone: 'danger', label: 'zurückgekommen' },
  stopped: { tone: 'plain', label: 'nicht gesendet' },
}

export const isMailState = (text: string): text is DispatchState => Object.hasOwn(mailStates, text)

/** A mail as the outbox shows it. */
export const mailEntry = (mail: ListedMail): MailEntry => ({
  title: `${mail.name}, ${templateOf(mail.template)?.title ?? mail.template}`,
  lines: [mail.recipient, mail.wave, mail.unit, dayAndTime(mail.sentAt ?? mail.triedAt ?? mail.createdAt)],
  badge: mailStates[mail.state],
  problem: mail.problem,
})
