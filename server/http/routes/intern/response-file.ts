import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withUpload } from '../../../admindata/with-upload.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { importResponses } from '../../../form-file/responses/import-responses.ts'
import { findUpload, removeUpload } from '../../../store/uploads.ts'
import { returnedFileHref, returnedFilePreviewHref, returnedFileUploadHref } from '../../pages/intern/addresses.ts'
import { responseFileBack, responseFilePage } from '../../pages/intern/response-file-page.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { addUploadRoute } from './upload-route.ts'

const right = { config: { right: 'answers.amend' } } as const
const decision = z.strictObject({ _csrf: z.string(), aktion: z.enum(['absenden', 'eintragen', 'verwerfen']) })

interface Wave {
  Params: { wave: string }
  Querystring: Record<string, unknown>
}
interface One {
  Params: { wave: string; upload: string }
}

/** Answers that came back in a file: looked at, and taken with the second click as if they had been typed. */
export function addResponseFileRoutes(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  const { pool } = context

  async function showForm(request: FastifyRequest, reply: FastifyReply, error = '') {
    const { params, query } = request as FastifyRequest<Wave>
    const asked = await askedWave(context, params.wave)
    if (asked === undefined) return reply.problem('notFound')
    const page = responseFilePage(asked.wave.id, { error, notice: notices[String(query.getan)] ?? '' })
    return show(request, reply, 'intern/response-file', `Antworten einlesen, ${asked.wave.id}`, page)
  }

  app.get<Wave>(returnedFileHref(':wave'), right, (request, reply) => showForm(request as FastifyRequest, reply))

  addUploadRoute(app, context, cookies, {
    href: returnedFileUploadHref(':wave'),
    right: 'answers.amend',
    previewHref: (upload, { wave = '' }) => returnedFilePreviewHref(wave, upload),
    refuse: showForm,
  })

  async function find({ params, staff: { accountId: by } }: FastifyRequest<One>) {
    const asked = await askedWave(context, params.wave)
    const upload = await findUpload<object>(pool, params.upload, by)
    if (asked === undefined || upload === undefined) return undefined
    const read = (submit: boolean, preview: boolean) =>
      withUpload(pool, upload.id, (path) =>
        importResponses(context, asked, { path, file: upload.fileName, preview, submit, by }),
      )
    const look = async () => {
      const submitted = await read(true, true)
      return { submitted, entered: submitted.state === 'preview' ? submitted : await read(false, true) }
    }
    return { wave: asked.wave.id, upload, read, look }
  }

  async function showPreview(
    request: FastifyRequest<One>,
    reply: FastifyReply,
    { wave, upload, look }: NonNullable<Awaited<ReturnType<typeof find>>>,
  ) {
    const page = responseFilePage(wave, { preview: { upload, looked: await orSentences(look()) } })
    return show(request as FastifyRequest, reply, 'intern/response-file', 'Vorschau', page)
  }

  app.get<One>(returnedFilePreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const found = await find(request)
    return found === undefined ? reply.problem('uploadGone') : showPreview(request, reply, found)
  })

  app.post<One>(returnedFilePreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await find(request)
    if (found === undefined) return reply.problem('uploadGone')
    const { wave, upload, read } = found
    const { aktion } = typed.data
    if (aktion !== 'verwerfen') {
      const outcome = await orSentences(read(aktion === 'absenden', false))
      // What does not fit any more since it was shown, the page says again.
      if (!('state' in outcome) || outcome.state !== 'imported') return showPreview(request, reply.code(409), found)
    }
    await removeUpload(pool, upload.id)
    return reply.redirect(responseFileBack(wave, aktion), 303)
  })
}

const notices: Record<string, string> = {
  absenden: 'Die Antworten sind eingelesen und abgesendet.',
  eintragen: 'Die Antworten stehen in den Fragebögen. Abgesendet ist noch nichts.',
  verwerfen: 'Die Datei ist verworfen.',
}
