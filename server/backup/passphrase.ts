import { readFile } from 'node:fs/promises'
import { shortestPassphrase } from '../boot/environment.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'

/** Never an argument: the list of processes shows those to everybody on the machine. */
export const passphraseOption = {
  'passphrase-file': {
    type: 'string',
    value: 'DATEI',
    help: 'Datei mit dem Kennwort der Sicherung; ohne sie gilt STICHTAG_BACKUP_PASSPHRASE',
  },
} as const

/** The first line of the file that was named, else what is configured. */
export async function passphraseOf(
  file: string | undefined,
  { backupPassphrase }: { backupPassphrase: string | undefined },
): Promise<string | undefined> {
  if (file === undefined) return backupPassphrase
  const [line = ''] = (await read(file)).split('\n', 1)
  if (line.trim().length >= shortestPassphrase) return line.trim()
  throw new InputError(
    `Das Kennwort in ${file} ist zu kurz; gebraucht werden mindestens ${shortestPassphrase} Zeichen.`,
  )
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new InputError(`Die Datei ${file} mit dem Kennwort lässt sich nicht lesen (${errorCode(cause)}).`, { cause })
  }
}
