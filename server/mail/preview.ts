import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import type { MailFacts } from '../store/mail-facts.ts'
import { fillingOf, specimenCode } from './filling.ts'
import { mailHtml } from './mail-html.ts'
import { standingsOf } from './standing.ts'
import { loadTemplate } from './template-files.ts'
import { fillTemplate } from './template-text.ts'
import type { Template } from './templates.ts'

/** A mail as somebody would get it now, with a specimen in place of a code. */
export async function previewMail(
  { db, forms, config }: Pick<JobContext, 'db' | 'forms' | 'config'>,
  template: Template,
  facts: MailFacts,
) {
  const { text } = await loadTemplate(config.mail, template)
  const [standing = { stage: 'unopened' as const, open: [] }] = await standingsOf(db, forms, [facts])
  const { instrument } = await forms.get({ ...facts, frist: facts.waveFrist })
  const code = template.carriesCode ? specimenCode : ''
  const filled = fillTemplate(text, fillingOf(config, { facts, standing, title: instrument.title, code }))
  return {
    ...filled,
    html: mailHtml({ ...filled, sender: config.operator.facts.name ?? '' }),
    fits: template.fits({ facts, standing, today: berlinDay(new Date()) }),
  }
}
