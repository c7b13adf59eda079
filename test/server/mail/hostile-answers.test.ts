import { type AddressInfo, createServer, type Socket } from 'node:net'
import t from 'tap'
import { readReturned } from '../../../server/mail/returned-mail.ts'
import { takeReturned } from '../../../server/mail/take-returned.ts'
import { listMails } from '../../../server/store/dispatches.ts'
import { testApp } from '../../support/app.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { addAddresses, sendNow } from '../../support/mailing.ts'

/** A mail server that takes nothing, and says so in its own way. */
async function saying(t: Teardown, refusal: string) {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.write('220 me\r\n')
    socket.on('data', (chunk) => socket.write(/^RCPT/i.test(chunk.toString()) ? `${refusal}\r\n` : '250 ok\r\n'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function office(t: Teardown, url: string) {
  const test = await testApp(t, {}, { SMTP_URL: url, MAIL_FROM: 'umfrage@institut.example' })
  await addAddresses(test, { 117019: 'umfrage@eislingen.example' })
  return test
}

for (const [what, refusal] of [
  ['holds what no text may hold', '550 no\u0000body\u0007 here'],
  ['is very long', `550 ${'no '.repeat(5_000)}`],
])
  t.test(`a refusal that ${what} is kept as far as it can be`, async (t) => {
    const test = await office(t, await saying(t, refusal ?? ''))
    t.match(await sendNow(test, { template: 'einladung' }), { state: 'done' })
    const [mail] = await listMails(test.db)
    t.match(mail, { state: 'refused', problem: /abgelehnt: 550 no/ })
    t.ok((mail?.problem.length ?? 0) < 400)
  })

const report = (lines: string[]) => Buffer.from(['From: a@b.example', ...lines].join('\r\n'), 'latin1')
const failed = (more: string[]) =>
  report(['', 'Action: failed', 'Final-Recipient: rfc822; umfrage@eislingen.example', ...more, ''])

t.test('a report may hold anything, and spoils none of the others', async (t) => {
  const test = await office(t, 'smtp://127.0.0.1:1')
  await test.db
    .insertInto('contact.dispatch')
    .values({
      participant_id: test.participants.get('117019') ?? 0,
      template: 'einladung',
      key: 'einladung',
      way: 'mail',
      recipient: 'umfrage@eislingen.example',
      state: 'sent',
    })
    .execute()
  const hostile: Record<string, Buffer> = {
    nothing: Buffer.alloc(0),
    zeros: Buffer.alloc(100_000),
    random: Buffer.from(Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 256)),
    groups: report([`To: ${'g:'.repeat(20_000)}x@y.example;`, '', 'Status: 5.1.1']),
    brackets: report([`To: ${'<'.repeat(50_000)}`, `References: ${'<a@b> '.repeat(100_000)}`, '', 'Status: 5.1.1']),
    nested: nestedParts(2_000),
    forwarded: report([...Array.from({ length: 2_000 }, () => 'Content-Type: message/rfc822\r\n'), 'Status: 5.0.0']),
    charset: report(['Content-Type: text/plain; charset=utf-99', '', 'Status: 5.1.1']),
    words: report([`Subject: ${'=?utf-8?q?=C3?= '.repeat(30_000)}`, '', 'Status: 5.1.1']),
    html: report(['Content-Type: text/html', '', `<p>Status: 5.1.1${'<div>'.repeat(30_000)}`]),
    blanks: report(['', `Action:${' \n'.repeat(200_000)}`, `Diagnostic-Code:${' '.repeat(500_000)}x`]),
  }
  for (const [name, bytes] of Object.entries(hostile)) {
    const since = Date.now()
    await t.resolves(readReturned(bytes), name)
    t.ok(Date.now() - since < 5_000, `${name}: ${Date.now() - since} ms`)
  }
  const files = [
    ...Object.entries(hostile).map(([name, bytes]) => ({ name, bytes })),
    { name: 'zero', bytes: failed(['Diagnostic-Code: smtp; 550 no\u0000body']) },
  ]
  t.match(await takeReturned(test.db, files), { matched: ['117019'] })
  t.match(await listMails(test.db), [{ state: 'returned', problem: /550 no.?body/ }])
})

function nestedParts(depth: number): Buffer {
  const lines = Array.from({ length: depth }, (_, n) => [
    `Content-Type: multipart/mixed; boundary="b${n}"`,
    '',
    `--b${n}`,
  ]).flat()
  return report([...lines, '', 'Status: 5.1.1'])
}
