import t from 'tap'
import { berlinInstant } from '../../../server/mail/berlin-instant.ts'
import { addressIn, isMailAddress, isSmtpUrl, readSmtpUrl } from '../../../server/mail/mail-address.ts'
import { readReturned } from '../../../server/mail/returned-mail.ts'
import { pauseAfter } from '../../../server/mail/send-mailing.ts'
import { outcomeOfFault } from '../../../server/mail/smtp-outcome.ts'

t.test('an hour in Berlin, also on the two days when the clock changes', (t) => {
  const at = (day: string, hour: number) => {
    const found = berlinInstant(day, hour)
    return found === undefined ? undefined : [found.at.toISOString(), found.twice]
  }
  t.strictSame(at('2026-12-01', 9), ['2026-12-01T08:00:00.000Z', false])
  t.strictSame(at('2026-07-01', 0), ['2026-06-30T22:00:00.000Z', false])
  t.strictSame(at('2027-03-28', 1), ['2027-03-28T00:00:00.000Z', false])
  t.equal(at('2027-03-28', 2), undefined)
  t.strictSame(at('2027-03-28', 3), ['2027-03-28T01:00:00.000Z', false])
  t.strictSame(at('2026-10-25', 1), ['2026-10-24T23:00:00.000Z', false])
  t.strictSame(at('2026-10-25', 2), ['2026-10-25T00:00:00.000Z', true])
  t.strictSame(at('2026-10-25', 3), ['2026-10-25T02:00:00.000Z', false])
  t.end()
})

t.test('addresses and settings', (t) => {
  for (const right of ['a@b.example', 'vorname.name+x@stadt-köln.example']) t.ok(isMailAddress(right), right)
  for (const wrong of ['', 'a', 'a@', '@b', 'a@b, c@d', 'a@b\r\nBcc: c@d', 'Name <a@b>', 'a b@c'])
    t.notOk(isMailAddress(wrong), wrong)
  t.equal(addressIn('"Geschäftsstelle" <a@b.example>'), 'a@b.example')
  t.equal(addressIn('a@b.example, c@d'), undefined)
  t.match(readSmtpUrl('smtps://na%40me:p%3Aw@mail.example'), {
    ...{ host: 'mail.example', port: 465, secure: true },
    auth: { user: 'na@me', pass: 'p:w' },
  })
  t.match(readSmtpUrl('smtp://mail.example'), { port: 587, secure: false, auth: undefined })
  for (const wrong of ['mail.example', 'http://mail.example', 'smtp://', 'smtp://a/b']) t.notOk(isSmtpUrl(wrong), wrong)
  t.strictSame([0, 1, 2, 20].map(pauseAfter), [60_000, 120_000, 240_000, 3_600_000])
  t.end()
})

t.test('what an answer of a mail server means', (t) => {
  const fault = (code: string, command: string, responseCode: number) =>
    Object.assign(new Error('x'), { code, command, responseCode })
  for (const [code, command, answer, begun, state] of [
    ['ESOCKET', 'CONN', 0, false, 'later'],
    ['ETIMEDOUT', 'CONN', 0, false, 'later'],
    ['EAUTH', 'AUTH PLAIN', 535, false, 'impossible'],
    ['EAUTH', 'AUTH PLAIN', 454, false, 'later'],
    ['EENVELOPE', 'MAIL FROM', 550, false, 'impossible'],
    ['EENVELOPE', 'RCPT TO', 550, false, 'refused'],
    ['EENVELOPE', 'RCPT TO', 450, false, 'later'],
    ['EENVELOPE', 'RCPT TO', 421, false, 'later'],
    ['EENVELOPE', 'DATA', 554, false, 'refused'],
    ['EMESSAGE', 'DATA', 554, true, 'refused'],
    ['EMESSAGE', 'DATA', 451, true, 'later'],
    ['ECONNECTION', 'CONN', 0, true, 'uncertain'],
    ['ECONNECTION', 'CONN', 421, true, 'uncertain'],
    ['ETIMEDOUT', 'CONN', 0, true, 'uncertain'],
  ] as const)
    t.equal(outcomeOfFault(fault(code, command, answer), begun).state, state, `${code} ${command} ${answer} ${begun}`)
  t.match(outcomeOfFault(fault('EENVELOPE', 'RCPT TO', 450), false), { whom: 'this' })
  t.match(outcomeOfFault(fault('EENVELOPE', 'RCPT TO', 421), false), { whom: 'all' })
  t.end()
})

const report = (action: string, status: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example',
      'To: umfrage@institut.example',
      'Subject: Undelivered Mail',
      'Message-ID: <report@mail.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Ihre E-Mail kam nicht an.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      'Final-Recipient: rfc822; Umfrage@Salach.example',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 mailbox',
      '  unknown',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <ours@institut.example>',
      'Subject: Ihr Zugang',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )

t.test('a report of a mail that came back is read, one of a delay is not', async (t) => {
  t.strictSame(await readReturned(report('failed', '5.1.1')), {
    messageIds: ['<ours@institut.example>'],
    recipient: 'umfrage@salach.example',
    reason: '550 5.1.1 mailbox unknown',
  })
  t.equal(await readReturned(report('delayed', '4.4.1')), undefined)
  t.equal(await readReturned(Buffer.from('Subject: Abwesend\r\n\r\nBin im Urlaub.\r\n')), undefined)
})
