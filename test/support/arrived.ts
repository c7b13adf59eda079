import type { Received } from './mail-server.ts'
import { until } from './until.ts'

export const aCode = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/

/** The mail to somebody that has such a subject, once it has arrived, with the link and the code that it tells, or ''. */
export async function arrived({ received }: { received: readonly Received[] }, to: string, subject: RegExp) {
  const find = () => received.find((one) => one.to === to && subject.test(one.mail.subject ?? ''))
  await until(find, 40)
  const found = find()
  if (found === undefined) throw new Error(`no mail ${subject} to ${to}`)
  const { text = '', html, from } = found.mail
  const link = /http:\S+/.exec(text)?.[0] ?? ''
  return { text, html: String(html), from: from?.text ?? '', link, code: aCode.exec(text)?.[0] ?? '' }
}
