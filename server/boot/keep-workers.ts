import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { projectRoot } from '../project-root.ts'

const shortestPause = 1_000
const longestPause = 30_000
/** A process that ends by itself has so long to finish what it computes. */
const longestEnd = 4_000

export interface Workers {
  /** Starts them, if they are not there yet. */
  wake(): void
  end(): Promise<void>
}

/**
 * Processes that compute, as `stichtag work` does anywhere: the first serves only those in forms, so that no evaluation keeps their
 * papers waiting. They begin when somebody of the staff comes in, or with the first thing there is to
 * compute.
 */
export function keepWorkers(count: number, env: NodeJS.ProcessEnv, log: Pick<FastifyBaseLogger, 'error'>): Workers {
  const running = new Map<number, ChildProcess>()
  const timers = new Set<NodeJS.Timeout>()
  let begun = false
  let ending = false

  function start(number: number, pause: number): void {
    const args = number === 0 && count > 1 ? ['work', '--nur-formulare'] : ['work']
    const child = fork(join(projectRoot, 'server', 'stichtag.js'), args, {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const since = Date.now()
    running.set(number, child)
    child.once('error', (err) => log.error({ err }, 'a process that computes could not be started'))
    child.once('exit', (code, signal) => {
      running.delete(number)
      if (ending) return
      log.error({ code, signal }, 'a process that computes has ended; another one takes its place')
      const next = Date.now() - since > longestPause ? shortestPause : Math.min(pause * 2, longestPause)
      const timer = setTimeout(() => {
        timers.delete(timer)
        start(number, next)
      }, pause)
      timers.add(timer.unref())
    })
  }

  return {
    wake() {
      if (begun || ending) return
      begun = true
      for (let number = 0; number < count; number += 1) start(number, shortestPause)
    },
    async end() {
      ending = true
      for (const timer of timers) clearTimeout(timer)
      const left = [...running.values()]
      for (const child of left) child.kill('SIGTERM')
      const timer = setTimeout(() => {
        for (const child of left) child.kill('SIGKILL')
      }, longestEnd)
      await Promise.all(left.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)))
      clearTimeout(timer)
    },
  }
}
