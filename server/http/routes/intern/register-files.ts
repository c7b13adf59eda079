import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { describeChanges } from '../../../registry/describe-changes.ts'
import { undoRegistryImport } from '../../../registry/undo-import.ts'
import { changesOf, listImports } from '../../../store/registry-imports.ts'
import { wavesWithContacts } from '../../../store/survey-contacts.ts'
import {
  addressPreviewHref,
  addressUploadHref,
  registerFilesHref,
  registerPreviewHref,
  registerUndoHref,
  registerUploadHref,
} from '../../pages/intern/addresses.ts'
import { registerFilesPage, registerUndoPage } from '../../pages/intern/register-files-page.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'
import { addUploadRoute } from './upload-route.ts'

const right = { config: { right: 'register.manage' } } as const
const number = z.coerce.number().int().positive().optional().catch(undefined)
const done = z.object({ eingelesen: number, zurueckgenommen: number })

interface One {
  Params: { number: string }
}

/** What was read into the register, files for more of it, and the way back. */
export function addRegisterFilesRoutes(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  const { db } = context
  const page = async (changed: Parameters<typeof registerFilesPage>[2]) =>
    registerFilesPage(await listImports(db), await wavesWithContacts(db), changed)

  app.get(registerFilesHref, right, async (request, reply) => {
    const { eingelesen, zurueckgenommen } = done.parse(request.query)
    const notice =
      eingelesen !== undefined
        ? `Das ist eingelesen, unter Nummer ${eingelesen}.`
        : zurueckgenommen !== undefined
          ? `Nummer ${zurueckgenommen} ist zurückgenommen.`
          : ''
    return show(request, reply, 'intern/register-files', 'Dateien', await page({ notice }))
  })

  const places = [
    { href: registerUploadHref, previewHref: registerPreviewHref, field: 'verzeichnisdatei' },
    { href: addressUploadHref, previewHref: addressPreviewHref, field: 'anschriftendatei' },
  ]
  for (const { href, previewHref, field } of places)
    addUploadRoute(app, context, cookies, {
      href,
      right: 'register.manage',
      previewHref,
      refuse: async (request, reply, message) =>
        show(request, reply, 'intern/register-files', 'Dateien', await page({ error: { field, message } })),
    })

  const importOf = async (id: string) =>
    (await listImports(db)).find((one) => String(one.id) === id && one.undoneAt === null)

  app.get<One>(registerUndoHref(':number'), right, async (request, reply) => {
    const one = await importOf(request.params.number)
    if (one === undefined) return reply.problem('notFound')
    const changes = describeChanges(await changesOf(db, one.id))
    return show(request, reply, 'intern/register-undo', 'Zurücknehmen', registerUndoPage(one, changes))
  })

  app.post<One>(registerUndoHref(':number'), right, async (request, reply) => {
    const one = await importOf(request.params.number)
    if (one === undefined) return reply.problem('notFound')
    const result = await orSentences(undoRegistryImport(db, one.id, request.staff.accountId))
    if (Array.isArray(result)) {
      const refused = registerUndoPage(one, describeChanges(await changesOf(db, one.id)), result.join(' '))
      return show(request, reply.code(409), 'intern/register-undo', 'Zurücknehmen', refused)
    }
    return reply.redirect(`${registerFilesHref}?zurueckgenommen=${one.id}`, 303)
  })
}
