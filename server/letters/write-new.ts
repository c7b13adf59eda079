import { open } from 'node:fs/promises'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { unwritable } from '../errors/unwritable.ts'

/** Writes a file that only its owner may read, and never over another one: that may hold codes already sent. */
export async function writeNew(file: string, content: Buffer): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new InputError(`Die Datei ${file} gibt es schon. Bitte nennen Sie eine neue.`)
    throw unwritable(file, error)
  }
}
