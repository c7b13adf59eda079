import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readCell } from '../../../surveys/answer/cell.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { ParkedPage } from '../../../views/page-data/form-pages.ts'
import type { RouteContext } from '../../boot/context.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import { savePage } from '../../forms/save.ts'
import { parkedPages, settleParkedPage } from '../../store/parked-pages.ts'
import { hubHref, pageHref, parkedHref } from '../pages/addresses.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'

const decision = z.strictObject({
  _csrf: z.string(),
  _aktion: z.string().regex(/^(?:uebernehmen|verwerfen):[0-9a-f-]{36}$/),
})

/** What arrived after a session had ended: shown beside what is stored, and taken over or dropped by the person. */
export function addParkedRoutes(app: FastifyInstance, { db, pool }: RouteContext, show: ShowPage): void {
  app.get('/aufbewahrt', async (request, reply) => {
    const kept = await parkedPages(db, request.guest.visit.participantId)
    if (kept.length === 0) return reply.redirect(hubHref(request.guest.visit), 303)
    const page = {
      entries: kept.map((one) => parkedEntry(request.guest, one)),
      action: parkedHref(request.guest.visit),
    }
    return show(request, reply, 'parked', 'Aufbewahrte Eingaben', page, request.guest.visitor)
  })

  app.post('/aufbewahrt', async (request, reply) => {
    const { visit } = request.guest
    const parsed = decision.safeParse(request.body)
    if (!parsed.success) return reply.problem('badForm')
    const [verb, id = ''] = parsed.data._aktion.split(':')
    const kept = (await parkedPages(db, visit.participantId)).find((one) => one.id === id)
    if (kept === undefined) return reply.redirect(parkedHref(visit), 303)
    // The person has just seen both texts, so taking over is a decision and no conflict.
    if (verb === 'uebernehmen' && visit.open)
      await savePage(pool, visit, { rev: visit.rev, whole: false, typed: kept.typed, basis: {} })
    await settleParkedPage(db, visit.participantId, id)
    return reply.redirect(verb === 'uebernehmen' ? pageHref(visit, kept.section) : parkedHref(visit), 303)
  })
}

type Kept = Awaited<ReturnType<typeof parkedPages>>[number]

function parkedEntry({ form, visit }: Guest, { id, section, typed, parkedAt }: Kept): ParkedPage['entries'][number] {
  const shown = (name: string, raw: string) => {
    const variable = form.fields.get(name)
    return variable === undefined ? raw : shownValue(readCell(variable, raw), variable)
  }
  return {
    id,
    at: dayAndTime(parkedAt),
    section: form.sections.get(section)?.section.title ?? 'Prüfen und absenden',
    fields: Object.entries(typed).flatMap(([name, value]) => {
      const field = form.fields.get(name)
      if (field === undefined) return []
      const { number, label } = field
      return [{ number, label, value: shown(name, value), current: shown(name, visit.typed?.[name] ?? '') }]
    }),
  }
}
