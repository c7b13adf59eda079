import { readFile } from 'node:fs/promises'
import { InputError } from '../errors/input-error.ts'
import { readTermForAll, readTerms } from '../retention/read-terms.ts'
import type { Terms } from '../retention/rules.ts'

/** The terms that a file names. */
export async function readTermsFile(file: string): Promise<Partial<Terms>> {
  return readTerms(file, await textOf(file))
}

/** The term that a file names for all together. */
export const readTermFileForAll = async (file: string): Promise<{ days: number | null }> =>
  readTermForAll(file, await textOf(file))

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause) => {
    throw new InputError(`Die Datei ${file} lässt sich nicht lesen.`, { cause })
  })
