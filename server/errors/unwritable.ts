import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'
import { InputError } from './input-error.ts'

/** Says why a file could not be written, and the way out. */
export function unwritable(file: string, error: unknown): InputError {
  return new InputError(`Die Datei ${file} lässt sich nicht schreiben. ${reason(file, error)}`)
}

function reason(file: string, error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
      return `Den Ordner ${dirname(file)} gibt es nicht; bitte legen Sie ihn vorher an.`
    case 'EEXIST':
    case 'ENOTDIR':
      return `${dirname(file)} ist kein Ordner.`
    case 'EISDIR':
      return 'Das ist ein Ordner; bitte nennen Sie eine Datei darin.'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'Das Recht dazu fehlt; bitte nennen Sie einen anderen Ort.'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'Der Platz reicht nicht; bitte nennen Sie einen anderen Ort.'
    default:
      return error instanceof Error ? error.message : ''
  }
}
