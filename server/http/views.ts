import view from '@fastify/view'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Engine } from '../../views/engine.ts'
import type { Frame, Pages } from '../../views/page-data/pages.ts'
import { type Assets, assetsOfProcess } from './assets.ts'

/** Makes pages, and serves what they load. Comes back with the addresses for `Frame.assets`. */
export async function addViews(app: FastifyInstance): Promise<Assets['links']> {
  const engine = new Engine((value) => {
    app.log.error({ value }, 'a template printed a value that it does not have')
    return ''
  })
  await app.register(view, { engine: { eta: engine }, production: true })

  const { links, files } = await assetsOfProcess()
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const asset = files.get(`/assets/${request.params.name}`)
    if (asset === undefined) return reply.callNotFound()
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = (['br', 'gzip'] as const).find((name) => accepts(accepted, name) && asset.encoded[name])
    reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'Accept-Encoding')
      .header('etag', asset.etag)
    if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
    return encoding === undefined
      ? reply.send(asset.body)
      : reply.header('content-encoding', encoding).send(asset.encoded[encoding])
  })
  return links
}

/** Answers with a page. The types make sure that it gets what its template shows. */
export async function showPage<Name extends keyof Pages>(
  reply: FastifyReply,
  name: Name,
  frame: Frame,
  page: Pages[Name],
): Promise<FastifyReply> {
  // As bytes: Node turns a long text into UTF-8 far more slowly while it writes it to the connection.
  return reply.send(Buffer.from(await reply.viewAsync(`@pages/${name}`, { frame, page })))
}

const accepts = (header: string, encoding: string) =>
  header.split(',').some((part) => part.trim().split(';')[0] === encoding && !/;\s*q=0(?:\.0*)?\s*$/.test(part))
