import type { FastifyInstance } from 'fastify'
import type { SiteOperator } from '../../operator/site-operator.ts'
import { operatorFrame } from '../pages/operator-frame.ts'

/** The operator's logo, where there is one. */
export function addLogoRoute(app: FastifyInstance, operator: SiteOperator): void {
  const { logo } = operator
  const href = operatorFrame(operator).logo?.href
  if (logo === undefined || href === undefined) return
  app.get(href, (_request, reply) =>
    reply.type(logo.type).header('cache-control', 'public, max-age=31536000, immutable').send(logo.bytes),
  )
}
