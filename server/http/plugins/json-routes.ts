import type { FastifyInstance, FastifyRequest } from 'fastify'

type Headers = Pick<FastifyRequest, 'headers'>

/** The form's script asks for data, everybody else for pages. */
export function asksForJson({ headers }: Headers): boolean {
  return headers.accept?.startsWith('application/json') ?? false
}

/** The mark of a route for whoever asks for data; who asks for a page gets the route of the same address without it. */
export const forScripts = { answer: 'json' }

/** Lets routes be told apart by what is asked for. To be called before any of them is added. */
export function addJsonRoutes(app: FastifyInstance): void {
  app.addConstraintStrategy({
    name: 'answer',
    storage() {
      const handlers = new Map()
      return { get: (answer) => handlers.get(answer) ?? null, set: (answer, handler) => handlers.set(answer, handler) }
    },
    deriveConstraint: (request: Headers) => (asksForJson(request) ? 'json' : undefined),
    validate: () => true,
    mustMatchWhenDerived: false,
  })
}
