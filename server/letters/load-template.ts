import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../boot/config.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { readTemplate, type TemplateText } from './read-template.ts'
import { type LetterName, letterTemplates } from './templates.ts'

/** The text of a letter: the operator's where there is one. A faulty one is refused. */
export async function loadLetter(
  { letterTemplates: folder }: Pick<Config, 'letterTemplates'>,
  name: LetterName,
): Promise<TemplateText> {
  const own = folder === undefined ? undefined : join(folder, `${name}.txt`)
  const ownText = own === undefined ? undefined : await readOwn(own)
  const shipped = new URL(`templates/${name}.txt`, import.meta.url)
  const file = ownText === undefined || own === undefined ? `server/letters/templates/${name}.txt` : own
  const read = readTemplate(file, ownText ?? (await readFile(shipped, 'utf8')), letterTemplates[name])
  if ('problems' in read) throw new InputError(read.problems)
  return read.text
}

async function readOwn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw new InputError(
      `Die Vorlage ${file} lässt sich nicht lesen. Bitte prüfen Sie, ob das Programm sie lesen darf.`,
    )
  }
}
