import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { addViews, showPage } from '../../server/http/views.ts'
import { examples } from '../../views/examples/examples.ts'
import type { Examples } from '../../views/examples/page-examples.ts'
import type { Frame, Pages } from '../../views/page-data/pages.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The addresses of all examples. */
export const addresses = Object.entries(examples).flatMap(([page, named]) =>
  Object.keys(named).map((name) => `/${page}/${name}`),
)

export const firstOfEachPage = Object.entries(examples).map(([page, named]) => `/${page}/${Object.keys(named)[0]}`)

/** A server with a page for each example, and for further sections, under the same policy as the real one. */
export async function buildSite(further: Examples<'section'> = {}): Promise<FastifyInstance> {
  const app = Fastify()
  await app.register(formbody)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy)
  })
  const assets = await addViews(app)
  for (const page of Object.keys(examples) as (keyof Pages)[]) addPages(app, page, assets, examples[page])
  addPages(app, 'section', assets, further)
  return app
}

/** Serves on a free port, and says where. */
export function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 })
}

function addPages<Name extends keyof Pages>(
  app: FastifyInstance,
  page: Name,
  assets: Frame['assets'],
  named: Examples<Name>,
): void {
  for (const [name, example] of Object.entries(named)) {
    app.get(`/${page}/${name}`, (_request, reply) => showPage(reply, page, { ...example.frame, assets }, example.page))
  }
}
