import { errorCode } from './error-code.ts'
import { InputError } from './input-error.ts'

/** A file that somebody named and that cannot be read is for them to put right. */
export function unreadable(error: unknown): never {
  const code = errorCode(error)
  if (code === undefined || !(error instanceof Error && 'path' in error)) throw error
  throw new InputError(`Die Datei ${error.path} lässt sich nicht lesen (${code}).`, { cause: error })
}
