import { writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode, unlessCode } from '../errors/error-code.ts'

const tries = 10
const untilNextTry = 150

/**
 * Lets a process that leads a session of its own come after all others. Linux shares the processor between sessions first, where it
 * groups them: the priority of a process says something within its session alone.
 */
export async function lowerProcess(pid: number, priority: number): Promise<void> {
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
