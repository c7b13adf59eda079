import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mostUnpacked, withUpload } from '../../../../admindata/with-upload.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { listSources } from '../../../../store/texts/sources.ts'
import { findUpload, removeUpload } from '../../../../store/uploads.ts'
import { askedTexts } from '../../../../texts/asked-texts.ts'
import { importTexts, undoTexts } from '../../../../texts/import-texts.ts'
import { textFilePreviewHref, textFilesHref, textFileUndoHref } from '../../../pages/intern/text-addresses.ts'
import { filePreviewPage, filesPage } from '../../../pages/intern/texts/files-page.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import type { Cookies } from '../../../plugins/cookie.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { orSentences } from '../or-sentences.ts'
import { addUploadRoute } from '../upload-route.ts'

const right = { config: { right: 'texts.manage' } } as const
const query = z.object({ getan: z.string().catch('') })
const decision = z.strictObject({ _csrf: z.string(), aktion: z.enum(['einlesen', 'verwerfen']) })
const undoForm = z.strictObject({ _csrf: z.string() })
const number = z.coerce.number().int().positive()

interface OfWave {
  Params: { wave: string }
}
interface One {
  Params: { wave: string; upload: string }
}

const notices: Record<string, string> = {
  eingelesen: 'Die Texte sind eingelesen. Legen Sie unter „Kategorien“ fest, wonach sie geordnet werden.',
  zurueck: 'Die Texte der Quelle sind zurückgenommen.',
}

/** Texts of a wave from files: what there is, a file with more of them, and the way back. */
export function addTextFileRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, pool } = context

  async function showFiles(request: FastifyRequest, reply: FastifyReply, said: Said) {
    const { staff, params } = request as FastifyRequest<OfWave>
    const asked = await askedTexts(context, params.wave, staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const page = filesPage(asked, await listSources(db, asked.wave.id), said)
    return show(request, reply, 'intern/text-files', `Dateien mit Texten ${asked.wave.id}`, page)
  }

  app.get<OfWave>(textFilesHref(':wave'), right, (request, reply) =>
    showFiles(request as FastifyRequest, reply, { notice: notices[query.parse(request.query).getan] ?? '' }),
  )

  addUploadRoute(app, context, cookies, {
    href: textFilesHref(':wave'),
    right: 'texts.manage',
    previewHref: (upload, { wave = '' }) => textFilePreviewHref(wave, upload),
    refuse: (request, reply, message) => showFiles(request, reply, { errors: [{ field: 'textdatei', message }] }),
  })

  async function read({ params, staff: { accountId: by } }: FastifyRequest<One>, preview: boolean) {
    const asked = await askedTexts(context, params.wave, by)
    const upload = await findUpload<object>(pool, params.upload, by)
    if (asked === undefined || upload === undefined) return undefined
    const { id: wave } = asked.wave
    const outcome = await orSentences(
      withUpload(pool, upload.id, (path) =>
        importTexts(db, { wave, path, file: upload.fileName, preview, by, mostUnpacked }),
      ),
    )
    return { outcome, upload, page: filePreviewPage(asked, upload, outcome) }
  }

  app.get<One>(textFilePreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const found = await read(request, true)
    if (found === undefined) return reply.problem('uploadGone')
    return show(request as FastifyRequest, reply, 'intern/text-file-preview', 'Vorschau', found.page)
  })

  app.post<One>(textFilePreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { wave, upload } = request.params
    if (typed.data.aktion === 'verwerfen') {
      const own = await findUpload<object>(pool, upload, request.staff.accountId)
      if (own === undefined) return reply.problem('uploadGone')
      await removeUpload(pool, own.id)
      return reply.redirect(textFilesHref(wave), 303)
    }
    const found = await read(request, false)
    if (found === undefined) return reply.problem('uploadGone')
    const { outcome, page } = found
    // What does not fit any more since it was shown, the page says again.
    if ('length' in outcome || outcome.state !== 'imported')
      return show(request as FastifyRequest, reply.code(409), 'intern/text-file-preview', 'Vorschau', page)
    await removeUpload(pool, found.upload.id)
    return reply.redirect(`${textFilesHref(wave)}?getan=eingelesen`, 303)
  })

  app.post<{ Params: { wave: string; source: string } }>(
    textFileUndoHref(':wave', ':source'),
    right,
    async (request, reply) => {
      if (!undoForm.safeParse(request.body).success) return reply.problem('badForm')
      const { wave } = request.params
      const source = number.safeParse(request.params.source)
      const { accountId: by } = request.staff
      const isUndone = source.success && (await undoTexts(db, { wave, source: source.data, by }))
      return isUndone ? reply.redirect(`${textFilesHref(wave)}?getan=zurueck`, 303) : reply.problem('notFound')
    },
  )
}
