import { readFile } from 'node:fs/promises'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'

const shortest = 12

export const passphraseOption = {
  'passphrase-file': {
    type: 'string',
    value: 'DATEI',
    help: 'Datei mit dem Kennwort der Sicherung; ohne sie gilt STICHTAG_BACKUP_PASSPHRASE',
  },
} as const

/** Never an argument: the list of processes shows those to everybody on the machine. */
export async function passphraseOf(
  file: string | undefined,
  env: Record<string, string | undefined>,
): Promise<string | undefined> {
  const typed = file === undefined ? env.STICHTAG_BACKUP_PASSPHRASE : await readFirstLine(file)
  const passphrase = typed?.trim()
  if (passphrase === undefined || (passphrase === '' && file === undefined)) return undefined
  if (passphrase.length >= shortest) return passphrase
  throw new InputError(`Das Kennwort der Sicherung ist zu kurz; gebraucht werden mindestens ${shortest} Zeichen.`)
}

async function readFirstLine(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).split('\n', 1)[0] ?? ''
  } catch (cause) {
    throw new InputError(`Die Datei ${file} mit dem Kennwort lässt sich nicht lesen (${errorCode(cause)}).`, { cause })
  }
}
