import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../../boot/context.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { addresseesOf } from '../../../../mail/addressees.ts'
import { previewMail } from '../../../../mail/preview.ts'
import { loadTemplate } from '../../../../mail/template-files.ts'
import { type Template, templateOf } from '../../../../mail/templates.ts'
import { participantIds } from '../../../../store/scopes.ts'
import { mailTemplateHref } from '../../../pages/intern/addresses.ts'
import { mailTemplatePage } from '../../../pages/intern/mail/mail-template-page.ts'
import { sendMailHtml } from '../../../plugins/mail-html.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { titlesOfWaves } from '../titles-of-waves.ts'

const right = { config: { right: 'field.read' } } as const

interface One {
  Params: { name: string }
  Querystring: Record<string, unknown>
}

/** A kind of mail: when, to whom, once per what, and how it looks for somebody whom one chooses. */
export function addMailTemplateRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  /** Whom the preview is for: the one that was asked for, else the first of the wave. */
  async function chosen({ query, staff: { accountId } }: { query: One['Querystring']; staff: { accountId: number } }) {
    const waves = await titlesOfWaves(context)
    const asked = String(query.welle ?? '')
    const wave = waves.has(asked) ? asked : ([...waves.keys()][0] ?? '')
    const unit = String(query.einheit ?? '').trim()
    const shown = unit === '' ? ([...(await participantIds(db, wave, accountId)).keys()][0] ?? '') : unit
    const [found] = await addresseesOf(context, { wave, accountId, one: { unit: shown } })
    return { waves, wave, unit, found }
  }

  async function load(template: Template) {
    try {
      return { loaded: await loadTemplate(config.mail, template), problems: [] }
    } catch (error) {
      if (error instanceof InputError) return { loaded: undefined, problems: error.sentences }
      throw error
    }
  }

  app.get<One>(mailTemplateHref(':name'), right, async (request, reply) => {
    const template = templateOf(request.params.name)
    if (template === undefined) return reply.problem('notFound')
    const { found, waves, wave, unit } = await chosen(request)
    const facts = found?.participant
    const { loaded, problems } = await load(template)
    const mail = found === undefined || loaded === undefined ? undefined : await previewMail(context, template, found)
    const at = facts === undefined ? '' : `?welle=${encodeURIComponent(wave)}&einheit=${encodeURIComponent(facts.unit)}`
    const page = mailTemplatePage({
      ...{ template, loaded, problems, waves, wave, unit: facts?.unit ?? unit },
      error: facts === undefined && unit !== '' ? 'Niemand mit dieser Kennung nimmt an der Erhebung teil.' : '',
      preview:
        facts === undefined || mail === undefined
          ? null
          : {
              whom: `${facts.name} (${facts.unit})`,
              to: facts.mail || 'keine E-Mail-Adresse bekannt',
              ...{ subject: mail.subject, body: mail.body },
              htmlHref: `${mailTemplateHref(template.name)}/html${at}`,
              fits: mail.fits ? 'ja' : 'nein, die Bedingung trifft nicht zu',
            },
    })
    return show(request, reply, 'intern/mail-template', template.title, page)
  })

  app.get<One>(`${mailTemplateHref(':name')}/html`, right, async (request, reply) => {
    const template = templateOf(request.params.name)
    const { found } = await chosen(request)
    if (template === undefined || found === undefined) return reply.problem('notFound')
    const { loaded } = await load(template)
    if (loaded === undefined) return reply.problem('notFound')
    return sendMailHtml(reply, (await previewMail(context, template, found)).html)
  })
}
