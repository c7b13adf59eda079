import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { lateInput } from '../../../store/late-input.ts'
import { listResponses } from '../../../store/responses.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { lateInputHref } from '../../pages/intern/addresses.ts'
import { lateInputPage } from '../../pages/intern/late-input-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** What came too late to be saved, for those who may see what single Kommunen answered. */
export function addLateInputRoute(app: FastifyInstance, { db, forms, register }: RouteContext, show: ShowPage): void {
  app.get<{ Params: { wave: string } }>(
    lateInputHref(':wave'),
    { config: { right: 'answers.export' } },
    async (request, reply) => {
      const id = request.params.wave
      const [wave] = await listResponses(db, id)
      if (wave === undefined) return reply.problem('notFound')
      const { instrument } = await forms.get(wave)
      const late = await lateInput(db, id, request.staff.accountId)
      const page = lateInputPage(id, instrument, late, await register())
      const participants = [...new Set(late.map(({ participantId }) => participantId))]
      const { accountId } = request.staff
      await noteStaff(db, { action: 'late_read', accountId, wave: id, detail: { participants } })
      return show(request, reply, 'intern/late-input', `Nach der Frist, ${id}`, page)
    },
  )
}
