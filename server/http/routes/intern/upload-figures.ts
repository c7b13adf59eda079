import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { listBatches } from '../../../store/import-batches.ts'
import { removeOldUploads } from '../../../store/uploads.ts'
import { previewHref, uploadHref } from '../../pages/intern/addresses.ts'
import { admindataPage } from '../../pages/intern/admindata-page.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { addUploadRoute } from './upload-route.ts'

const sweepEvery = 10 * 60_000

/** Takes a file with official figures; whatever was uploaded anywhere and not confirmed goes after its hour. */
export function addUploadRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { pool } = context
  const sweep = setInterval(() => removeOldUploads(pool).catch((error) => app.log.error(error)), sweepEvery)
  sweep.unref()
  app.addHook('onClose', () => clearInterval(sweep))

  addUploadRoute(app, context, cookies, {
    href: uploadHref,
    right: 'admindata.manage',
    previewHref,
    async refuse(request, reply, error) {
      const page = admindataPage(await listBatches(pool), { mayImport: true })
      return show(request, reply, 'intern/admindata', 'Verwaltungsdaten', { ...page, error })
    },
  })
}
