import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../../boot/context.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { type KeptMail, listKeptMails, readKeptMail } from '../../../../mail/mailbox.ts'
import { demoMailboxHref, demoMailHref } from '../../../pages/intern/addresses.ts'
import { sendMailHtml } from '../../../plugins/mail-html.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { isDemoMailbox } from './show-mail.ts'

const right = { config: { right: 'field.read' } } as const
const mostMails = 200
const when = ({ date }: KeptMail) => (date === undefined ? '' : dayAndTime(date))

/** The folder of mails of the demo world, to be read in the browser. Elsewhere mails hold codes, and are nobody's to read here. */
export function addDemoMailboxRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { folder } = context.config.mail
  const find = async ({ params: { file }, staff }: FastifyRequest<{ Params: { file: string } }>) =>
    (await isDemoMailbox(context, staff)) ? readKeptMail(folder, file) : undefined

  app.get(demoMailboxHref, right, async (request, reply) => {
    if (!(await isDemoMailbox(context, request.staff))) return reply.problem('notFound')
    const { mails, more } = await listKeptMails(folder, mostMails)
    return show(request, reply, 'intern/demo-mailbox', 'Demo-Postfach', {
      folder,
      mails: mails.map((mail) => ({
        href: demoMailHref(mail.file),
        subject: mail.subject,
        lines: [mail.to, when(mail)],
      })),
      more,
    })
  })

  app.get<{ Params: { file: string } }>(demoMailHref(':file'), right, async (request, reply) => {
    const mail = await find(request)
    if (mail === undefined) return reply.problem('notFound')
    return show(request, reply, 'intern/demo-mail', 'E-Mail', {
      subject: mail.subject,
      facts: [
        { label: 'An', value: mail.to },
        { label: 'Von', value: mail.from },
        { label: 'Gesendet', value: when(mail) },
      ],
      body: mail.text,
      htmlHref: mail.html === '' ? '' : `${demoMailHref(mail.file)}/html`,
    })
  })

  app.get<{ Params: { file: string } }>(`${demoMailHref(':file')}/html`, right, async (request, reply) => {
    const mail = await find(request)
    return mail === undefined ? reply.problem('notFound') : sendMailHtml(reply, mail.html)
  })
}
