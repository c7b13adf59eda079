import { readFile } from 'node:fs/promises'
import { InputError } from '../errors/input-error.ts'
import { readTerms } from '../retention/read-terms.ts'
import type { Terms } from '../retention/rules.ts'

/** The terms that a file names. */
export async function readTermsFile(file: string): Promise<Partial<Terms>> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new InputError(`Die Datei ${file} lässt sich nicht lesen.`, { cause })
  })
  return readTerms(file, text)
}
