import type { FastifyRequest } from 'fastify'
import type { Config } from '../boot/config.ts'

/** Where this server is reached from outside: as it was told, else as the visitor reached it. */
export function originOf({ protocol, host }: FastifyRequest, { publicUrl }: Config): string {
  return publicUrl ?? `${protocol}://${host}`
}
