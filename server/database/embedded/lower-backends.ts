import { writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { ClientBase, Pool } from 'pg'
import { errorCode, unlessCode } from '../../errors/error-code.ts'

const tries = 10
const untilNextTry = 150

/** What the database does over these connections comes after what it does for others. Only for one on this machine. */
export function lowerBackends(pool: Pool, priority: number, onError: (error: unknown) => void): void {
  // Asked before anybody else asks over the connection: one that is still busy takes no second question.
  pool.options.onConnect = async (client: ClientBase) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    for (const { pid } of rows) lower(pid, priority).catch(onError)
  }
}

/**
 * Linux shares the processor between sessions first, where it groups them, and each process of PostgreSQL is a session of its own: its
 * priority within that says nothing.
 */
async function lower(pid: number, priority: number): Promise<void> {
  setPriority(pid, priority)
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await writeFile(`/proc/${pid}/autogroup`, String(priority), { flag: 'r+' }).catch(unlessCode('ENOENT'))
    } catch (error) {
      // So often a second and no oftener may this be said, on the whole machine.
      if (errorCode(error) !== 'EAGAIN' || left === 1) throw error
    }
    await pause(untilNextTry)
  }
}
