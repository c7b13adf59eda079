import { readdir, readFile } from 'node:fs/promises'
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts'
import { errorCode, unlessCode } from '../../server/errors/error-code.ts'

/** Ends the postmaster and, where they can be found, its processes: none of them writes anything more. */
export async function killDatabase(data: string): Promise<void> {
  const postmaster = await readPostmaster(data)
  if (postmaster === undefined) throw new Error(`no database runs in ${data}`)
  kill(postmaster.pid, ...(await childrenOf(postmaster.pid)))
}

/** Ends the processes that compute for a server. */
export async function killWorkers(server: number): Promise<void> {
  for (const pid of await childrenOf(server)) if (/stichtag\.js\0work/.test(await commandOf(pid))) kill(pid)
}

export function kill(...pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error
    }
  }
}

export async function childrenOf(parent: number): Promise<number[]> {
  const pids = await allProcesses()
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readOf(pid, 'stat')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    }),
  )
  return pids.filter((_pid, index) => parents[index] === parent)
}

/** The numbers of all processes, where the system tells them. */
export async function allProcesses(): Promise<number[]> {
  return process.platform === 'linux' ? (await readdir('/proc')).map(Number).filter(Number.isInteger) : []
}

/** How a process was called, its arguments apart by zero bytes. */
export const commandOf = (pid: number): Promise<string> => readOf(pid, 'cmdline')

export const readOf = async (pid: number, file: 'stat' | 'cmdline' | 'environ'): Promise<string> =>
  (await readFile(`/proc/${pid}/${file}`, 'utf8').catch(unlessCode('ENOENT', 'ESRCH', 'EACCES'))) ?? ''
