import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mostUnpacked, withUpload } from '../../../admindata/with-upload.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { importAddresses } from '../../../registry/import-addresses.ts'
import type { OfficialSettings } from '../../../registry/plan-official.ts'
import { recordImport } from '../../../registry/record-import.ts'
import { takeOverContacts } from '../../../registry/take-over-contacts.ts'
import { findUpload, removeUpload, setUploadSettings, type Upload } from '../../../store/uploads.ts'
import {
  addressPreviewHref,
  registerFilesHref,
  registerPreviewHref,
  takeOverHref,
} from '../../pages/intern/addresses.ts'
import { addressPreviewPage, registryPreviewPage, takeOverPage } from '../../pages/intern/register-preview-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { isSameSettings, officialForm, officialSettings } from './official-form.ts'
import { orSentences } from './or-sentences.ts'

const right = { config: { right: 'register.manage' } } as const
const decision = z.strictObject({ _csrf: z.string(), aktion: z.enum(['einlesen', 'verwerfen']) })

interface One {
  Params: { upload: string }
}
interface Wave {
  Params: { wave: string }
}

/** Shows what would change, and changes it with the second click: the register, addresses, persons of a survey. */
export function addRegisterPreviewRoutes(app: FastifyInstance, { db, pool }: RouteContext, show: ShowPage): void {
  const imported = (number: number | null) => `${registerFilesHref}?eingelesen=${number}`

  const readRegistry = (
    { id, fileName: file, settings }: Upload<OfficialSettings>,
    preview: boolean,
    accountId: number,
  ) =>
    orSentences(
      withUpload(pool, id, (path) => recordImport(db, { path, file, settings, preview, accountId, mostUnpacked })),
    )

  app.get<One>(registerPreviewHref(':upload'), right, async (request, reply) => {
    const { accountId } = request.staff
    const found = await findUpload<OfficialSettings>(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    const page = registryPreviewPage(found, await readRegistry(found, true, accountId))
    return show(request, reply, 'intern/register-preview', 'Vorschau', page)
  })

  app.post<One>(registerPreviewHref(':upload'), right, async (request, reply) => {
    const typed = officialForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { accountId } = request.staff
    const found = await findUpload<OfficialSettings>(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    if (typed.data.aktion === 'verwerfen') {
      await removeUpload(pool, found.id)
      return reply.redirect(registerFilesHref, 303)
    }
    const settings = officialSettings(typed.data)
    if (Array.isArray(settings)) {
      const page = registryPreviewPage(found, await readRegistry(found, true, accountId))
      const refused = { ...page, problems: [...settings, ...page.problems], confirm: '' }
      return show(request, reply.code(400), 'intern/register-preview', 'Vorschau', refused)
    }
    // Only what a preview has shown is read in.
    if (typed.data.aktion === 'pruefen' || !isSameSettings(settings, found.settings, await suggested(found))) {
      await setUploadSettings(pool, found.id, settings)
      return reply.redirect(registerPreviewHref(found.id), 303)
    }
    const result = await readRegistry(found, false, accountId)
    if (Array.isArray(result) || result.state !== 'imported') return reply.redirect(registerPreviewHref(found.id), 303)
    await removeUpload(pool, found.id)
    return reply.redirect(imported(result.import), 303)

    /** What the preview filled in by itself. */
    async function suggested(upload: Upload<OfficialSettings>): Promise<Record<string, string>> {
      const shown = await readRegistry(upload, true, accountId)
      return Array.isArray(shown) ? {} : Object.fromEntries(shown.gone.map(({ gkz, successor }) => [gkz, successor]))
    }
  })

  const readList = ({ id, fileName: file }: Upload<object>, preview: boolean, accountId: number) =>
    orSentences(withUpload(pool, id, (path) => importAddresses(db, { path, file, preview, accountId, mostUnpacked })))

  app.get<One>(addressPreviewHref(':upload'), right, async (request, reply) => {
    const { accountId } = request.staff
    const found = await findUpload<object>(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    const page = addressPreviewPage(found, await readList(found, true, accountId))
    return show(request, reply, 'intern/register-preview', 'Vorschau', page)
  })

  app.post<One>(addressPreviewHref(':upload'), right, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { accountId } = request.staff
    const found = await findUpload<object>(pool, request.params.upload, accountId)
    if (found === undefined) return reply.problem('uploadGone')
    if (typed.data.aktion === 'verwerfen') {
      await removeUpload(pool, found.id)
      return reply.redirect(registerFilesHref, 303)
    }
    const result = await readList(found, false, accountId)
    if (Array.isArray(result) || result.state !== 'imported') return reply.redirect(addressPreviewHref(found.id), 303)
    await removeUpload(pool, found.id)
    return reply.redirect(imported(result.import), 303)
  })

  app.get<Wave>(takeOverHref(':wave'), right, async (request, reply) => {
    const { wave } = request.params
    const page = takeOverPage(wave, await orSentences(takeOverContacts(db, wave, { preview: true })))
    return show(request, reply, 'intern/register-preview', 'Ansprechpersonen', page)
  })

  app.post<Wave>(takeOverHref(':wave'), right, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    if (typed.data.aktion === 'verwerfen') return reply.redirect(registerFilesHref, 303)
    const { wave } = request.params
    const { accountId } = request.staff
    const result = await orSentences(takeOverContacts(db, wave, { preview: false, accountId }))
    if (Array.isArray(result) || result.state !== 'imported') return reply.redirect(takeOverHref(wave), 303)
    return reply.redirect(imported(result.import), 303)
  })
}
