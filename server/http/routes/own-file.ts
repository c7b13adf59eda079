import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import { formLines } from '../../../surveys/form-file/form-lines.ts'
import type { RouteContext } from '../../boot/context.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import { csvFile } from '../../form-file/csv-file.ts'
import { fileKey } from '../../form-file/file-key.ts'
import { lookAtFile, type SeenFile, seeFile } from '../../form-file/look-at-file.ts'
import { formWorkbook } from '../../form-file/workbook.ts'
import { answered } from '../../forms/answered.ts'
import { onlyAsked } from '../../forms/asked-part.ts'
import { filePageId } from '../../forms/form.ts'
import { openConflicts } from '../../forms/open-conflicts.ts'
import { savePage } from '../../forms/save.ts'
import { saves } from '../../metrics/counts.ts'
import { hubHref, ownFileHref, ownFileSaveHref } from '../pages/addresses.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { fileGuide, lastHeading, ownFilePage } from '../pages/own-file-page.ts'
import { ownFilePreviewPage } from '../pages/own-file-preview-page.ts'
import type { Cookies } from '../plugins/cookie.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'
import { type Received, receiveUpload, uploadLimits } from './receive-upload.ts'

const heading = 'Als Datei ausfüllen'
const largestMegabytes = 4

/** What is said where the file and the form were both changed, beside what a page sends. */
const decision = z.looseObject({
  _beide: z.enum(['datei', 'fragebogen', 'einzeln']).optional(),
  _felder: z.string().max(60_000).default(''),
  _dateistand: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0'),
})

const notChosen = 'Bitte wählen Sie, was bei den Feldern gelten soll, die in der Datei und im Fragebogen geändert sind.'

/** A form as a file: given out, read again, and taken over in the way of everything that is typed. */
export function addOwnFileRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, pool, keys, config } = context
  const showOwn = (request: FastifyRequest, reply: FastifyReply, said: Parameters<typeof ownFilePage>[2] = {}) =>
    show(request, reply, 'own-file', heading, ownFilePage(request.guest, config.contact, said), request.guest.visitor)

  const showPreview = (request: FastifyRequest, reply: FastifyReply, seen: SeenFile, error = '') => {
    const page = ownFilePreviewPage(request.guest, seen, error)
    return show(request, reply, 'own-file-preview', 'Was sich ändert', page, request.guest.visitor)
  }

  app.get('/eigene-datei', (request, reply) => showOwn(request, reply))
  // Where a conflict leads back to.
  app.get('/eigene-datei/uebernehmen', (request, reply) => reply.redirect(ownFileHref(request.guest.visit), 303))

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

  app.post('/eigene-datei/uebernehmen', { config: { takesTexts: true } }, async (request, reply) => {
    const { guest } = request
    const { form, visit, visitor, asked } = guest
    const decided = decision.safeParse(request.body)
    if (!decided.success) return reply.problem('badForm')
    const { _beide, _felder, _dateistand, ...sent } = decided.data
    const page = form.readers.get(filePageId)?.(sent)
    if (page === undefined || page.tooLong.length > 0) return reply.problem('badForm')
    if (!visit.open && asked === undefined) {
      saves.add('refused')
      return showOwn(request, reply.code(409), { error: 'Es wurde nichts übernommen.' })
    }
    const both = new Set(_felder.split(' ').filter((field) => field in page.typed))
    if (both.size > 0 && _beide === undefined) {
      const found = new Map(Object.entries(page.typed).map(([field, text]) => [field, { text }]))
      const seen = await seeFile(pool, guest, found, Number(_dateistand))
      return showPreview(request, reply.code(422), seen, notChosen)
    }
    const place = { heading, href: ownFileSaveHref(visit) }
    const open = await openConflicts(db, visit, page)
    if (open.length > 0) {
      saves.add('conflict')
      const conflicts = conflictPage(place, form.fields, open, visit.rev, visit.now, page.typed)
      return show(request, reply.code(422), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const chosen = chosenOf(page, both, { _beide, fileRev: Number(_dateistand) })
    const typed = asked === undefined ? chosen.typed : onlyAsked(chosen.typed, asked)
    const { conflicts, rev } = await savePage(pool, visit, { ...chosen, typed })
    if (conflicts.length > 0) {
      const questions = conflictPage(place, form.fields, conflicts, rev, visit.now)
      return show(request, reply.code(409), 'conflict', 'Zwei verschiedene Eingaben', questions, visitor)
    }
    return reply.redirect(`${hubHref(visit)}?uebernommen=${Object.keys(typed).length}`, 303)
  })
}

const sheetsOf = (guest: Guest, section?: string) =>
  formLines(answered(guest)).filter(({ id }) => section === undefined || id === section)

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

function sendFile(reply: FastifyReply, { visit }: Guest, format: 'xlsx' | 'csv', content: Readable | string) {
  const name = `${visit.wave}-${visit.unit}.${format}`
  return reply.type(mediaTypes[format]).header('content-disposition', `attachment; filename="${name}"`).send(content)
}

/** The page as it is to be saved, by what was said of the fields that were changed in file and form. */
function chosenOf(
  page: SubmittedPage,
  both: ReadonlySet<string>,
  { _beide, fileRev }: { _beide: z.infer<typeof decision>['_beide']; fileRev: number },
): SubmittedPage {
  if (_beide === 'einzeln') return { ...page, rev: Math.min(page.rev, fileRev) }
  if (_beide !== 'fragebogen') return page
  return { ...page, typed: Object.fromEntries(Object.entries(page.typed).filter(([field]) => !both.has(field))) }
}
