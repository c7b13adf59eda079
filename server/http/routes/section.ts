import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { clockTime } from '../../domain/german-time.ts'
import { answerSection, type FormSection, unreadableFields } from '../../forms/form.ts'
import { openConflicts } from '../../forms/open-conflicts.ts'
import { saveSection } from '../../forms/save-section.ts'
import { type Unsaved, whyUnsaved } from '../../forms/unsaved.ts'
import { checkHref, hubHref, sectionHref } from '../pages/addresses.ts'
import { cleanedNotice } from '../pages/cleaned-notice.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { type SectionState, sectionPage } from '../pages/section-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'
import { receiveSection, receivesTyped, type SectionAddress } from './receive-section.ts'

const sentByEarlierLogin: Unsaved = {
  status: 403,
  message:
    'Ihre Eingaben sind noch nicht gespeichert, weil Sie sich inzwischen neu angemeldet haben. Bitte speichern Sie noch einmal.',
  errors: [],
  kept: false,
}

/** The pages of a form: shown, saved whole, merged with what others wrote. */
export function addSectionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const showSection = (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: FormSection,
    raw: Record<string, string>,
    state: SectionState,
  ) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answerSection(form, shown, raw, around)
    const page = sectionPage(form, shown, answered, visit, context.config.contact, state)
    return show(request, reply, 'section', page.heading, page, visitor)
  }

  app.get<{ Params: SectionAddress; Querystring: Record<string, unknown> }>(
    '/abschnitt/:section',
    async (request, reply) => {
      const { form, visit } = request.guest
      const shown = form.sections.get(request.params.section)
      if (shown === undefined) return reply.problem('notFound')
      const saved = request.query.gespeichert === 'ja' && visit.savedAt !== null
      const cleaned = cleanedIn(shown, request.query.bereinigt)
      const notice = saved ? `Gespeichert um ${clockTime(visit.savedAt ?? visit.now)} Uhr. ${cleaned}`.trim() : ''
      return showSection(request, reply, shown, visit.typed ?? {}, { rev: visit.rev, notice })
    },
  )

  app.post<{ Params: SectionAddress }>('/abschnitt/:section', { config: receivesTyped }, async (request, reply) => {
    const received = await receiveSection(request, reply, context, show)
    if ('answered' in received) return received.answered
    const { guest } = request
    const { form, visit, visitor, around } = guest
    const { shown, page } = received
    // A form of an earlier session in another tab is shown again as typed, to be sent once more by the person.
    const unsaved = request.fromOurPage
      ? await whyUnsaved(context.db, visit, shown.section.id, page)
      : sentByEarlierLogin
    if (unsaved !== undefined) {
      const { status, message, errors } = unsaved
      const typed = { ...visit.typed, ...page.typed }
      const state = { rev: page.rev, errors: [{ field: '', message }, ...errors] }
      return showSection(request, reply.code(status), shown, typed, state)
    }
    const asked = await openConflicts(context.db, visit, page)
    if (asked.length > 0) {
      const conflicts = conflictPage(shown, asked, visit, visit.rev, visit.now, page.typed)
      return show(request, reply.code(422), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const { outcome, goTo } = await saveSection(context.pool, guest, shown, page)
    if (outcome.conflicts.length > 0) {
      const conflicts = conflictPage(shown, outcome.conflicts, visit, outcome.rev, visit.now)
      return show(request, reply.code(409), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const answered = answerSection(form, shown, outcome.raw, around)
    // Where something cannot be read, the person stays on the page: it is saved as typed, and shown with its message.
    const { cleaned } = page
    const stay = goTo === 'stay' || cleaned.length > 0 || unreadableFields(shown, answered).length > 0
    const said = cleaned.length === 0 ? '' : `&bereinigt=${cleaned.map(({ name }) => name).join(',')}`
    const next = stay ? `${sectionHref(visit, shown.section.id)}?gespeichert=ja${said}` : nextHref(guest, shown, goTo)
    return reply.redirect(next, 303)
  })
}

/** The sentence about texts that were changed, by the names of their fields in the address. */
function cleanedIn({ section }: FormSection, names: unknown): string {
  const wanted = new Set(typeof names === 'string' ? names.split(',') : [])
  return cleanedNotice(section.questions.flatMap(({ variables }) => variables.filter(({ name }) => wanted.has(name))))
}

function nextHref({ visit, form }: Guest, { index }: FormSection, goTo: 'next' | 'hub'): string {
  if (goTo === 'hub') return hubHref(visit)
  const next = form.instrument.sections[index + 1]
  return next === undefined ? checkHref(visit) : sectionHref(visit, next.id)
}
