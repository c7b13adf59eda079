import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'
import type { Outcome } from './recipe.ts'

interface Run {
  minutes: number
  seed: string
  planted: boolean
  /** Where all that it makes lies. */
  place: string
  signal: AbortSignal
}

/** `broke`: why it came to no outcome. */
export type Told = Outcome & { broke?: string }

/** In a process of its own, which is ended when its minutes are over, or when all is to end. */
export async function tryInProcess(name: string, { minutes, seed, planted, place, signal }: Run): Promise<Told> {
  const child = fork(
    join(projectRoot, 'test', 'reliability', 'one-recipe.ts'),
    [name, seed, planted ? 'planted' : 'whole'],
    {
      cwd: projectRoot,
      execArgv: ['--import=tsx', '--import=./test/support/without-hooks.ts'],
      env: { ...process.env, TEST_SHELF: place, TAP_TIMEOUT: '0' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(String(chunk)))
  let outcome: Outcome | undefined
  // tap tells its parents things, too.
  child.on('message', (message: { outcome?: Outcome }) => {
    outcome ??= message.outcome
  })
  const over = AbortSignal.any([signal, AbortSignal.timeout(minutes * 60_000)])
  const end = () => child.kill('SIGKILL')
  over.addEventListener('abort', end)
  await once(child, 'exit')
  over.removeEventListener('abort', end)
  const nothing = { done: '', times: 0, faults: [] }
  if (signal.aborted) return { ...nothing, broke: 'it was told to stop' }
  if (over.aborted) return { ...nothing, broke: `it did not end within ${minutes} minutes` }
  return outcome ?? { ...nothing, broke: `it broke off:\n${output.join('').slice(-3_000)}` }
}
