import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { listTemplateCsv, listTemplateWorkbook } from '../../form-file/list-template.ts'
import { seeFile } from '../../form-file/look-at-file.ts'
import { filePageId } from '../../forms/form.ts'
import { countingPage } from '../pages/counting-page.ts'
import { fromCounting } from '../pages/taken-from.ts'
import { policyWithoutConnections } from '../plugins/security.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { sendTable } from './send-table.ts'
import { addTakeOverRoute, previewShower } from './take-over.ts'

/** Counts from a list of persons. The list never comes here: the page counts it, and sends numbers like any form. */
export function addCountingRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { pool, config } = context
  const showPreview = previewShower(show, fromCounting)

  async function showCounting(request: FastifyRequest, reply: FastifyReply, error = ''): Promise<FastifyReply> {
    const { guest } = request
    const { counting } = guest.form.instrument
    if (counting === undefined) return reply.problem('notFound')
    reply.header('content-security-policy', policyWithoutConnections)
    const page = countingPage(counting, guest, config.contact, error)
    return show(request, reply, 'counting', fromCounting.heading, page, guest.visitor)
  }

  app.get('/auszaehlen', (request, reply) => showCounting(request, reply))

  app.get('/auszaehlen/vorlage/xlsx', async (request, reply) => {
    const { counting } = request.guest.form.instrument
    if (counting === undefined) return reply.problem('notFound')
    return sendTable(reply, counting.list, 'xlsx', Readable.from(listTemplateWorkbook(counting)))
  })

  app.get('/auszaehlen/vorlage/csv', async (request, reply) => {
    const { counting } = request.guest.form.instrument
    if (counting === undefined) return reply.problem('notFound')
    return sendTable(reply, counting.list, 'csv', listTemplateCsv(counting))
  })

  // Whoever's session has run out while they counted gets back the numbers, to send them once more.
  app.post('/auszaehlen', { config: { handlesForeignPosts: true } }, async (request, reply) => {
    const { guest } = request
    const { form, visit, asked } = guest
    const { counting } = form.instrument
    if (counting === undefined) return reply.problem('notFound')
    if (!request.fromOurPage) return reply.problem('foreignPost')
    const page = form.readers.get(filePageId)?.(request.body)
    const counted = new Set(counting.fields.map(({ name }) => name))
    const isCount = ([field, text]: [string, string]) => counted.has(field) && /^\d{1,6}$/.test(text)
    if (page === undefined || !Object.entries(page.typed).every(isCount)) return reply.problem('badForm')
    if (!visit.open && asked === undefined)
      return showCounting(request, reply.code(409), 'Es wird nichts mehr angenommen.')
    const wanted = Object.entries(page.typed).filter(([field]) => asked === undefined || asked.fields.has(field))
    if (wanted.length === 0)
      return showCounting(request, reply.code(422), 'Es ist noch nichts gezählt. Bitte wählen Sie Ihre Liste aus.')
    const found = new Map(wanted.map(([field, text]) => [field, { text }]))
    return showPreview(request, reply, await seeFile(pool, guest, found, page.rev))
  })

  addTakeOverRoute(app, context, show, fromCounting, showCounting)
}
