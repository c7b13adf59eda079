import type { Config } from '../boot/config.ts'
import { loadTemplateFile } from '../templates/template-file.ts'
import type { TemplateText } from '../templates/template-text.ts'
import { blocks } from './gaps.ts'
import { type LetterName, letterTemplates } from './templates.ts'

const shipped = 'server/letters/templates'

/** The text of a letter: the operator's where there is one. A faulty one is refused. */
export async function loadLetter(
  { letterTemplates: own }: Pick<Config, 'letterTemplates'>,
  name: LetterName,
): Promise<TemplateText> {
  const { gaps, block } = letterTemplates[name]
  return (await loadTemplateFile({ name, shipped, own }, { gaps, blocks, block })).text
}
