import type { FastifyInstance } from 'fastify'
import { openCatalogue } from '../../../admindata/catalogue.ts'
import type { ImportOutcome } from '../../../admindata/import-file.ts'
import { importUpload } from '../../../admindata/import-upload.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { InputError } from '../../../errors/input-error.ts'
import { findUpload, removeUpload, setUploadSettings, type Upload } from '../../../store/uploads.ts'
import { admindataHref, previewHref } from '../../pages/intern/addresses.ts'
import { previewPage } from '../../pages/intern/import-preview-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { importForm, isSame, settingsOf } from './import-form.ts'

const right = { config: { right: 'admindata.manage' } } as const

interface One {
  Params: { upload: string }
}

/** Shows what would come of a file that was uploaded, and reads it in. */
export function addImportRoutes(app: FastifyInstance, { db, pool }: RouteContext, show: ShowPage): void {
  /** What came of it, or the sentences that say what is in the way. */
  const tryImport = (found: Upload, preview: boolean, accountId: number): Promise<ImportOutcome | string[]> =>
    importUpload({ db, pool }, found, { preview, accountId }).catch((error) => {
      if (error instanceof InputError) return error.sentences
      throw error
    })

  app.get<One>(previewHref(':upload'), right, async (request, reply) => {
    const { accountId } = request.staff
    const found = await findUpload(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    const [{ indicators }, result] = await Promise.all([openCatalogue(), tryImport(found, true, accountId)])
    return show(request, reply, 'intern/import-preview', 'Vorschau', previewPage(found, result, indicators))
  })

  app.post<One>(previewHref(':upload'), right, async (request, reply) => {
    const typed = importForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { accountId } = request.staff
    const found = await findUpload(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    const { aktion } = typed.data
    if (aktion === 'verwerfen') {
      await removeUpload(pool, found.id)
      return reply.redirect(admindataHref, 303)
    }
    const settings = settingsOf(typed.data)
    // Only what a preview has shown is read in.
    if (aktion === 'pruefen' || !isSame(settings, found.settings)) {
      await setUploadSettings(pool, found.id, settings)
      return reply.redirect(previewHref(found.id), 303)
    }
    const result = await tryImport(found, false, accountId)
    // The preview says why: the file is known by now, or something else is in the way.
    if (Array.isArray(result) || result.state !== 'imported') return reply.redirect(previewHref(found.id), 303)
    await removeUpload(pool, found.id)
    return reply.redirect(`${admindataHref}?eingelesen=${result.batch}`, 303)
  })
}
