import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import { type SeenFile, seeFile } from '../../form-file/look-at-file.ts'
import { onlyAsked } from '../../forms/asked-part.ts'
import { filePageId } from '../../forms/form.ts'
import { openConflicts } from '../../forms/open-conflicts.ts'
import { savePage } from '../../forms/save.ts'
import { saves } from '../../metrics/counts.ts'
import { hubHref } from '../pages/addresses.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { ownFilePreviewPage } from '../pages/own-file-preview-page.ts'
import type { Origin } from '../pages/taken-from.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** What is said where both sides were changed, beside what a page sends. */
const decision = z.looseObject({
  _beide: z.enum(['datei', 'fragebogen', 'einzeln']).optional(),
  _felder: z.string().max(60_000).default(''),
  _dateistand: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0'),
})

const notChosen = 'Bitte wählen Sie, was bei den Feldern gelten soll, die auf beiden Seiten geändert sind.'

/** Shows what would change before anything does. */
export function previewShower(show: ShowPage, origin: Origin) {
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    seen: SeenFile,
    said: Parameters<typeof ownFilePreviewPage>[3] = {},
  ) => {
    const page = ownFilePreviewPage(request.guest, seen, origin, said)
    return show(request, reply, 'own-file-preview', 'Was sich ändert', page, request.guest.visitor)
  }
}

/**
 * Takes over what was looked at, in the way of everything that is typed: what somebody has saved meanwhile is asked about.
 * `refuse` answers where nothing is taken any more.
 */
export function addTakeOverRoute(
  app: FastifyInstance,
  { db, pool }: Pick<RouteContext, 'db' | 'pool'>,
  show: ShowPage,
  origin: Origin,
  refuse: (request: FastifyRequest, reply: FastifyReply, error: string) => Promise<FastifyReply>,
): void {
  const showPreview = previewShower(show, origin)

  // Where a conflict leads back to.
  app.get(origin.savePath, (request, reply) => reply.redirect(origin.href(request.guest.visit), 303))

  app.post(origin.savePath, { config: { takesTexts: true } }, async (request, reply) => {
    const { guest } = request
    const { form, visit, visitor, asked } = guest
    const decided = decision.safeParse(request.body)
    if (!decided.success) return reply.problem('badForm')
    const { _beide, _felder, _dateistand, ...sent } = decided.data
    const page = form.readers.get(filePageId)?.(sent)
    if (page === undefined || page.tooLong.length > 0) return reply.problem('badForm')
    if (!visit.open && asked === undefined) {
      saves.add('refused')
      return refuse(request, reply.code(409), 'Es wurde nichts übernommen.')
    }
    const both = new Set(_felder.split(' ').filter((field) => field in page.typed))
    if (both.size > 0 && _beide === undefined) {
      const found = new Map(Object.entries(page.typed).map(([field, text]) => [field, { text }]))
      const seen = await seeFile(pool, guest, found, Number(_dateistand))
      return showPreview(request, reply.code(422), seen, { error: notChosen })
    }
    const place = { heading: origin.heading, href: origin.saveHref(visit) }
    const open = await openConflicts(db, visit, page)
    if (open.length > 0) {
      saves.add('conflict')
      const conflicts = conflictPage(place, form.fields, open, visit.rev, visit.now, page.typed)
      return show(request, reply.code(422), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const chosen = chosenOf(page, both, { _beide, fileRev: Number(_dateistand) })
    const typed = asked === undefined ? chosen.typed : onlyAsked(chosen.typed, asked)
    const { conflicts, rev } = await savePage(pool, visit, { ...chosen, typed })
    if (conflicts.length > 0) {
      const questions = conflictPage(place, form.fields, conflicts, rev, visit.now)
      return show(request, reply.code(409), 'conflict', 'Zwei verschiedene Eingaben', questions, visitor)
    }
    return reply.redirect(`${hubHref(visit)}?uebernommen=${Object.keys(typed).length}`, 303)
  })
}

/** The page as it is to be saved, by what was said of the fields that were changed on both sides. */
function chosenOf(
  page: SubmittedPage,
  both: ReadonlySet<string>,
  { _beide, fileRev }: { _beide: z.infer<typeof decision>['_beide']; fileRev: number },
): SubmittedPage {
  if (_beide === 'einzeln') return { ...page, rev: Math.min(page.rev, fileRev) }
  if (_beide !== 'fragebogen') return page
  return { ...page, typed: Object.fromEntries(Object.entries(page.typed).filter(([field]) => !both.has(field))) }
}
