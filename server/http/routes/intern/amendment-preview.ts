import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mostUnpacked, withUpload } from '../../../admindata/with-upload.ts'
import { amendLines, lookAtFile } from '../../../amendments/amend-file.ts'
import { isSecondClick } from '../../../amendments/second-click.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { askedWave } from '../../../field/asked-wave.ts'
import { listAmendments } from '../../../store/amendments.ts'
import { participantIds } from '../../../store/scopes.ts'
import { findUpload, removeUpload } from '../../../store/uploads.ts'
import { amendmentPreviewHref, amendmentsHref } from '../../pages/intern/addresses.ts'
import { amendmentPreviewPage } from '../../pages/intern/amendment-preview-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'

const right = { config: { right: 'answers.amend' } } as const
const decision = z.strictObject({ _csrf: z.string(), aktion: z.enum(['korrigieren', 'verwerfen']) })

interface One {
  Params: { wave: string; upload: string }
}

/** Shows what a file would amend, with all that is wrong with it, and amends it with the second click. */
export function addAmendmentPreviewRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, pool } = context

  async function look({ params, staff: { accountId: by } }: FastifyRequest<One>) {
    const asked = await askedWave(context, params.wave)
    const upload = await findUpload<object>(pool, params.upload, by)
    if (asked === undefined || upload === undefined) return undefined
    const looked = await orSentences(
      withUpload(pool, upload.id, (path) =>
        lookAtFile(context, asked, { path, file: upload.fileName, by, mostUnpacked }),
      ),
    )
    const ids = await participantIds(db, asked.wave.id, by)
    const page = amendmentPreviewPage({
      wave: asked.wave.id,
      upload,
      instrument: asked.form.instrument,
      units: new Map([...ids].map(([unit, id]) => [id, unit])),
      looked,
    })
    return { asked, upload, looked, page }
  }

  app.get<One>(amendmentPreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const found = await look(request)
    if (found === undefined) return reply.problem('uploadGone')
    return show(request as FastifyRequest, reply, 'intern/amendment-preview', 'Vorschau', found.page)
  })

  app.post<One>(amendmentPreviewHref(':wave', ':upload'), right, async (request, reply) => {
    const typed = decision.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const found = await look(request)
    if (found === undefined) return reply.problem('uploadGone')
    const { asked, upload, looked, page } = found
    const list = amendmentsHref(asked.wave.id)
    if (typed.data.aktion === 'verwerfen') {
      await removeUpload(pool, upload.id)
      return reply.redirect(list, 303)
    }
    const { accountId, name } = request.staff
    // What does not fit any more since it was shown, the page says again; a second click is told what the first one did.
    const refuse = async (again: typeof page) => {
      const made = await listAmendments(db, { wave: asked.wave.id, account: accountId })
      if ('lines' in looked && isSecondClick(looked.lines, made, name))
        return reply.redirect(`${list}?getan=korrigiert`, 303)
      return show(request as FastifyRequest, reply.code(409), 'intern/amendment-preview', 'Vorschau', again)
    }
    if (!('lines' in looked) || looked.problems.length > 0) return refuse(page)
    const done = await amendLines(context, asked, looked.lines, accountId)
    if ('faults' in done)
      return refuse({ ...page, problems: done.faults, rows: [], summary: '', more: '', confirm: '' })
    await removeUpload(pool, upload.id)
    return reply.redirect(`${list}?getan=${done.waits ? 'wartet' : 'korrigiert'}`, 303)
  })
}
