import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Figure } from '../../../surveys/foreign-table/figure.ts'
import type { RouteContext } from '../../boot/context.ts'
import { type AssignedFigure, assigned, readSaid, type Said } from '../../form-file/foreign/assign.ts'
import { type KnownHere, knownHere } from '../../form-file/foreign/known.ts'
import { lookAtTable } from '../../form-file/foreign/look-at-table.ts'
import { readSentFigures } from '../../form-file/foreign/sent-figures.ts'
import { seeFile } from '../../form-file/look-at-file.ts'
import { forgetPlaces, keepPlaces, usePlaces } from '../../store/figure-places.ts'
import { tableHref } from '../pages/addresses.ts'
import { fieldBeside, figureMappingPage, placedFigures } from '../pages/figure-mapping-page.ts'
import { countingOf, foreignTablePage } from '../pages/foreign-table-page.ts'
import { fromTable } from '../pages/taken-from.ts'
import type { Cookies } from '../plugins/cookie.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { type Received, receiveUpload, uploadLimits } from './receive-upload.ts'
import { addTakeOverRoute, previewShower } from './take-over.ts'

const largestMegabytes = 4
const closedWords = 'Es wird nichts mehr angenommen.'

interface Shown {
  figures: readonly Figure[]
  here: KnownHere
  counting: string
}

/** A table of another program: its numbers are placed in fields once, and known the next time. */
export function addForeignTableRoutes(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  const { db, pool, config } = context
  const showPreview = previewShower(show, fromTable)

  async function showTable(
    request: FastifyRequest,
    reply: FastifyReply,
    said: Parameters<typeof foreignTablePage>[3] = {},
  ) {
    const { guest } = request
    const page = foreignTablePage(guest, await knownHere(context, guest), config.contact, said)
    return show(request, reply, 'foreign-table', fromTable.heading, page, guest.visitor)
  }

  function showMapping(request: FastifyRequest, reply: FastifyReply, shown: Shown & { rows: AssignedFigure[] }) {
    const page = figureMappingPage(request.guest.visit, shown.here, shown)
    return show(request, reply, 'figure-mapping', 'Zahlen zuordnen', page, request.guest.visitor)
  }

  /** What somebody says, or said before: the way on, or the rows in which it does not fit. */
  async function showSaid(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown,
    said: Said,
    keep: () => Promise<void>,
  ) {
    const { guest } = request
    if (said.rows.some(({ error }) => error !== ''))
      return showMapping(request, reply.code(422), { ...shown, rows: said.rows })
    await keep()
    const seen = await seeFile(pool, guest, said.placed.fields, guest.visit.rev)
    return showPreview(request, reply, seen, { figures: placedFigures(guest.visit, shown.here, { ...shown, said }) })
  }

  app.get<{ Querystring: Record<string, unknown> }>('/auswertung', (request, reply) =>
    showTable(request as FastifyRequest, reply, {
      notice: request.query.vergessen === 'ja' ? 'Die Zuordnung ist vergessen.' : '',
    }),
  )

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits: uploadLimits(largestMegabytes) })
    // The route reads its body itself: not before it is known who sends it, and that it comes from a page of ours.
    inner.post('/auswertung', { config: { handlesForeignPosts: true } }, async (request, reply) => {
      if (!request.isMultipart()) return reply.problem('badForm')
      const isOurs = (fields: Received['fields']) => cookies.isFromOurPage(request, fields._csrf)
      const looked = await receiveUpload(request, isOurs, ({ fields, file }) =>
        isOurs(fields) ? look(request, file) : undefined,
      )
      if (looked === undefined) return reply.problem('foreignPost')
      const { isList } = looked
      if ('refused' in looked) return showTable(request, reply.code(422), { error: looked.refused, isList })
      const { guest } = request
      const here = await knownHere(context, guest)
      const shown = { figures: looked.figures, here, counting: isList ? countingOf(guest) : '' }
      const rows = assigned(looked.figures, here)
      if (rows.length === 0 || !rows.every(({ isKnown }) => isKnown))
        return showMapping(request, reply, { ...shown, rows })
      const said = readSaid(rows, here)
      return showSaid(request, reply, shown, said, () =>
        db.transaction().execute((trx) => usePlaces(trx, guest.visit, placesOf(said, here).places)),
      )
    })
  })

  async function look({ guest: { visit, asked } }: FastifyRequest, file: Received['file']) {
    const refuse = (refused: string) => ({ refused, isList: false })
    if (!visit.open && asked === undefined) return refuse(closedWords)
    if (file === undefined || file.bytes === 0) return refuse('Bitte wählen Sie eine Datei aus.')
    if (file.isTooLarge)
      return refuse(
        `Die Datei ist größer als ${largestMegabytes} MB. Bitte löschen Sie, was nicht zum Fragebogen gehört.`,
      )
    return lookAtTable(file.path, file.name)
  }

  // Where a page leads back to that is loaded again.
  app.get('/auswertung/zuordnen', (request, reply) => reply.redirect(tableHref(request.guest.visit), 303))

  // Whoever's session has run out while they placed numbers gets back what they wrote, to send it once more.
  const receives = { config: { handlesForeignPosts: true, takesTexts: true } }
  app.post('/auswertung/zuordnen', receives, async (request, reply) => {
    const { guest } = request
    if (!request.fromOurPage) return reply.problem('foreignPost')
    const sent = readSentFigures(request.body)
    if (sent === undefined) return reply.problem('badForm')
    if (!guest.visit.open && guest.asked === undefined)
      return showTable(request, reply.code(409), { error: closedWords })
    const { figures, texts, isToChange } = sent
    const here = await knownHere(context, guest)
    const shown = { figures, here, counting: '' }
    const place = new Map(figures.map(({ words }, index) => [words, index]))
    const rows = assigned(figures, here).map((row) => {
      const text = texts.get(fieldBeside(place.get(row.figure.words) ?? 0)) ?? row.text
      return { ...row, text, isSuggested: row.isSuggested && text === row.text }
    })
    if (isToChange) return showMapping(request, reply, { ...shown, rows })
    const said = readSaid(rows, here)
    return showSaid(request, reply, shown, said, () =>
      db.transaction().execute((trx) => keepPlaces(trx, guest.visit, placesOf(said, here))),
    )
  })

  app.post('/auswertung/vergessen', async (request, reply) => {
    const { guest } = request
    const { own, isPart } = await knownHere(context, guest)
    await forgetPlaces(db, guest.visit, isPart ? [...own.keys()] : undefined)
    return reply.redirect(`${tableHref(guest.visit)}?vergessen=ja`, 303)
  })

  addTakeOverRoute(app, context, show, fromTable, (request, reply, error) => showTable(request, reply, { error }))
}

/** What is remembered. What somebody leaves blank who fills in a part may be for another one: then nothing is known of it. */
function placesOf({ places }: Said, { isPart, known }: KnownHere) {
  if (!isPart) return { places, taken: [] }
  const taken = places.filter(({ words, field }) => field === '' && known.sure.get(words))
  return { places: places.filter(({ field }) => field !== ''), taken: taken.map(({ words }) => words) }
}
