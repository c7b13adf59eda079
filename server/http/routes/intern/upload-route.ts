import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import type { Right } from '../../../domain/rights.ts'
import { keepUpload, removeOldUploads } from '../../../store/uploads.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import { type Received, receiveUpload, uploadLimits } from '../receive-upload.ts'

const largestMegabytes = 64

interface UploadPlace {
  href: string
  right: Right
  /** Where the file is looked at; `params` are those of the address that it came to. */
  previewHref(upload: string, params: Readonly<Record<string, string>>): string
  /** Shows the page of the form again, with what is wrong. */
  refuse(request: FastifyRequest, reply: FastifyReply, error: string): Promise<FastifyReply>
}

/** Takes a file and keeps it for an hour, until it is looked at and confirmed. */
export function addUploadRoute(
  app: FastifyInstance,
  { pool }: RouteContext,
  cookies: Cookies,
  { href, right, previewHref, refuse }: UploadPlace,
): void {
  async function keep(file: Received['file'], accountId: number): Promise<{ id: string } | { error: string }> {
    if (file === undefined || file.bytes === 0) return { error: 'Bitte wählen Sie eine Datei aus.' }
    if (file.isTooLarge)
      return { error: `Die Datei ist größer als ${largestMegabytes} MB. Bitte packen Sie sie (ZIP).` }
    await removeOldUploads(pool)
    return { id: await keepUpload(pool, { accountId, fileName: file.name, path: file.path }) }
  }

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits: uploadLimits(largestMegabytes) })
    // The route reads its body itself: not before it is known who sends it, and that it comes from a page of ours.
    inner.post<{ Params: Record<string, string> }>(
      href,
      { config: { right, handlesForeignPosts: true } },
      async (request, reply) => {
        if (!request.isMultipart()) return reply.problem('badForm')
        const isOurs = (fields: Received['fields']) => cookies.isFromOurPage(request, fields._csrf)
        const taken = await receiveUpload(request, isOurs, ({ fields, file }) =>
          isOurs(fields) ? keep(file, request.staff.accountId) : undefined,
        )
        if (taken === undefined) return reply.problem('foreignPost')
        if ('id' in taken) return reply.redirect(previewHref(taken.id, request.params), 303)
        return refuse(request as FastifyRequest, reply.code(400), taken.error)
      },
    )
  })
}
