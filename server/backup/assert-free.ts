import { stat } from 'node:fs/promises'
import { unlessCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'

/** What is there stays; said before minutes are spent on a file that could not be written. */
export async function assertFree(file: string): Promise<void> {
  if ((await stat(file).catch(unlessCode('ENOENT', 'ENOTDIR'))) === undefined) return
  throw new InputError(`Die Datei ${file} gibt es schon. Bitte nennen Sie eine neue.`)
}
