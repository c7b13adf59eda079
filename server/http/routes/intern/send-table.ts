import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../database/database.ts'
import type { Format } from '../../../export/formats/format.ts'
import { leaving } from '../../../export/note-export.ts'
import { prepareDownload } from '../../../export/prepare-download.ts'
import type { Table } from '../../../export/table.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { downloadName } from '../../pages/intern/exports-page.ts'

/** Answers with a table as a file, which is noted with who, what and its hash before a byte of it is sent. */
export async function sendTable(
  db: Db,
  request: FastifyRequest,
  reply: FastifyReply,
  format: Format,
  table: Table,
): Promise<FastifyReply> {
  const { content, ...written } = await prepareDownload(format, table)
  const noted = leaving(format, table.origin, { file: table.file, ...written })
  await noteStaff(db, { action: 'download', accountId: request.staff.accountId, ...noted })
  return reply
    .type(format.mediaType)
    .header('content-length', written.bytes)
    .header('content-disposition', `attachment; filename="${downloadName(table.name, format)}"`)
    .send(content)
}
