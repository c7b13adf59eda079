import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter, Outcome, Transport } from './letter.ts'
import type { SmtpServer } from './settings.ts'
import { outcomeOfFault, type SmtpFault } from './smtp-outcome.ts'

/** How long a mail server may be silent, in milliseconds. */
const patience = { connect: 20_000, silence: 60_000 }

/** The text of a mail, which tells when the server was first given some of it: from then on it may accept it. */
class Text extends Readable {
  begun = false
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    super()
    this.#bytes = bytes
  }

  override _read(): void {
    this.push(this.#bytes)
    this.push(null)
  }

  override pipe<T extends NodeJS.WritableStream>(to: T, options?: { end?: boolean }): T {
    this.begun = true
    return super.pipe(to, options)
  }
}

/** Hands mails to a mail server, all over one connection as long as that holds. */
export function smtpTransport(server: SmtpServer, { connect, silence } = patience): Transport {
  let line: SMTPConnection | undefined

  function drop() {
    line?.close()
    line = undefined
  }

  async function open(): Promise<SMTPConnection> {
    const { host, port, secure, auth } = server
    // A password never goes over a line that others can read, but to this machine.
    const isHere = ['localhost', '127.0.0.1', '::1'].includes(host)
    const requireTLS = !secure && auth !== undefined && !isHere
    const opened = new SMTPConnection({
      ...{ host, port, secure, requireTLS },
      ...{ connectionTimeout: connect, greetingTimeout: connect, socketTimeout: silence, dnsTimeout: connect },
    })
    try {
      await new Promise<void>((resolve, reject) => {
        opened.once('error', reject)
        opened.connect((error) => (error ? reject(error) : resolve()))
      })
      if (auth !== undefined)
        await new Promise<void>((resolve, reject) =>
          opened.login({ credentials: auth }, (error) => (error ? reject(error) : resolve())),
        )
    } catch (error) {
      opened.close()
      throw error
    }
    // What happens to it while nothing is sent is seen when the next mail is.
    opened.removeAllListeners('error')
    opened.on('error', () => undefined)
    return opened
  }

  async function hand(letter: Letter): Promise<Outcome> {
    let text: Text | undefined
    try {
      line ??= await open()
      const ready = line
      const given = new Text(letter.bytes)
      text = given
      await new Promise<void>((resolve, reject) =>
        ready.send({ from: letter.from, to: [letter.to], size: letter.bytes.length }, given, (error) =>
          error ? reject(error) : resolve(),
        ),
      )
      return { state: 'sent' }
    } catch (error) {
      drop()
      return outcomeOfFault(error as SmtpFault, text?.begun ?? false)
    }
  }

  return {
    async send(letter) {
      const isOld = line !== undefined
      const outcome = await hand(letter)
      // A server ends a line that was used for long; that says nothing of the mail, which it never saw.
      return isOld && outcome.state === 'later' && outcome.whom === 'all' ? hand(letter) : outcome
    },
    close: drop,
  }
}
