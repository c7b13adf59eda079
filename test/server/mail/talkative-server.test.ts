import { type AddressInfo, createServer, type Socket } from 'node:net'
import t from 'tap'
import { smtpTransport } from '../../../server/mail/smtp-transport.ts'
import type { Teardown } from '../../support/fresh-database.ts'

const patience = { connect: 1_000, silence: 1_000, whole: 1_500 }
const letter = {
  from: 'a@a.example',
  to: 'b@b.example',
  messageId: '<1@a.example>',
  bytes: Buffer.from('Subject: x\r\n\r\ny\r\n'),
}

/** A mail server that begins to answer one command, and goes on beginning. */
async function endless(t: Teardown, command: string) {
  const answers: Record<string, string> = { EHLO: '250 me', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' }
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    const goOn = () => {
      const timer = setInterval(() => socket.write('250-and so on\r\n'), 50)
      socket.on('close', () => clearInterval(timer))
    }
    socket.on('error', () => undefined)
    if (command === '') return goOn()
    socket.write('220 me\r\n')
    socket.on('data', (chunk) => {
      const said = chunk.toString().slice(0, 4).toUpperCase()
      if (said === command || answers[said] === undefined) return goOn()
      socket.write(`${answers[said]}\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, secure: false, auth: undefined }
}

for (const [command, state] of [
  ['', 'later'],
  ['EHLO', 'later'],
  ['MAIL', 'later'],
  ['DATA', 'later'],
  ['text', 'uncertain'],
] as const)
  t.test(`a mail server that never ends its answer (${command || 'banner'}) holds nobody up`, async (t) => {
    const transport = smtpTransport(await endless(t, command), patience)
    const since = Date.now()
    t.match(await transport.send(letter), { state })
    t.ok(Date.now() - since < 10_000)
    transport.close()
  })
