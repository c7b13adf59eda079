import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailText } from './fill-template.ts'
import type { Letter } from './letter.ts'
import { addressIn } from './mail-address.ts'
import { mailHtml } from './mail-html.ts'
import type { MailSettings } from './settings.ts'

interface Mail {
  to: { name: string; address: string }
  messageId: string
  date: Date
  text: MailText
  /** Who sends, as the head of the sheet says. */
  sender: string
}

/** A mail as it goes out, plain and as HTML. Equal data give equal bytes. */
export async function composeMail({ from, replyTo }: MailSettings, mail: Mail): Promise<Letter> {
  const { subject, body } = mail.text
  const composer = new MailComposer({
    from,
    ...(replyTo === undefined ? {} : { replyTo }),
    to: mail.to,
    subject,
    text: body,
    html: mailHtml({ subject, body, sender: mail.sender }),
    date: mail.date,
    messageId: mail.messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24),
  })
  const bytes = await composer.compile().build()
  return { from: addressIn(from) ?? from, to: mail.to.address, messageId: mail.messageId, bytes }
}
