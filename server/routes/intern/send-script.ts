import type { FastifyReply } from 'fastify'
import type { Script } from '../../panel/scripts.ts'

/** Sends the script whose file has this ending, or says that there is none. */
export function sendScript(reply: FastifyReply, scripts: readonly Script[], ending: string) {
  const script = scripts.find(({ name }) => name.endsWith(`.${ending}`))
  if (script === undefined) return reply.problem('notFound')
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${script.name}"`)
    .send(script.text)
}
