import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { listBatches } from '../../../store/import-batches.ts'
import { keepUpload, removeOldUploads } from '../../../store/uploads.ts'
import { previewHref, uploadHref } from '../../pages/intern/addresses.ts'
import { admindataPage } from '../../pages/intern/admindata-page.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { type Received, receiveUpload } from './receive-upload.ts'

const largestMegabytes = 64
/** The route reads its body itself: not before it is known who sends it, and that it comes from a page of ours. */
const route = { config: { right: 'admindata.manage', handlesForeignPosts: true } } as const
const limits = {
  files: 1,
  fields: 2,
  parts: 3,
  fieldNameSize: 40,
  fieldSize: 1_000,
  fileSize: largestMegabytes * 1024 ** 2,
}
const sweepEvery = 10 * 60_000

/** Takes a file with official figures and keeps it for an hour, until it is looked at and confirmed. */
export function addUploadRoutes(app: FastifyInstance, { pool }: RouteContext, cookies: Cookies, show: ShowPage): void {
  const sweep = setInterval(() => removeOldUploads(pool).catch((error) => app.log.error(error)), sweepEvery)
  sweep.unref()
  app.addHook('onClose', () => clearInterval(sweep))

  async function keep(file: Received['file'], accountId: number): Promise<{ id: string } | { error: string }> {
    if (file === undefined || file.bytes === 0) return { error: 'Bitte wählen Sie eine Datei aus.' }
    if (file.isTooLarge)
      return { error: `Die Datei ist größer als ${largestMegabytes} MB. Bitte packen Sie sie (ZIP).` }
    await removeOldUploads(pool)
    return { id: await keepUpload(pool, { accountId, fileName: file.name, path: file.path }) }
  }

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits })
    inner.post(uploadHref, route, async (request, reply) => {
      if (!request.isMultipart()) return reply.problem('badForm')
      const isOurs = (fields: Received['fields']) => cookies.isFromOurPage(request, fields._csrf)
      const taken = await receiveUpload(request, isOurs, ({ fields, file }) =>
        isOurs(fields) ? keep(file, request.staff.accountId) : undefined,
      )
      if (taken === undefined) return reply.problem('foreignPost')
      if ('id' in taken) return reply.redirect(previewHref(taken.id), 303)
      const page = admindataPage(await listBatches(pool), { mayImport: true })
      return show(request, reply.code(400), 'intern/admindata', 'Verwaltungsdaten', { ...page, ...taken })
    })
  })
}
