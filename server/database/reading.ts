import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { AppContext } from '../boot/context.ts'
import { atMost } from '../domain/at-most.ts'
import { isDatabaseAway } from '../errors/database-away.ts'
import { errorCode } from '../errors/error-code.ts'
import { type DataMark, hasReached, readMark } from '../store/data-mark.ts'
import { tellNewest } from '../store/newest-state.ts'
import { type Database, withPool } from './database.ts'
import { openReadingPool } from './pool.ts'

/** A copy that is behind is waited for so long. */
const longestWait = 2_000
const betweenLooks = 25
const longestEnd = 2_000
/** A standby ends what is asked there where it stands in the way of what it has to follow. */
const brokenOff = '40001'
/** Whoever writes in a copy is at fault, and the copy is not away. */
const wrote = '25006'

class BehindError extends Error {}

/**
 * Does work that reads much and writes nothing: from the copy of the database, where the operator has named one, else from the
 * database itself. The newest state is the database's in any case; a copy that does not hold all of it within two seconds, or that is
 * away, is not used. So nobody has to be told that there are newer figures than those shown.
 */
export async function reading<T>(context: ReadingContext, work: (database: Database) => Promise<T>): Promise<T> {
  const { config, db, pool, onReadHere } = context
  const url = config.databaseReadUrl
  if (url === undefined) return work({ db, pool })
  const mark = await readMark(pool)
  try {
    return await fromCopy(url, pool, mark, work)
  } catch (error) {
    if (!(error instanceof BehindError) && !isCopyAway(error)) throw error
    onReadHere?.(error)
    return work({ db, pool })
  }
}

export type ReadingContext = Pick<AppContext, 'db' | 'pool' | 'onReadHere'> & {
  config: Pick<AppContext['config'], 'databaseReadUrl'>
}

function isCopyAway(error: unknown): boolean {
  const code = errorCode(error)
  return code === brokenOff || (code !== wrote && error instanceof Error && isDatabaseAway(error))
}

/** Over connections of its own, each of them asked whether it leads to where all is: a proxy may send them to several copies. */
async function fromCopy<T>(
  url: string,
  alike: pg.Pool,
  mark: DataMark,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { db, pool, close } = withPool(openReadingPool(alike, url, (client) => untilReached(client, mark)))
  tellNewest(pool, mark.state)
  try {
    return await work({ db, pool })
  } finally {
    await atMost(longestEnd, close())
  }
}

async function untilReached(client: pg.PoolClient, mark: DataMark): Promise<void> {
  const until = Date.now() + longestWait
  while (!(await hasReached(client, mark))) {
    if (Date.now() > until) throw new BehindError(`the copy of the database is behind state ${mark.state}`)
    await sleep(betweenLooks)
  }
}
