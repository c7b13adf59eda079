import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export type FileFormat = keyof typeof mediaTypes

/** Gives a table to somebody who takes it away to fill it in. */
export function sendTable(reply: FastifyReply, name: string, format: FileFormat, content: Readable | string) {
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(content)
}
