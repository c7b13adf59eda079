import { readlink, realpath } from 'node:fs/promises'
import { errorCode, unlessCode } from '../../errors/error-code.ts'
import { run } from './run.ts'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/**
 * Whether this process is a PostgreSQL on that folder. After a restart of the machine the number may belong to any
 * program, which must neither be waited for nor stopped. A server works in its data folder; a dead one that nobody
 * has collected (as in a container without init) has no folder any more.
 */
export async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(unlessCode('ENOENT', 'EACCES', 'EPERM'))
    return folder === (await realpath(data))
  }
  if (process.platform === 'win32') {
    const { output } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])
    return output.includes('postgres')
  }
  const { output } = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)])
  return output.includes('postgres') && !output.startsWith('Z')
}
