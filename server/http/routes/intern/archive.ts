import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findPackage } from '../../../archive/find-package.ts'
import { leavingPackage } from '../../../archive/leaving-package.ts'
import { packDownload } from '../../../archive/pack-download.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { findWave } from '../../../store/waves.ts'
import { archiveHref } from '../../pages/intern/addresses.ts'

const order = z.strictObject({ _csrf: z.string(), erhebung: z.string().max(32) })

/** All that there is of a wave, as the zip of a package for an archive. It is noted before a byte of it is sent. */
export function addArchiveRoute(app: FastifyInstance, context: RouteContext): void {
  app.post(archiveHref, { config: { right: 'answers.archive', computed: true } }, async (request, reply) => {
    const typed = order.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const wave = await findWave(context.db, typed.data.erhebung)
    if (wave === undefined || wave.test) return reply.problem('notFound')
    const { packed, content, ...written } = await reading(context, async (copy) => {
      const packed = await findPackage({ ...context, ...copy }, context.forms, [wave.id], {})
      return { packed, ...(await packDownload(packed)) }
    })
    const { accountId } = request.staff
    await noteStaff(context.db, { action: 'download', accountId, ...leavingPackage(packed, written) })
    return reply
      .type('application/zip')
      .header('content-length', written.bytes)
      .header('content-disposition', `attachment; filename="${packed.name}_nicht-zur-Veroeffentlichung.zip"`)
      .send(content)
  })
}
