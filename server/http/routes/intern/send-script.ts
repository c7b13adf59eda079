import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Provenance } from '../../../../analysis/report/provenance.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import type { Db } from '../../../database/database.ts'
import type { Script } from '../../../evaluation/scripts.ts'
import { noteStaff } from '../../../store/staff-audit.ts'

interface Computed {
  scripts: readonly Script[]
  provenance: Pick<Provenance, 'filters' | 'grouping'>
}

/**
 * Sends the script whose file has this ending, or says that there is none. A script names those who were asked and the group of
 * each, which may be what they answered; so it is noted like any other download, before a byte of it is sent.
 */
export async function sendScript(
  db: Db,
  request: FastifyRequest<{ Params: { ending: string } }>,
  reply: FastifyReply,
  computed: Computed | undefined,
) {
  const { ending } = request.params
  const script = computed?.scripts.find(({ name }) => name.endsWith(`.${ending}`))
  if (computed === undefined || script === undefined) return reply.problem('notFound')
  const { filters, grouping } = computed.provenance
  const filter = `${filters.join(', ') || 'keiner'}${grouping ? `; Gruppen: ${grouping}` : ''}`
  await noteStaff(db, {
    action: 'download',
    accountId: request.staff.accountId,
    detail: { file: script.name, format: ending, filter, sha256: sha256(script.text) },
  })
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${script.name}"`)
    .send(script.text)
}
