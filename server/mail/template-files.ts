import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import type { MailSettings } from './settings.ts'
import { readTemplate, type TemplateText } from './template-text.ts'
import { type Template, templateOf, templates } from './templates.ts'

export interface LoadedTemplate {
  /** Where it comes from. */
  file: string
  /** It is the operator's own. */
  isOwn: boolean
  text: TemplateText
}

type Where = Pick<MailSettings, 'templates'>

/** The text of a template: the operator's where there is one. A faulty one is refused. */
export async function loadTemplate({ templates: folder }: Where, template: Template): Promise<LoadedTemplate> {
  const own = folder === undefined ? undefined : join(folder, `${template.name}.txt`)
  const ownText = own === undefined ? undefined : await readOwn(own)
  const shipped = new URL(`templates/${template.name}.txt`, import.meta.url)
  const text = ownText ?? (await readFile(shipped, 'utf8'))
  const file = ownText === undefined || own === undefined ? `server/mail/templates/${template.name}.txt` : own
  const read = readTemplate(file, text, template.gaps)
  if ('problems' in read) throw new InputError(read.problems)
  return { file, isOwn: ownText !== undefined, text: read.template }
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

/** What speaks against the templates: all faults of all of them. */
export async function templateProblems(where: Where): Promise<string[]> {
  return (await Promise.all(templates.map(({ name }) => faultsOfTemplate(where, name)))).flat()
}

/** What speaks against one of them. */
export async function faultsOfTemplate(where: Where, name: string): Promise<string[]> {
  const template = templateOf(name)
  if (template === undefined) return [`Die Vorlage „${name}“ gibt es nicht.`]
  try {
    await loadTemplate(where, template)
    return []
  } catch (error) {
    if (error instanceof InputError) return [...error.sentences]
    throw error
  }
}
