import { setTimeout as sleep } from 'node:timers/promises'
import type { Io } from '../commands/io.ts'
import { openDatabase } from '../database/database.ts'
import { takeDemoTurn } from '../database/demo-turn.ts'
import { patient } from '../database/pool.ts'
import { beginDemo, completeDemo } from '../demo/load.ts'
import { atMost } from '../domain/at-most.ts'
import type { OpenContext } from './open.ts'

/** What is not rolled back by then is so by the end of the connection. */
const longestStop = 1_000
const mostTries = 5
const pause = 3_000

/** The demo world of a new database, begun: forms can be tried, what is evaluated is not complete yet. */
export interface DemoWorld {
  /** What is still missing, in a sentence; undefined when nothing is. */
  missing(): string | undefined
  complete(io: Io): Promise<void>
  /** Breaks off; the next start goes on. */
  stop(): Promise<void>
}

/**
 * Begins the demo world. Two servers that start together on a new database load it once: the second waits until the first
 * is done with it, and finds it complete.
 */
export async function beginDemoWorld(context: OpenContext): Promise<DemoWorld | undefined> {
  const url = context.pool.options.connectionString ?? ''
  const turn = await takeDemoTurn(url)
  const database = openDatabase(url, patient)
  const own = { ...context, db: database.db, pool: database.pool }
  const end = () => Promise.all([turn.end(), database.close()])
  let world: DemoWorld | undefined
  try {
    if (await context.isStillNew()) {
      await beginDemo(own)
      world = begun(own, end)
    }
    return world
  } finally {
    if (world === undefined) await end()
  }
}

function begun(context: OpenContext, end: () => Promise<unknown>): DemoWorld {
  const stopping = new AbortController()
  let missing: string | undefined = 'Die erfundenen Antworten werden gerade geladen.'
  let completing: Promise<void> | undefined
  const { signal } = stopping
  const tryToComplete = (io: Io) =>
    completeDemo(context, {
      signal,
      onWave(done, all, told) {
        missing = `Fertig sind ${done} von ${all} Erhebungen.`
        io.tell(told)
      },
    })
  // What is stored stays so. The database may have been killed: that ends no server that is answering already.
  const complete = async (io: Io) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await tryToComplete(io)
        break
      } catch (error) {
        if (signal.aborted || tries === mostTries) throw error
        io.tell(`Das Laden der Demowelt brach ab (${error instanceof Error ? error.message : error}) und beginnt neu.`)
        await sleep(pause, undefined, { signal })
      }
    }
    await context.markUsed()
    missing = undefined
    io.print('Die Demowelt ist vollständig.')
  }
  return {
    missing: () => missing,
    complete(io) {
      completing = complete(io).finally(end)
      return completing
    },
    async stop() {
      stopping.abort()
      const stopped = Promise.allSettled([completing ?? end()])
      await atMost(longestStop, stopped)
    },
  }
}
