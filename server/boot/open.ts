import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { assertDurable } from '../database/assert-durable.ts'
import { explainConnection } from '../database/connection-problem.ts'
import { openDatabase } from '../database/database.ts'
import { type Cluster, openCluster } from '../database/embedded/cluster.ts'
import { migrateToLatest } from '../database/migrate.ts'
import { type PoolOptions, patient } from '../database/pool.ts'
import { InputError } from '../errors/input-error.ts'
import { eraseAgain } from '../persons/erase.ts'
import { type Config, readConfig } from './config.ts'
import type { AppContext } from './context.ts'
import { keptSecret } from './kept-secret.ts'
import { deriveKeys } from './keys.ts'

/** A connection that somebody forgot to give back must not keep the process from ending. */
const longestPoolEnd = 2_000

export interface OpenContext extends AppContext {
  /** Whether the database is the one Stichtag brings along. */
  isEmbedded: boolean
  /** Whether that one has never been used; stays true until `markUsed`, over interrupted starts too. */
  isNewEmbedded: boolean
  /** The same, asked now: another process may have used it since. */
  isStillNew(): Promise<boolean>
  markUsed(): Promise<void>
  /** Names of the migrations that this opening applied. */
  migrated: string[]
  /** Gives everything back in order; always ends, and may be called again. */
  close(): Promise<void>
}

export interface OpenOptions extends PoolOptions {
  env?: Record<string, string | undefined>
  onProgress?: (line: string) => void
  /** Applies no migration: what is saved or filled is the database as it stands. */
  asItIs?: boolean
}

/**
 * What the server and every command begin with: settings, database (the one named, or our own), the newest
 * migration.
 */
export async function openContext({
  env = process.env,
  onProgress = () => {},
  asItIs = false,
  ...pool
}: OpenOptions = {}): Promise<OpenContext> {
  const read = readConfig(env)
  if ('problems' in read) throw new InputError(read.problems)
  const { config } = read
  const cluster = config.databaseUrl ? undefined : await openCluster(join(config.dataDir, 'postgres'), { onProgress })
  try {
    return await openOn(config, cluster, asItIs, pool)
  } catch (error) {
    await cluster?.release()
    throw error
  }
}

async function openOn(
  config: Config,
  cluster: Cluster | undefined,
  asItIs: boolean,
  options: PoolOptions,
): Promise<OpenContext> {
  const keys = deriveKeys(config.secret ?? (await keptSecret(config.dataDir)))
  const url = cluster?.url ?? config.databaseUrl ?? ''
  const database = openDatabase(url, options)
  const closeDatabase = () => Promise.race([database.close(), sleep(longestPoolEnd, undefined, { ref: false })])
  let closing: Promise<void> | undefined
  try {
    const migrated = await makeReady(url, config.dataDir, asItIs)
    return {
      config,
      keys,
      db: database.db,
      pool: database.pool,
      isEmbedded: cluster !== undefined,
      isNewEmbedded: (await cluster?.isNew()) ?? false,
      isStillNew: async () => (await cluster?.isNew()) ?? false,
      migrated,
      markUsed: async () => cluster?.markUsed(),
      close() {
        closing ??= closeDatabase().then(async () => void (await cluster?.release({ waitSeconds: 2 })))
        return closing
      },
    }
  } catch (error) {
    await closeDatabase()
    throw explainConnection(error, config.databaseUrl)
  }
}

/** While the program is still being read, nobody answers within the limits of a request. */
async function makeReady(url: string, dataDir: string, asItIs: boolean): Promise<string[]> {
  const { db, close } = openDatabase(url, patient)
  try {
    await assertDurable(db)
    if (asItIs) return []
    const migrated = await migrateToLatest(db)
    await eraseAgain(db, dataDir)
    return migrated
  } finally {
    await close()
  }
}
