import { InputError } from '../errors/input-error.ts'
import { type LoadedTemplate, loadTemplateFile } from '../templates/template-file.ts'
import type { MailSettings } from './settings.ts'
import { type Template, templateOf, templates } from './templates.ts'

const shipped = 'server/mail/templates'

type Where = Pick<MailSettings, 'templates'>

/** The text of a template: the operator's where there is one. A faulty one is refused. */
export const loadTemplate = ({ templates: own }: Where, { name, gaps }: Template): Promise<LoadedTemplate> =>
  loadTemplateFile({ name, shipped, own }, { gaps })

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
