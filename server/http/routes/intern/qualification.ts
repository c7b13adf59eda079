import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { qualificationsOn } from '../../../evaluation/qualifications.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { qualificationsTable } from '../../../export/qualifications-table.ts'
import { readOrigin } from '../../../export/read-origin.ts'
import { readSnapshot } from '../../../store/panel-answers.ts'
import { qualificationFileHref, qualificationHref } from '../../pages/intern/addresses.ts'
import { qualificationPage, unreadDayPage } from '../../pages/intern/qualification-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { sendTable } from './send-table.ts'

const right = { config: { right: 'qualification.read' } } as const
const text = (longest: number) => z.string().trim().max(longest)
const address = z.object({ tag: text(40).catch(''), format: text(32).catch('csv-de') })

/** The day that is asked for, today where none is; undefined where it cannot be read. */
function dayOf(typed: string): string | undefined {
  const read = readDay(typed)
  if (read.state === 'blank') return berlinDay(new Date())
  return read.state === 'given' ? read.value : undefined
}

/** How the persons in the register are qualified, by Kreis, on a day. */
export function addQualificationRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool } = context

  app.get(qualificationHref, right, async (request, reply) => {
    const { tag } = address.parse(request.query)
    const day = dayOf(tag)
    if (day === undefined)
      return show(request, reply.code(400), 'intern/qualification', 'Qualifikation', unreadDayPage(tag))
    const { kreise } = await context.register()
    const page = qualificationPage(await qualificationsOn(db, day), tag, kreise)
    return show(request, reply, 'intern/qualification', 'Qualifikation', page)
  })

  app.get(qualificationFileHref, right, async (request, reply) => {
    const { tag, format: name } = address.parse(request.query)
    const [day, format] = [dayOf(tag), formatNamed(name)]
    if (day === undefined || format === undefined) return reply.problem('notFound')
    const { state } = await readSnapshot(pool)
    const table = qualificationsTable(await qualificationsOn(db, day), await readOrigin(pool, [], { state }))
    return sendTable(db, request, reply, format, table)
  })
}
