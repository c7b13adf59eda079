import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Chart } from '../../../../analysis/report/chart.ts'
import type { Db } from '../../../database/database.ts'
import { type LeavingProvenance, noteLeaving } from '../../../export/note-leaving.ts'
import { pictureFile } from '../../../pictures/picture-file.ts'
import { isPictureKind, pictureKinds } from '../../pages/intern/chart-frame.ts'

export interface Pictured {
  /** What the figures are of. */
  of: string
  charts: readonly Chart[]
  notesOf(basis: string): string[]
  /** What files are called before the name of the chart. */
  fileName: string
  provenance: LeavingProvenance
}

/** Sends the chart that the address names, `verteilung.svg`, or says that there is none. It is noted before a byte of it is sent. */
export async function sendPicture(
  db: Db,
  request: FastifyRequest<{ Params: { picture: string } }>,
  reply: FastifyReply,
  pictured: Pictured | undefined,
) {
  const [id, kind = ''] = request.params.picture.split('.')
  const chart = pictured?.charts.find((one) => one.id === id)
  if (pictured === undefined || chart === undefined || !isPictureKind(kind)) return reply.problem('notFound')
  const { of, notesOf, fileName, provenance } = pictured
  const content = await pictureFile(chart, { of, notes: notesOf(chart.basis) }, kind)
  const name = `${fileName}-${id}.${kind}`.replace(/[^\w.-]/g, '-')
  await noteLeaving(db, {
    action: 'download',
    file: { name, content },
    provenance,
    accountId: request.staff.accountId,
  })
  return reply.type(pictureKinds[kind]).header('content-disposition', `attachment; filename="${name}"`).send(content)
}
