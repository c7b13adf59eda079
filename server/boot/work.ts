import { randomUUID } from 'node:crypto'
import { setPriority } from 'node:os'
import type { Io } from '../commands/io.ts'
import { type Computing, computeNext } from '../computing/compute.ts'
import { watchStall } from '../computing/watch-stall.ts'
import { openBell } from '../database/bell.ts'
import { openDatabase } from '../database/database.ts'
import { lowerBackends } from '../database/embedded/lower-backends.ts'
import { breakOff } from '../store/break-off.ts'
import { computingChannel, type Rank } from '../store/computations.ts'
import { readConfig } from './config.ts'
import { prepareEnding } from './ending.ts'
import { createLogger } from './logger.ts'
import { openContext } from './open.ts'

/** Forms come first, whatever is computed beside them. */
const priority = 19
/** A computation is one reader's: it needs few connections, and must not take those of the forms. */
const connections = 2
/** Longer than any evaluation takes, so that one that went astray does not hold the place for ever. */
const longestStatement = 120_000
const untilNextLook = 2_000
/** What reckons for longer without a pause never ends. */
const longestWithoutPause = 60_000

/** A name that no other process has, on whatever machine: all statements under it are broken off together. */
export const ownName = (): string => `stichtag-work-${randomUUID()}`

/** Computes what is asked for, one after the other, until it is told to stop. */
export async function work(io: Io, upTo: Rank): Promise<void> {
  setPriority(priority)
  watchStall(longestWithoutPause)
  // Whoever started it may be killed.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  const read = readConfig(io.env)
  const level = 'config' in read ? read.config.logLevel : 'info'
  // That something was answered is told by whoever gives it on.
  const log = createLogger(level === 'info' ? 'warn' : level)
  const isStartedByServer = process.send !== undefined
  const ending = prepareEnding(isStartedByServer ? { ...io, tell: () => undefined } : io, log)
  const stopping = new AbortController()
  const [{ buildApp }, { prepareCharts }] = await Promise.all([
    import('../http/app.ts'),
    import('../../views/charts/draw.ts'),
  ])
  const limits = {
    max: connections,
    statementTimeout: longestStatement,
    applicationName: ownName(),
    // Further processes would take what is left for forms.
    parallel: false,
  }
  const context = await openContext({ env: io.env, onProgress: io.tell, ...limits })
  ending.onEnd(() => context.close())
  const cannotLower = (err: unknown) => log.warn({ err }, 'the database computes as soon as it answers forms')
  if (context.isEmbedded) lowerBackends(context.pool, priority, cannotLower)
  const url = context.pool.options.connectionString ?? ''
  const telling = openDatabase(url, { max: 2 })
  ending.onEnd(() => telling.close())
  const copy = openDatabase(context.config.databaseReadUrl ?? url, { max: 1 })
  ending.onEnd(() => copy.close())
  const bell = await openBell(url, computingChannel)
  ending.onEnd(() => bell.close())
  const onReadHere = (err: unknown) => log.warn({ err }, 'read from the database itself instead of its copy')
  const app = await buildApp({ ...context, onReadHere }, log)
  ending.onEnd(() => app.close())
  let busy: Promise<unknown> = Promise.resolve()
  ending.onEnd(async () => {
    stopping.abort()
    await busy
  })
  const computing: Computing = {
    context: { ...context, db: telling.db },
    app,
    // Where there is no copy the second finds nothing left to end.
    breakOff: async () => {
      const ended = [telling.db, copy.db].map((db) => breakOff(db, limits.applicationName))
      for (const one of await Promise.allSettled(ended))
        if (one.status === 'rejected') log.warn({ err: one.reason }, 'what is no longer wanted goes on')
    },
  }
  await prepareCharts()
  if (!isStartedByServer) io.tell('Rechnet, was angefordert wird. Beenden mit Strg+C.')
  while (!stopping.signal.aborted) {
    const next = computeNext(computing, upTo).catch(async (err) => {
      log.error({ err }, 'nothing could be taken to be computed')
      return false
    })
    busy = next
    if (await next) continue
    await bell.heard('new', untilNextLook, stopping.signal)
  }
}
