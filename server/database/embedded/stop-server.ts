import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries.ts'
import { readPostmaster } from './postmaster-file.ts'
import { run } from './run.ts'
import type { Site } from './site.ts'

/**
 * Ends the server; false if it is not done within the time, it then goes on ending by itself. pg_ctl's own waiting is
 * not used: it would also wait for the end of a server that somebody has started since.
 */
export async function stopServer(site: Site, mode: 'fast' | 'immediate', seconds: number): Promise<boolean> {
  const before = await readPostmaster(site.data)
  if (before === undefined) return true
  await run(program(site.binaries, 'pg_ctl'), ['stop', `--mode=${mode}`, '--no-wait', '--silent'], {
    account: site.account,
    cwd: site.home,
    env: { PGDATA: site.data },
  })
  const latest = Date.now() + seconds * 1_000
  while ((await readPostmaster(site.data))?.pid === before.pid) {
    if (Date.now() > latest) return false
    await sleep(20)
  }
  return true
}
