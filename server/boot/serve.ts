import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Io } from '../commands/io.ts'
import { openBell } from '../database/bell.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { templateProblems } from '../mail/template-files.ts'
import { openWithout } from '../operator/open-without.ts'
import { computingChannel } from '../store/computations.ts'
import { listPublicWaves } from '../store/waves.ts'
import { backUpNightly } from './back-up-nightly.ts'
import { readConfig } from './config.ts'
import { keepDoingJobs } from './do-jobs.ts'
import { type Ending, prepareEnding } from './ending.ts'
import { forgetNightly } from './forget-nightly.ts'
import { keepHouse } from './keep-house.ts'
import { keepWorkers } from './keep-workers.ts'
import { createLogger } from './logger.ts'
import { type OpenContext, openContext } from './open.ts'
import { openOnTime } from './open-on-time.ts'
import { proxyAdvice } from './proxy-advice.ts'
import { excessLine, roleLine } from './role-lines.ts'
import { keepLogSealed } from './seal-log.ts'
import { thankSoon } from './thank-soon.ts'

/** Ending ends the process itself; until then the command is not done. */
const endOfProcess = new Promise<never>(() => {})

/** Runs the server until it is told to stop. */
export async function serve(io: Io): Promise<void> {
  const read = readConfig(io.env)
  const log = createLogger('config' in read ? read.config.logLevel : 'info')
  const ending = prepareEnding(io, log)
  try {
    await start(io, log, ending)
  } catch (error) {
    // What broke because all is being given back is no fault of its own.
    if (ending.hasBegun()) await endOfProcess
    await ending.giveUp()
    throw error
  }
  await endOfProcess
}

async function start(io: Io, log: Logger, ending: Ending): Promise<void> {
  const opening = openContext({ env: io.env, onProgress: io.tell })
  ending.onEnd(() =>
    opening.then(
      (context) => context.close(),
      () => undefined,
    ),
  )
  // What keeps it from opening is told where it is waited for, also if that is known before all is read.
  opening.catch(() => undefined)
  // Read while the database starts.
  const [{ buildApp }, { closeServer }, { demoNotice }, { beginDemoWorld }] = await Promise.all([
    import('../http/app.ts'),
    import('../http/close-server.ts'),
    import('../demo/notice.ts'),
    import('./demo-world.ts'),
  ])
  const context = await opening
  const { config, db, standing } = context
  const advices = [
    proxyAdvice(config),
    openWithout(config.operator, await listPublicWaves(db)),
    excessLine(standing),
    ...(await templateProblems(config.mail)),
  ]
  for (const advice of advices) if (advice !== '') io.tell(advice)
  if (standing.isOwner) io.tell(roleLine(standing))
  else io.print(roleLine(standing))
  const demo = context.isNewEmbedded ? await beginDemoWorld(context) : undefined
  if (demo !== undefined) ending.onEnd(() => demo.stop())
  const workers = keepWorkers(config.workers, io.env, log)
  ending.onEnd(() => workers.end())
  const bell = await openBell(context.pool.options.connectionString ?? '', computingChannel)
  ending.onEnd(() => bell.close())
  const app = await buildApp(context, log, undefined, {
    missing: () => demo?.missing(),
    desk: { bell, wake: workers.wake },
  })
  ending.onEnd(() => closeServer(app))
  keepHouse(app, context.db)
  keepLogSealed(app, context.db)
  backUpNightly(app, context)
  forgetNightly(app, context)
  keepDoingJobs(app, context)
  thankSoon(app, context)
  openOnTime(app, context)
  const url = await listen(app, context)
  io.print(`Stichtag läuft: ${context.config.publicUrl ?? url}`)
  if (context.isEmbedded) for (const line of await demoNotice(context)) io.print(line)
  if (demo !== undefined) io.print('Die übrigen erfundenen Antworten werden noch geladen; so lange wartet /intern.')
  io.print('Beenden mit Strg+C.')
  await demo?.complete(io)
}

async function listen(app: FastifyInstance, { config: { host, port } }: OpenContext): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: () => 'bereit' })
  } catch (error) {
    throw explainListening(error, host, port)
  }
}

function explainListening(error: unknown, host: string, port: number): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new InputError(
        `Der Port ${port} auf ${host} ist schon belegt; läuft Stichtag dort bereits? ` +
          `Abhilfe: jenes Programm beenden oder einen anderen Port wählen, zum Beispiel PORT=${port + 1} npm start.`,
      )
    case 'EACCES':
      return new InputError(`Den Port ${port} darf dieser Benutzer nicht öffnen. Abhilfe: PORT=3000 oder höher wählen.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new InputError(`HOST ist „${host}“; diese Adresse hat dieser Rechner nicht. Abhilfe: HOST=127.0.0.1.`)
    default:
      return error
  }
}
