import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { undoImport } from '../../../admindata/undo-import.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { listBatches } from '../../../store/import-batches.ts'
import { admindataHref, undoHref } from '../../pages/intern/addresses.ts'
import { undoPage } from '../../pages/intern/undo-import-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'admindata.manage' } } as const
const form = z.strictObject({ _csrf: z.string(), grund: z.string().trim() })
const longestReason = 500

const missingReason = 'Bitte geben Sie an, warum Sie die Datei zurücknehmen.'
const longReason = `Bitte fassen Sie den Grund kürzer: höchstens ${longestReason} Zeichen.`

interface One {
  Params: { batch: string }
}

/** Takes an import back, with the reason. */
export function addUndoRoutes(app: FastifyInstance, { pool }: RouteContext, show: ShowPage): void {
  const batchOf = async ({ params: { batch } }: FastifyRequest<One>) =>
    (await listBatches(pool)).find(({ id, undone_at }) => String(id) === batch && undone_at === null)

  app.get<One>(undoHref(':batch'), right, async (request, reply) => {
    const batch = await batchOf(request)
    if (batch === undefined) return reply.problem('notFound')
    return show(request, reply, 'intern/undo-import', 'Zurücknehmen', undoPage(batch))
  })

  app.post<One>(undoHref(':batch'), right, async (request, reply) => {
    const typed = form.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const batch = await batchOf(request)
    if (batch === undefined) return reply.problem('notFound')
    const { grund } = typed.data
    if (grund === '' || grund.length > longestReason) {
      const page = undoPage(batch, grund, grund === '' ? missingReason : longReason)
      return show(request, reply.code(400), 'intern/undo-import', 'Zurücknehmen', page)
    }
    await undoImport(pool, batch.id, grund, request.staff.accountId)
    return reply.redirect(`${admindataHref}?zurueckgenommen=${batch.id}`, 303)
  })
}
