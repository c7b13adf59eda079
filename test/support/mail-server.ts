import { type AddressInfo, createServer } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server'
import type { Teardown } from './fresh-database.ts'

export interface Received {
  messageId: string
  to: string
  mail: ParsedMail
}

interface MailServer {
  url: string
  /** What was accepted, in its order. */
  received: Received[]
  /** Of every mail whose text was taken to its end, accepted or not. */
  seen: string[]
}

interface Behaviour extends SMTPServerOptions {
  /** What happens once the whole text of a mail is there: undefined accepts it. */
  onText?: (messageId: string) => Error | undefined | Promise<Error | undefined>
  port?: number
}

/** An answer of a mail server that is none of acceptance. */
export function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/** A real mail server. */
export async function mailServer(
  t: Teardown,
  { onText, port = 0, ...options }: Behaviour = {},
): Promise<MailServer & { close(): Promise<void> }> {
  const received: Received[] = []
  const seen: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      void take(stream, session.envelope.rcptTo[0]?.address ?? '').then(
        (fault) => callback(fault),
        (fault: Error) => callback(fault),
      )
    },
    ...options,
  })
  async function take(stream: SMTPServerDataStream, to: string): Promise<Error | undefined> {
    const mail = await simpleParser(stream)
    const messageId = mail.messageId ?? ''
    seen.push(messageId)
    const fault = await onText?.(messageId)
    if (fault === undefined) received.push({ messageId, to, mail })
    return fault
  }
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  t.teardown(close)
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received, seen, close }
}

/** A mail server that hangs up once it was given some of a text: after it has read it all, or in the middle. */
export async function rudeMailServer(t: Teardown): Promise<{ url: string; texts(): number }> {
  let texts = 0
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 rude\r\n')
    socket.on('data', (chunk) => {
      const said = chunk.toString()
      if (/^EHLO/i.test(said)) return socket.write('250 rude\r\n')
      if (/^(MAIL|RCPT|RSET|QUIT)/i.test(said)) return socket.write('250 ok\r\n')
      if (/^DATA/i.test(said)) return socket.write('354 go on\r\n')
      texts += 1
      return socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, texts: () => texts }
}
