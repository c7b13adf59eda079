import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { print } from '../../../paper/print.ts'
import { chosenOf, isNothing, stillChosen } from '../../../persons/chosen.ts'
import { findByTerms } from '../../../persons/find-person.ts'
import { noteRecord } from '../../../persons/note-record.ts'
import { personRecord } from '../../../persons/person-record.ts'
import { jsonOf, pdfOf } from '../../../persons/record-files.ts'
import { canErase } from '../../../persons/request-kinds.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import { setChosen } from '../../../store/person-requests.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import type { ShowRequest } from './show-person-request.ts'

const computed = { config: { right: 'person.manage', computed: true } } as const
const choice = z.strictObject({
  _csrf: z.string(),
  was: z.union([z.string(), z.array(z.string())]).default([]),
  schwaerzen: z.string().max(1000).default(''),
  aktion: z.enum(['pdf', 'json', 'loeschen', 'berichtigen', 'einschraenken']),
})

/** What was ticked of all that was found: handed out as a file, or laid out to be erased, corrected or restricted. */
export function addPersonChoiceRoute(app: FastifyInstance, context: RouteContext, show: ShowRequest): void {
  const { db, forms, register, config } = context

  app.post<{ Params: { id: string } }>(personStepHref(':id', 'auswahl'), computed, async (request, reply) => {
    const typed = choice.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const of = await show.find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    if (of.state !== 'open') return reply.redirect(personHref(of.id), 303)
    const { was, schwaerzen, aktion } = typed.data
    const found = await findByTerms(context, searchTerms(of.searched))
    const chosen = chosenOf(found, new Set([was].flat()))
    await setChosen(db, of.id, chosen)

    if (aktion === 'loeschen') {
      if (!canErase(of.kind)) return reply.problem('badForm')
      if (!isNothing(chosen)) return reply.redirect(personStepHref(of.id, 'loeschung'), 303)
      const errors = [{ field: 'gefunden', message: 'Bitte kreuzen Sie an, was gelöscht werden soll.' }]
      return show.page(request, reply.code(400), { ...of, chosen }, { errors })
    }

    if (aktion === 'berichtigen') {
      if (of.kind !== 'berichtigung') return reply.problem('badForm')
      if (!isNothing(chosen)) return reply.redirect(personStepHref(of.id, 'berichtigung'), 303)
      const errors = [{ field: 'gefunden', message: 'Bitte kreuzen Sie an, was falsch ist.' }]
      return show.page(request, reply.code(400), { ...of, chosen }, { errors })
    }

    if (aktion === 'einschraenken') {
      if (of.kind !== 'einschraenkung') return reply.problem('badForm')
      // A form that asked the person can be restricted without any of its texts.
      if (!isNothing(chosen) || found.asked.length > 0)
        return reply.redirect(personStepHref(of.id, 'einschraenkung'), 303)
      const errors = [{ field: 'gefunden', message: 'Bitte kreuzen Sie an, was eingeschränkt werden soll.' }]
      return show.page(request, reply.code(400), { ...of, chosen }, { errors })
    }

    const sources = { db, forms, register: await register(), operator: config.operator }
    const { texts, initials } = stillChosen(found, chosen, null)
    const record = await personRecord(sources, { ...found, texts, initials }, searchTerms(schwaerzen))
    const file = aktion === 'json' ? jsonOf(record) : await pdfOf(record, (paper) => print('person', paper))
    await noteRecord(db, { record, files: [file], accountId: request.staff.accountId, request: of.id })
    return reply
      .type(aktion === 'json' ? 'application/json' : 'application/pdf')
      .header('content-disposition', `attachment; filename="anliegen-${of.id}-${file.name}"`)
      .send(file.content)
  })
}
