import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../boot/context.ts'
import { type Chosen, chosenBy, type KeptPage, shownFields, textsOf } from '../../domain/kept-input.ts'
import { savePage } from '../../forms/save.ts'
import { parkedPages, settleParked } from '../../store/parked-pages.ts'
import type { Visit } from '../../store/visit.ts'
import { hubHref, pageHref, parkedHref } from '../pages/addresses.ts'
import { overWords } from '../pages/closed-words.ts'
import { parkedPage } from '../pages/parked-page.ts'
import { takenOverNotice } from '../pages/taken-over-notice.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const decision = z.intersection(
  z.object({
    _csrf: z.string(),
    _rev: z.string().regex(/^\d{1,9}$/),
    _gesehen: z.iso.datetime(),
    _aktion: z.string().regex(/^(?:alle|(?:abschnitt|auswahl|verwerfen):\.?[a-z][a-z0-9_-]*)$/),
  }),
  z.record(z.string(), z.string()),
)

/** What arrived too late to be saved: shown beside what is stored, and taken over or dropped by the people of the form. */
export function addParkedRoutes(app: FastifyInstance, { db, pool, config }: RouteContext, show: ShowPage): void {
  const showKept = (
    request: FastifyRequest,
    reply: FastifyReply,
    kept: readonly KeptPage[],
    said: Parameters<typeof parkedPage>[4],
  ) => {
    const { form, visit, visitor } = request.guest
    const page = parkedPage(form, visit, kept, config.contact, said)
    return show(request, reply, 'parked', 'Aufbewahrte Eingaben', page, visitor)
  }

  app.get<{ Querystring: Record<string, unknown> }>('/aufbewahrt', async (request, reply) => {
    const { visit } = request.guest
    const kept = await parkedPages(db, visit.participantId)
    if (kept.length === 0) return reply.redirect(hubHref(visit), 303)
    return showKept(request, reply, kept, { notice: takenOverNotice(request.query.uebernommen) })
  })

  app.post('/aufbewahrt', async (request, reply) => {
    const { visit } = request.guest
    const parsed = decision.safeParse(request.body)
    if (!parsed.success) return reply.problem('badForm')
    const { _csrf, _rev, _gesehen, _aktion, ...boxes } = parsed.data
    const kept = await parkedPages(db, visit.participantId)
    // What the person has not seen waits for the next look.
    const seen = new Date(_gesehen)
    const known = kept.filter(({ parkedAt }) => parkedAt <= seen)
    if (known.length === 0) return reply.redirect(parkedHref(visit), 303)
    if (!visit.open) return showKept(request, reply.code(409), kept, { notice: tooLate(visit) })
    const ticked = new Set(Object.keys(boxes))
    const chosen = chosenBy(_aktion, ticked, known)
    const [verb, section = ''] = _aktion.split(':')
    if (chosen.length === 0) {
      const message = 'Bitte kreuzen Sie die Eingaben an, die Sie übernehmen möchten.'
      return showKept(request, reply.code(422), kept, { error: { section, message } })
    }
    if (verb === 'verwerfen') {
      await settleParked(db, chosen, seen)
      return reply.redirect(parkedHref(visit), 303)
    }
    const typed = textsOf(chosen)
    const outcome = await savePage(pool, visit, { rev: Number(_rev), whole: false, typed, basis: {} })
    const undecided = new Set(outcome.conflicts.map(({ theirs }) => theirs.field))
    await settleParked(db, without(chosen, undecided), seen)
    const rest = await parkedPages(db, visit.participantId)
    if (undecided.size > 0)
      return showKept(request, reply.code(409), rest, { notice: changedMeanwhile, ticked, rev: outcome.rev })
    const [only, ...others] = new Set(chosen.map(({ page }) => page.section))
    const count = `?uebernommen=${shownFields(typed).length}`
    if (rest.length > 0) return reply.redirect(`${parkedHref(visit)}${count}`, 303)
    const isOne = only !== undefined && others.length === 0
    return reply.redirect(isOne ? `${pageHref(visit, only)}?gespeichert=ja` : `${hubHref(visit)}${count}`, 303)
  })
}

const without = (chosen: readonly Chosen[], fields: ReadonlySet<string>): Chosen[] =>
  chosen.map(({ page, fields: own }) => ({ page, fields: own.filter((field) => !fields.has(field)) }))

const tooLate = (visit: Visit) => `Es wurde nichts übernommen und nichts verworfen: ${overWords(visit)}.`
const changedMeanwhile =
  'Inzwischen hat jemand anderes einige dieser Felder geändert. Sie sind noch nicht übernommen: Bitte vergleichen Sie noch einmal.'
