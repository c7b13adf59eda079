import pg from 'pg'
import { errorCode } from '../../errors/error-code.ts'

/** One lock that every process using the cluster shares; only who gets it alone may end the server. */
const presenceLock = 1_398_032_707

/** Starting or stopping; without a free place. */
const busyStates = ['57P03', '57P01', '53300']
const networkFaults = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']

/**
 * A connection that says: somebody uses this server. `busy`: not now, since it starts, or since whoever was last is just
 * ending it. `silent`: nobody answers. It is to the database `postgres`, since locks belong to a database.
 */
export async function enter(url: string): Promise<pg.Client | 'busy' | 'silent'> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stichtag-anwesenheit',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (await asks(client, 'pg_try_advisory_lock_shared')) return client
    await client.end()
    return 'busy'
  } catch (error) {
    client.end().catch(() => undefined)
    return whyNot(error)
  }
}

function whyNot(error: unknown): 'busy' | 'silent' {
  const code = errorCode(error) ?? ''
  if (busyStates.includes(code)) return 'busy'
  // The driver words these two itself, without a code.
  const isCut = error instanceof Error && /terminated|timeout/i.test(error.message)
  if (networkFaults.includes(code) || isCut) return 'silent'
  throw error
}

/** Leaves; true if nobody else is there, and then keeps newcomers out until the connection ends. */
export async function leave(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
  return asks(client, 'pg_try_advisory_lock')
}

async function asks(client: pg.Client, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`select ${lock}($1) as got`, [presenceLock])
  return rows[0]?.got ?? false
}
