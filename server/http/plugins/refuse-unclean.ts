import type { FastifyInstance } from 'fastify'
import { isClean } from '../../../surveys/reading/clean-text.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is sent are texts, which the route cleans itself. Everything else that is sent is a name. */
    takesTexts?: boolean
  }
}

/** Names that hold what no text may hold are refused: to change them would make them those of somebody else. */
export function refuseUnclean(app: FastifyInstance): void {
  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.config.takesTexts || isCleanBody(request.body)) return
    return reply.problem('badCharacters')
  })
}

const isCleanBody = (body: unknown): boolean =>
  typeof body !== 'object' ||
  body === null ||
  Object.entries(body).every(([name, sent]) => isClean(name) && [sent].flat().every(isCleanValue))

const isCleanValue = (value: unknown): boolean => typeof value !== 'string' || isClean(value)
