import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const untilNextTry = 1_000

/**
 * Hears what others tell through PostgreSQL. Whoever listens looks from time to time anyway: what was told while the connection was
 * lost is never heard.
 */
export interface Bell {
  /** Comes back when this is told, and after so many milliseconds in any case. */
  heard(told: string, longest: number, signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

export async function openBell(url: string, channel: string): Promise<Bell> {
  const told = new EventEmitter().setMaxListeners(0)
  let client: pg.Client | undefined
  let closing = false
  let next: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const own = new pg.Client({ connectionString: url, application_name: 'stichtag-bell', keepAlive: true })
    const lost = () => {
      if (client !== own || closing) return
      client = undefined
      next = setTimeout(() => void connect().catch(() => undefined), untilNextTry).unref()
    }
    client = own
    own.on('error', lost)
    own.on('end', lost)
    own.on('notification', ({ payload = '' }) => void told.emit(payload))
    try {
      await own.connect()
      await own.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch {
      // Looking from time to time goes on without it. A replica lets in whom it lets not listen.
      lost()
      own.end().catch(() => undefined)
    }
  }

  await connect()
  return {
    async heard(name, longest, signal) {
      const ending = new AbortController()
      const both = AbortSignal.any([ending.signal, ...(signal ? [signal] : [])])
      await Promise.race([once(told, name, { signal: both }), sleep(longest, undefined, { signal: both })])
        .catch((error: unknown) => {
          if (!both.aborted) throw error
        })
        .finally(() => ending.abort())
    },
    async close() {
      closing = true
      clearTimeout(next)
      await client?.end().catch(() => undefined)
    },
  }
}
