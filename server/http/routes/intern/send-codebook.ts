import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Codebook } from '../../../../analysis/codebook/codebook.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import type { Db } from '../../../database/database.ts'
import { codebookFormats } from '../../../export/codebook-formats.ts'
import { exportFiles } from '../../../export/files.ts'
import { leavingCodebook } from '../../../export/note-export.ts'
import { noteStaff } from '../../../store/staff-audit.ts'

const address = z.object({ format: z.string().max(32).catch('json') })

/** A codebook as a file in the format that the address names, noted before it leaves. */
export async function sendCodebook(
  db: Db,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => Promise<Codebook | string[]>,
): Promise<FastifyReply> {
  const format = codebookFormats.find(({ name }) => name === address.parse(request.query).format)
  if (format === undefined) return reply.problem('notFound')
  const found = await read()
  if (Array.isArray(found)) return reply.problem('notFound')
  const content = Buffer.from(await format.write(found))
  const written = { bytes: content.length, sha256: sha256(content) }
  const noted = leavingCodebook(format.name, found.study, written)
  await noteStaff(db, { action: 'download', accountId: request.staff.accountId, ...noted })
  const name = `${found.study.id}${exportFiles.codebuch.ending}${format.ending}`
  return reply.type(format.mediaType).header('content-disposition', `attachment; filename="${name}"`).send(content)
}
