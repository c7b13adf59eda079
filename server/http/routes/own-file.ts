import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formLines } from '../../../surveys/form-file/form-lines.ts'
import type { RouteContext } from '../../boot/context.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import { csvFile } from '../../form-file/csv-file.ts'
import { fileKey } from '../../form-file/file-key.ts'
import { lookAtFile } from '../../form-file/look-at-file.ts'
import { formWorkbook } from '../../form-file/workbook.ts'
import { answered } from '../../forms/answered.ts'
import { fileGuide, lastHeading, ownFilePage } from '../pages/own-file-page.ts'
import { fromFile } from '../pages/taken-from.ts'
import type { Cookies } from '../plugins/cookie.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'
import { type Received, receiveUpload, uploadLimits } from './receive-upload.ts'
import { type FileFormat, sendTable } from './send-table.ts'
import { addTakeOverRoute, previewShower } from './take-over.ts'

const largestMegabytes = 4

/** A form as a file: given out, read again, and taken over in the way of everything that is typed. */
export function addOwnFileRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { pool, keys, config } = context
  const showOwn = (request: FastifyRequest, reply: FastifyReply, said: Parameters<typeof ownFilePage>[2] = {}) =>
    show(
      request,
      reply,
      'own-file',
      fromFile.heading,
      ownFilePage(request.guest, config.contact, said),
      request.guest.visitor,
    )

  const showPreview = previewShower(show, fromFile)

  app.get('/eigene-datei', (request, reply) => showOwn(request, reply))

  app.get<{ Querystring: { abschnitt?: string } }>('/eigene-datei/xlsx', async (request, reply) => {
    const { guest } = request
    const sheets = sheetsOf(guest, request.query.abschnitt)
    if (sheets.length === 0) return reply.problem('notFound')
    const words = {
      ...fileGuide(guest.visitor, dayAndTime(guest.visit.now)),
      key: keyOf(guest),
      lastTitle: lastHeading(guest.around.last),
    }
    return sendFile(reply, guest, 'xlsx', Readable.from(formWorkbook(sheets, words)))
  })

  app.get('/eigene-datei/csv', async (request, reply) => {
    const { guest } = request
    const text = csvFile(sheetsOf(guest), { key: keyOf(guest), lastTitle: lastHeading(guest.around.last) })
    return sendFile(reply, guest, 'csv', text)
  })

  const keyOf = ({ visit: { wave, unit, rev }, form: { instrument } }: Guest) =>
    fileKey({ wave, unit, version: instrument.version, rev }, keys.formFile)

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits: uploadLimits(largestMegabytes) })
    // The route reads its body itself: not before it is known who sends it, and that it comes from a page of ours.
    inner.post('/eigene-datei', { config: { handlesForeignPosts: true } }, async (request, reply) => {
      if (!request.isMultipart()) return reply.problem('badForm')
      const isOurs = (fields: Received['fields']) => cookies.isFromOurPage(request, fields._csrf)
      const looked = await receiveUpload(request, isOurs, (received) =>
        isOurs(received.fields) ? look(request.guest, received) : undefined,
      )
      if (looked === undefined) return reply.problem('foreignPost')
      const { section, refused, faults, seen } = looked
      if (seen === undefined)
        return showOwn(request, reply.code(422), { section, error: refused ?? '', faults: faults ?? [] })
      return showPreview(request, reply, seen)
    })
  })

  async function look(guest: Guest, { fields, file }: Received) {
    const section = guest.form.sections.has(fields.abschnitt ?? '') ? (fields.abschnitt ?? '') : ''
    const refuse = (refused: string) => ({ section, refused, faults: undefined, seen: undefined })
    if (!guest.visit.open && guest.asked === undefined) return refuse('Es wird nichts mehr angenommen.')
    if (file === undefined || file.bytes === 0) return refuse('Bitte wählen Sie eine Datei aus.')
    if (file.isTooLarge)
      return refuse(
        `Die Datei ist größer als ${largestMegabytes} MB. Bitte löschen Sie, was nicht zum Fragebogen gehört.`,
      )
    const looked = await lookAtFile({ pool, keys }, guest, { path: file.path, name: file.name, section })
    if ('refused' in looked) return refuse(looked.refused)
    if ('faults' in looked) return { section, refused: undefined, faults: looked.faults, seen: undefined }
    return { section, refused: undefined, faults: undefined, seen: looked }
  }

  addTakeOverRoute(app, context, show, fromFile, (request, reply, error) => showOwn(request, reply, { error }))
}

const sheetsOf = (guest: Guest, section?: string) =>
  formLines(answered(guest)).filter(({ id }) => section === undefined || id === section)

const sendFile = (reply: FastifyReply, { visit }: Guest, format: FileFormat, content: Readable | string) =>
  sendTable(reply, `${visit.wave}-${visit.unit}`, format, content)
