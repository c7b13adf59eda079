import { randomUUID } from 'node:crypto'
import type { Config } from '../boot/config.ts'
import { composeMail } from './compose.ts'
import type { Outcome } from './letter.ts'
import { domainOf } from './mail-address.ts'
import { openTransport } from './transport.ts'

/** Sends a mail that says nothing but that it arrived. */
export async function sendTestMail(
  { mail, operator }: Pick<Config, 'mail' | 'operator'>,
  address: string,
): Promise<Outcome> {
  const letter = await composeMail(mail, {
    to: { name: '', address },
    messageId: `<${randomUUID()}@${domainOf(mail.from)}>`,
    date: new Date(),
    text: {
      subject: 'Test-E-Mail: Umlaute äöü ÄÖÜ ß',
      body: 'Diese E-Mail prüft, ob E-Mails ankommen.\n\nLesen Sie hier Umlaute, äöü ÄÖÜ ß, ist alles in Ordnung.',
    },
    sender: operator.facts.name ?? '',
  })
  const transport = openTransport(mail)
  try {
    return await transport.send(letter)
  } finally {
    transport.close()
  }
}

/** What became of it, in a sentence. */
export function testWords({ mail }: Pick<Config, 'mail'>, address: string, outcome: Outcome): string {
  if (outcome.state !== 'sent') return outcome.problem
  return mail.smtp === undefined
    ? `Die Test-E-Mail liegt als Datei in ${mail.folder}.`
    : `Der Mailserver hat die Test-E-Mail an ${address} angenommen. Bitte sehen Sie nach, ob sie ankommt.`
}
