import type { FastifyRequest } from 'fastify'

/** The fields of a form as they were sent, to be sent once more. */
export function typedFields({ body }: Pick<FastifyRequest, 'body'>): { name: string; value: string }[] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_csrf' ? [{ name, value }] : [],
  )
}
