import type { EventEmitter } from 'node:events'
import pg from 'pg'
import { postgresTypes } from './postgres-types.ts'

export interface PoolOptions {
  max?: number
  /** Milliseconds; 0 is no limit, for commands that take long. */
  statementTimeout?: number
  idleInTransactionTimeout?: number
  connectionTimeout?: number
  applicationName?: string
  /** Whether the database may reckon for one statement with several processes. */
  parallel?: boolean
  onError?: (error: Error) => void
}

/** For work that nobody waits for at a page: on a slow machine the limits of requests would break it off. */
export const patient = { statementTimeout: 0, idleInTransactionTimeout: 0, connectionTimeout: 30_000 }

/**
 * States after which a connection is of no more use: the server became a read-only replica (also told as 0A000, where a table is asked for
 * that no replica has), was shut down, or the connection broke. A pool keeps the first for ever, since the connection as such is well.
 */
const useless = /^(25006|0A000|57P0[123]|08...)$/

/**
 * Left alone, PostgreSQL plans for disks with arms, and rather reads a small table whole than looks a row up. A prepared
 * statement that was planned when a wave had just begun goes on doing so while the table grows. Nor is a statement compiled (`jit`):
 * one over many small tables, as whoever looks for a person asks, takes seconds for that and milliseconds to run.
 */
const planning = '-c random_page_cost=1.1 -c jit=off'

/** What a role or a database is set to must not make 'stored' untrue. */
const durable = '-c synchronous_commit=on'

export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const { max = 10, statementTimeout = 5_000, idleInTransactionTimeout = 5_000 } = options
  const { connectionTimeout = 2_000, applicationName = 'stichtag', onError = () => undefined } = options
  const alone = options.parallel === false ? ' -c max_parallel_workers_per_gather=0' : ''
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectionTimeout,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: idleInTransactionTimeout,
    application_name: applicationName,
    options: `${planning} ${durable}${alone}`,
    types: postgresTypes,
  })
  return throwingUselessAway(pool, onError)
}

/** A pool of the same size and patience to another server that is only read; no connection is used that `verify` refuses. */
export function openReadingPool(
  alike: pg.Pool,
  url: string,
  verify: (client: pg.PoolClient) => Promise<void>,
): pg.Pool {
  const pool = new pg.Pool({
    ...alike.options,
    connectionString: url,
    options: `${alike.options.options} -c default_transaction_read_only=on`,
    verify: (client, done) => void verify(client).then(() => done(), done),
  })
  return throwingUselessAway(pool, () => undefined)
}

function throwingUselessAway(pool: pg.Pool, onError: (error: Error) => void): pg.Pool {
  const spent = new WeakSet<pg.Client>()
  pool.on('error', onError)
  pool.on('connect', (client) => {
    // A connection that breaks while it is checked out tells its query; without a listener it would end the process.
    client.on('error', () => spent.add(client))
    const protocol: EventEmitter = client.connection
    protocol.on('errorMessage', ({ code }: { code?: string }) => {
      if (useless.test(code ?? '')) spent.add(client)
    })
  })
  pool.on('release', (_error, client) => {
    // Ended at its return and not before: the rollback of the failed transaction still needs it.
    if (spent.has(client)) client.end().catch(onError)
  })
  return pool
}
