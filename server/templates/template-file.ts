import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { projectRoot } from '../project-root.ts'
import { readTemplate, type TemplateRules, type TemplateText } from './template-text.ts'

export interface LoadedTemplate {
  /** Where it comes from. */
  file: string
  /** It is the operator's own. */
  isOwn: boolean
  text: TemplateText
}

interface Where {
  name: string
  /** The folder of ours, from the top of the project. */
  shipped: string
  /** That of the operator, where there is one. */
  own: string | undefined
}

/** The text of a template: the operator's where there is one. A faulty one is refused. */
export async function loadTemplateFile({ name, shipped, own }: Where, rules: TemplateRules): Promise<LoadedTemplate> {
  const ownFile = own === undefined ? undefined : join(own, `${name}.txt`)
  const ownText = ownFile === undefined ? undefined : await readOwn(ownFile)
  const isOwn = ownFile !== undefined && ownText !== undefined
  const file = isOwn ? ownFile : `${shipped}/${name}.txt`
  const read = readTemplate(file, ownText ?? (await readFile(join(projectRoot, file), 'utf8')), rules)
  if ('problems' in read) throw new InputError(read.problems)
  return { file, isOwn, text: read.text }
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
