import { setTimeout as sleep } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { prepareCharts } from '../../views/charts/draw.ts'
import type { Io } from '../commands/io.ts'
import { demoNotice } from '../demo/load.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { buildApp } from '../http/app.ts'
import { keepHouse } from './keep-house.ts'
import { loadDemoOnce } from './load-demo-once.ts'
import { createLogger } from './logger.ts'
import { type OpenContext, openContext } from './open.ts'

const longestStop = 9_500
/** Longer than any statement may run, so that requests in flight are answered. */
const longestAnswer = 5_200

/** Stopping ends the process itself; until then the command is not done. */
const endOfProcess = new Promise<never>(() => {})

/** Runs the server until it is told to stop. */
export async function serve(io: Io): Promise<void> {
  const context = await openContext({ env: io.env, onProgress: io.tell })
  try {
    if (context.isNewEmbedded) await loadDemoOnce(context, io)
    const app = await buildApp(context, createLogger(context.config.logLevel))
    keepHouse(app, context.db)
    const url = await listen(app, context)
    stopInOrder(app, context, io)
    io.print(`Stichtag läuft: ${context.config.publicUrl ?? url}`)
    if (context.isEmbedded) for (const line of await demoNotice(context)) io.print(line)
    io.print('Beenden mit Strg+C.')
    await prepareCharts()
    await endOfProcess
  } catch (error) {
    await context.close()
    throw error
  }
}

async function listen(app: FastifyInstance, { config: { host, port } }: OpenContext): Promise<string> {
  try {
    return await app.listen({ host, port, listenTextResolver: () => 'bereit' })
  } catch (error) {
    await app.close()
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

/**
 * Requests in flight are answered, then connections and database are given back. npm passes a Ctrl-C on that we have
 * already got from the terminal, so a second signal must not break off what the first began.
 */
function stopInOrder(app: FastifyInstance, context: OpenContext, io: Io): void {
  const grace = closeWithGrace(
    { delay: longestStop, logger: app.log, skip: ['SIGINT', 'SIGTERM'] },
    async ({ err }) => {
      if (err) app.log.fatal({ err }, 'unerwarteter Fehler, das Programm endet')
      // A connection whose request began before the stop stays open after its answer, until the next look.
      const looking = setInterval(() => app.server.closeIdleConnections(), 50)
      const closed = app.close().finally(() => clearInterval(looking))
      await Promise.race([closed, sleep(longestAnswer, undefined, { ref: false })])
      app.server.closeAllConnections()
      await closed
      await context.close()
    },
  )
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stopping) io.tell('Stichtag wird beendet …')
      stopping ||= Boolean(grace.close())
    })
  }
}
