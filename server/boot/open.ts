import { join } from 'node:path'
import { assertDurable } from '../database/assert-durable.ts'
import { explainConnection } from '../database/connection-problem.ts'
import { type Db, openDatabase } from '../database/database.ts'
import { type Cluster, openCluster } from '../database/embedded/cluster.ts'
import { migrateFor, migrateToLatest } from '../database/migrate.ts'
import { type PoolOptions, patient } from '../database/pool.ts'
import { assertUsable } from '../database/roles/assert-usable.ts'
import { grantee, readStanding, type Standing } from '../database/roles/standing.ts'
import { tryReading } from '../database/try-reading.ts'
import { atMost } from '../domain/at-most.ts'
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
  /** What the application's role is to the database. */
  standing: Standing
  /** Gives everything back in order; always ends, and may be called again. */
  close(): Promise<void>
}

export interface OpenOptions extends PoolOptions {
  env?: Record<string, string | undefined>
  onProgress?: (line: string) => void
  /** Applies no migration: what is saved or filled is the database as it stands. */
  asItIs?: boolean
  /** Works with the role that owns the database, where another one than the application's is known. */
  asOwner?: boolean
}

interface Addresses {
  application: string
  owner: string | undefined
}

/**
 * What the server and every command begin with: settings, database (the one named, or our own), the newest
 * migration.
 */
export async function openContext({
  env = process.env,
  onProgress = () => {},
  ...options
}: OpenOptions = {}): Promise<OpenContext> {
  const read = readConfig(env)
  if ('problems' in read) throw new InputError(read.problems)
  const { config } = read
  const cluster = config.databaseUrl ? undefined : await openCluster(join(config.dataDir, 'postgres'), { onProgress })
  try {
    const context = await openOn(config, cluster, options)
    if (!options.asItIs) await tryReading(config.databaseReadUrl, onProgress)
    return context
  } catch (error) {
    await cluster?.release()
    throw error
  }
}

async function openOn(
  config: Config,
  cluster: Cluster | undefined,
  { asItIs = false, asOwner = false, ...pool }: Omit<OpenOptions, 'env' | 'onProgress'>,
): Promise<OpenContext> {
  const keys = deriveKeys(config.secret ?? (await keptSecret(config.dataDir)))
  const addresses: Addresses = {
    application: cluster?.url ?? config.databaseUrl ?? '',
    // Our own is migrated by whatever opens it; of another one only who migrates needs to know the owner.
    owner: cluster?.ownerUrl ?? (asOwner ? config.databaseOwnerUrl : undefined),
  }
  const database = openDatabase((asOwner ? addresses.owner : undefined) ?? addresses.application, pool)
  const closeDatabase = () => atMost(longestPoolEnd, database.close())
  let closing: Promise<void> | undefined
  try {
    const ready = await makeReady(addresses, config, asItIs)
    return {
      config,
      keys,
      db: database.db,
      pool: database.pool,
      isEmbedded: cluster !== undefined,
      isNewEmbedded: (await cluster?.isNew()) ?? false,
      isStillNew: async () => (await cluster?.isNew()) ?? false,
      ...ready,
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

/**
 * The owner of the database brings it to the newest migration, whether that is the application's role or another one that is known;
 * where neither is, it has to be there already.
 */
async function makeReady(
  { application: url, owner }: Addresses,
  { dataDir, databaseOwnerUrl }: Config,
  asItIs: boolean,
): Promise<Pick<OpenContext, 'migrated' | 'standing'>> {
  return withPatience(url, async (db) => {
    await assertDurable(db)
    const found = await readStanding(db)
    if (asItIs) return { migrated: [], standing: found }
    let migrated: string[] = []
    if (owner !== undefined) migrated = await migrateAs(owner, grantee(found), databaseOwnerUrl)
    else if (found.isOwner) migrated = await migrateToLatest(db)
    const standing = await assertUsable(db)
    await eraseAgain(db, dataDir)
    return { migrated, standing }
  })
}

async function migrateAs(owner: string, application: string | undefined, setting: string | undefined) {
  try {
    return await withPatience(owner, (db) => migrateFor(db, application))
  } catch (error) {
    throw explainConnection(error, setting, 'DATABASE_OWNER_URL')
  }
}

/** While the program is still being read, nobody answers within the limits of a request. */
async function withPatience<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(url, patient)
  try {
    return await work(db)
  } finally {
    await close()
  }
}
