import type { Pool } from 'pg'
import { lowerProcess } from '../../computing/lower-process.ts'

/**
 * What the database does over these connections comes after what it does for others; each of its processes is a session of its own.
 * Only for one on this machine.
 */
export function lowerBackends(pool: Pool, priority: number, onError: (error: unknown) => void): void {
  pool.on('connect', (client) => {
    client
      .query<{ pid: number }>('select pg_backend_pid() as pid')
      .then(({ rows: [backend] }) => backend && lowerProcess(backend.pid, priority))
      .catch(onError)
  })
}
