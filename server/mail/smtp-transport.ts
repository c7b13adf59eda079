import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter, Outcome, Transport } from './letter.ts'
import type { SmtpServer } from './settings.ts'
import { outcomeOfFault, type SmtpFault } from './smtp-outcome.ts'

/** How long a mail server may be silent, and how long a mail may take in all, whatever it says: in milliseconds. */
const patience = { connect: 20_000, silence: 60_000, whole: 300_000 }

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

/** A server that says something again and again is not silent, and may still never come to an end. */
async function endOf(time: number, signal: AbortSignal): Promise<never> {
  await sleep(time, undefined, { signal })
  throw new Error(`not done after ${time / 1_000} s`)
}

/** Hands mails to a mail server, all over one connection as long as that holds. */
export function smtpTransport(server: SmtpServer, { connect, silence, whole } = patience): Transport {
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
    line = opened
    try {
      await new Promise<void>((resolve, reject) => {
        opened.on('error', reject)
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
    const text = new Text(letter.bytes)
    const late = new AbortController()
    try {
      await Promise.race([give(letter, text), endOf(whole, late.signal)])
      return { state: 'sent' }
    } catch (error) {
      drop()
      return outcomeOfFault(error as SmtpFault, text.begun)
    } finally {
      late.abort()
    }
  }

  async function give({ from, to, bytes }: Letter, text: Text): Promise<void> {
    const ready = line ?? (await open())
    await new Promise<void>((resolve, reject) =>
      ready.send({ from, to: [to], size: bytes.length }, text, (error) => (error ? reject(error) : resolve())),
    )
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
