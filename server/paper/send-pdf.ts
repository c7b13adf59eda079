import type { FastifyReply } from 'fastify'

/** Answers with a PDF to be kept as a file. */
export function sendPdf(reply: FastifyReply, name: string, pdf: Buffer): FastifyReply {
  return reply.type('application/pdf').header('content-disposition', `attachment; filename="${name}.pdf"`).send(pdf)
}
