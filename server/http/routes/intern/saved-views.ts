import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { deleteView, renameView, saveView } from '../../../store/saved-views.ts'
import { comparisonHref, savedViewHref, savedViewsHref } from '../../pages/intern/addresses.ts'
import { orError } from '../../pages/intern/or-error.ts'
import { keptAddress, longestWords } from '../../pages/intern/saved-views.ts'

const right = { config: { right: 'panel.read' } } as const

const words = {
  _csrf: z.string(),
  titel: z
    .string()
    .trim()
    .max(longestWords.title)
    .transform((title) => title || 'Vergleich ohne Namen'),
  notiz: z.string().trim().max(longestWords.note).default(''),
}
const saved = z.strictObject({ ...words, adresse: z.string().max(2000) })
const changed = z.discriminatedUnion('aktion', [
  z.strictObject({ ...words, aktion: z.literal('aendern') }),
  z.object({ aktion: z.literal('loeschen') }),
])

/** Comparisons that are named, so that colleagues find them again. */
export function addSavedViewRoutes(app: FastifyInstance, { db }: RouteContext): void {
  app.post(savedViewsHref, right, async (request, reply) => {
    const typed = saved.safeParse(request.body)
    const [address] = typed.success ? await orError({}, async () => keptAddress(typed.data.adresse)) : []
    if (!typed.success || address === undefined) return reply.problem('badForm')
    const { titel: title, notiz: note } = typed.data
    await saveView(db, { address, title, note, by: request.staff.accountId })
    return reply.redirect(address, 303)
  })

  app.post<{ Params: { view: string } }>(savedViewHref(':view'), right, async (request, reply) => {
    const typed = changed.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const id = Number(request.params.view)
    if (!Number.isSafeInteger(id)) return reply.problem('notFound')
    const own = { id, by: request.staff.accountId }
    const done =
      typed.data.aktion === 'loeschen'
        ? await deleteView(db, own)
        : await renameView(db, { ...own, title: typed.data.titel, note: typed.data.notiz })
    return done ? reply.redirect(`${comparisonHref}#gemerkt`, 303) : reply.problem('notFound')
  })
}
