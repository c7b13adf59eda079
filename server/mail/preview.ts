import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import type { Addressee } from './addressees.ts'
import { fillTemplate } from './fill-template.ts'
import { fillingOf, specimenCode } from './filling.ts'
import { mailHtml } from './mail-html.ts'
import { loadTemplate } from './template-files.ts'
import type { Template } from './templates.ts'

/** A mail as somebody would get it now, with a specimen in place of a code. */
export async function previewMail({ config }: Pick<JobContext, 'config'>, template: Template, one: Addressee) {
  const { text } = await loadTemplate(config.mail, template)
  const code = template.carriesCode ? specimenCode : ''
  const filled = fillTemplate(text, fillingOf(config, one, code))
  return {
    ...filled,
    html: mailHtml({ ...filled, sender: config.operator.facts.name ?? '' }),
    fits: template.fits({ ...one, today: berlinDay(new Date()) }),
  }
}
