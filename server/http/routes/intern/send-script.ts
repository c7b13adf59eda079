import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../database/database.ts'
import type { Script } from '../../../evaluation/scripts.ts'
import { type LeavingProvenance, noteLeaving } from '../../../export/note-leaving.ts'

interface Computed {
  scripts: readonly Script[]
  provenance: LeavingProvenance
}

/** Sends the script whose file has this ending, or says that there is none. It is noted before a byte of it is sent. */
export async function sendScript(
  db: Db,
  request: FastifyRequest<{ Params: { ending: string } }>,
  reply: FastifyReply,
  computed: Computed | undefined,
) {
  const { ending } = request.params
  const script = computed?.scripts.find(({ name }) => name.endsWith(`.${ending}`))
  if (computed === undefined || script === undefined) return reply.problem('notFound')
  const { provenance } = computed
  const file = { name: script.name, content: script.text }
  await noteLeaving(db, { action: 'download', file, provenance, accountId: request.staff.accountId })
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${script.name}"`)
    .send(script.text)
}
