import { fork } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'

/** A server under test, in a process of its own. */
export interface Contender {
  url: string
  /** Microseconds of CPU that its process has used so far. */
  cpu(): Promise<number>
  end(): Promise<void>
}

/** Starts `servers/<name>.ts`. What it logs goes to a file, as it would in service. */
export async function startContender(name: string, env: Record<string, string>, log: string): Promise<Contender> {
  const output = await open(log, 'a')
  const child = fork(new URL(`servers/${name}.ts`, import.meta.url), {
    env: { ...process.env, ...env },
    stdio: ['ignore', output.fd, 'inherit', 'ipc'],
  })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code}`)
  })
  failed.catch(() => undefined)
  const answer = async () => (await Promise.race([once(child, 'message'), failed]))[0]
  const url: string = await answer()
  await output.close()
  return {
    url,
    async cpu() {
      child.send('cpu')
      const { user, system }: NodeJS.CpuUsage = await answer()
      return user + system
    },
    async end() {
      child.disconnect()
      await failed.catch(() => undefined)
    },
  }
}
