import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'
import type { Io } from '../commands/io.ts'
import { whenNpmIsGone } from './npm-gone.ts'

const longestEnd = 9_500

export interface Ending {
  /** What is to be given back at the end; the last comes first. */
  onEnd(giveBack: () => Promise<unknown>): void
  hasBegun(): boolean
  /** Gives all back, and leaves it to the caller how the process ends. */
  giveUp(): Promise<void>
}

/**
 * Ends the process in order: on a signal, when npm is gone, after an error that nobody caught. npm passes a Ctrl-C on that we
 * have already got from the terminal, so what comes second must not break off what the first began.
 */
export function prepareEnding(io: Io, log: Logger): Ending {
  const held: (() => Promise<unknown>)[] = []
  let begun = false
  let given: Promise<void> | undefined
  const giveBack = () => {
    given ??= inOrder(held.toReversed())
    return given
  }
  const grace = closeWithGrace({ delay: longestEnd, logger: log, skip: ['SIGINT', 'SIGTERM'] }, async ({ err }) => {
    begun = true
    if (err) log.fatal({ err }, 'unerwarteter Fehler, das Programm endet')
    await giveBack()
  })
  const end = () => {
    if (begun) return
    begun = true
    io.tell('Stichtag wird beendet …')
    grace.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
  whenNpmIsGone(io.env, end)
  return {
    onEnd: (one) => void held.push(one),
    hasBegun: () => begun,
    giveUp() {
      // It would take the end that follows for a good one.
      grace.uninstall()
      return giveBack()
    },
  }
}

async function inOrder(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) await step()
}
