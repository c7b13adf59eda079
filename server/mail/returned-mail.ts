import { simpleParser } from 'mailparser'
import { inOneLine } from './in-one-line.ts'

/** What a message says of a mail that came back. */
export interface Returned {
  /** All Message-IDs that it names but its own. */
  messageIds: string[]
  recipient: string
  reason: string
}

/** Reads what a mail server reports (RFC 3464), or most that write it in their own way. Undefined: it says of no mail that it came back. */
export async function readReturned(bytes: Buffer): Promise<Returned | undefined> {
  // What no reader can take apart, a thousand parts within each other say, tells of no mail; the others are read all the same.
  const mail = await simpleParser(bytes).catch(() => undefined)
  if (mail === undefined) return undefined
  const parts = mail.attachments.map(({ content }) => content.toString())
  const text = [mail.text ?? '', ...parts]
    .join('\n')
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? ''
  const failedFor = mail.headers.get('x-failed-recipients')
  const hasFailed = /^Action:\s*failed/im.test(text) || /^Status:\s*5\./im.test(text) || failedFor !== undefined
  if (!hasFailed) return undefined
  const named = [...text.matchAll(/^Message-ID:\s*(<[^<>\s]+>)/gim)].map(([, id = '']) => id)
  const answered = [mail.inReplyTo ?? '', ...[mail.references ?? []].flat()]
  const recipient = field('Original-Recipient') || field('Final-Recipient') || String(failedFor ?? '')
  return {
    messageIds: [...new Set([...named, ...answered])].filter((id) => isMessageId(id) && id !== mail.messageId),
    recipient: inOneLine(recipient.split(';').at(-1) ?? '').toLowerCase(),
    reason:
      inOneLine(field('Diagnostic-Code').replace(/^smtp;\s*/i, '')) || inOneLine(field('Status')) || 'ohne Begründung',
  }
}

/** No other was ever one of ours. */
const isMessageId = (text: string): boolean => /^<[^<>\s\p{Cc}]{1,250}>$/u.test(text)
