import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Raw } from '../../../surveys/answer/cells.ts'
import type { PageAction } from '../../../surveys/answer/page-action.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { isShut, newlyAsked } from '../../../surveys/answer/shut.ts'
import type { RouteContext } from '../../boot/context.ts'
import { clockTime } from '../../domain/german-time.ts'
import { answered, answeredSection } from '../../forms/answered.ts'
import { type Form, type FormSection, unreadableFields } from '../../forms/form.ts'
import { openConflicts } from '../../forms/open-conflicts.ts'
import { saveSection } from '../../forms/save-section.ts'
import { sentByEarlierLogin, whyUnsaved } from '../../forms/unsaved.ts'
import { saves } from '../../metrics/counts.ts'
import { findQueries } from '../../store/queries.ts'
import { checkHref, hubHref, sectionHref } from '../pages/addresses.ts'
import { cleanedNotice } from '../pages/cleaned-notice.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { backHref, nextHint, nextHintHref, readFrom } from '../pages/correction.ts'
import { helpOf } from '../pages/help-way.ts'
import { type SectionState, sectionPage } from '../pages/section-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { Guest } from '../plugins/visit.ts'
import { receiveSection, receivesTyped, type SectionAddress } from './receive-section.ts'

/** Shows the page of a section with some texts, whoever looks at it. */
const sectionShower =
  ({ db, config }: RouteContext, show: ShowPage) =>
  async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: FormSection,
    raw: Record<string, string>,
    { from, ...state }: Omit<SectionState, 'check' | 'asked' | 'queries'> & { from: string },
  ) => {
    const { guest } = request
    const { form, visit, visitor, asked } = guest
    const known = answeredSection(guest, shown, raw)
    const check = from === '' ? null : { from, next: nextHint(answered(guest, raw), from) }
    const queries = visit.queried ? await findQueries(db, { participantId: visit.participantId }) : []
    const page = sectionPage(form, shown, known, visit, config.contact, { ...state, check, asked, queries })
    return show(request, reply, 'section', page.heading, page, visitor)
  }

/** The pages of a form, to be looked at. */
export function addSectionPage(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  asked: FastifyContextConfig = {},
): void {
  const showSection = sectionShower(context, show)

  app.get<{ Params: SectionAddress; Querystring: Record<string, unknown> }>(
    '/abschnitt/:section',
    { config: asked },
    async (request, reply) => {
      const { form, visit } = request.guest
      const shown = form.sections.get(request.params.section)
      if (shown === undefined) return reply.problem('notFound')
      const saved = request.query.gespeichert === 'ja' && visit.savedAt !== null
      const cleaned = cleanedIn(form, request.query.bereinigt)
      const notices = [
        `Gespeichert um ${clockTime(visit.savedAt ?? visit.now)} Uhr.`,
        cleaned,
        askedNow(shown, request.query.gefragt),
      ]
      const notice = saved ? notices.filter(Boolean).join(' ') : ''
      return showSection(request, reply, shown, visit.typed ?? {}, {
        rev: visit.rev,
        notice,
        from: readFrom(request.query.von),
      })
    },
  )
}

/** The pages of a form: shown, saved whole, merged with what others wrote. */
export function addSectionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const showSection = sectionShower(context, show)
  addSectionPage(app, context, show)

  app.post<{ Params: SectionAddress }>('/abschnitt/:section', { config: receivesTyped }, async (request, reply) => {
    const received = await receiveSection(request, reply, context, show)
    if ('answered' in received) return received.answered
    const { guest } = request
    const { form, visit, visitor } = guest
    const { shown, page } = received
    const unsaved = request.fromOurPage
      ? await whyUnsaved(context.db, guest, shown.section.id, page)
      : sentByEarlierLogin
    if (unsaved !== undefined) {
      saves.add('refused')
      const { status, message, errors } = unsaved
      const typed = { ...visit.typed, ...page.typed }
      const state = { rev: page.rev, from: page.from, errors: [{ field: '', message }, ...errors] }
      return showSection(request, reply.code(status), shown, typed, state)
    }
    const place = { heading: shown.section.title, href: sectionHref(visit, shown.section.id) }
    const asked = await openConflicts(context.db, visit, page)
    if (asked.length > 0) {
      saves.add('conflict')
      const conflicts = conflictPage(place, form.fields, asked, visit.rev, visit.now, page.typed)
      return show(request, reply.code(422), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const before = readCells(form.instrument, { ...visit.typed }, guest.around)
    const { outcome, goTo } = await saveSection(context.pool, guest, shown, page)
    if (outcome.conflicts.length > 0) {
      const conflicts = conflictPage(place, form.fields, outcome.conflicts, outcome.rev, visit.now)
      return show(request, reply.code(409), 'conflict', 'Zwei verschiedene Eingaben', conflicts, visitor)
    }
    const known = answeredSection(guest, shown, outcome.raw)
    // Where something cannot be read, the person stays on the page: it is saved as typed, and shown with its message.
    // Only the help comes before the message: it leads back to it.
    const { cleaned } = page
    const help = helpOf(page.action, visit, `abschnitt/${shown.section.id}`, page.from)
    if (help !== undefined && cleaned.length === 0) return reply.redirect(help, 303)
    const fresh = newlyAsked(shown.section, before, known.cells)
    // Whoever goes on would not see what an answer has opened.
    const isLeft = goTo === 'next' && fresh.length > 0
    const stay = goTo === 'stay' || isLeft || cleaned.length > 0 || unreadableFields(shown, known).length > 0
    const from = page.from === '' ? '' : `&von=${page.from}`
    const said = cleaned.length === 0 ? '' : `&bereinigt=${cleaned.map(({ name }) => name).join(',')}`
    const asks = fresh.length === 0 ? '' : `&gefragt=${fresh.join(',')}`
    const next = stay
      ? `${sectionHref(visit, shown.section.id)}?gespeichert=ja${from}${said}${asks}`
      : nextHref(guest, shown, goTo, page.from, outcome.raw)
    return reply.redirect(next, 303)
  })
}

/** The sentence about texts that were changed, by the names of their fields in the address. */
function cleanedIn({ fields }: Form, names: unknown): string {
  const wanted = typeof names === 'string' ? names.split(',') : []
  return cleanedNotice(wanted.flatMap((name) => fields.get(name) ?? []))
}

/** The sentence about questions that are asked since the last save, by their numbers in the address. */
function askedNow({ section }: FormSection, numbers: unknown): string {
  const wanted = typeof numbers === 'string' ? numbers.split(',') : []
  const known = section.questions.map(({ number }) => number).filter((number) => wanted.includes(number))
  return known.length === 0 ? '' : `Nach Ihren Angaben ist jetzt auch gefragt: ${known.join(', ')}.`
}

function nextHref(
  guest: Guest,
  { index }: FormSection,
  goTo: Exclude<PageAction['goTo'], 'stay'>,
  from: string,
  raw: Raw,
): string {
  const { visit, form } = guest
  if (goTo === 'hub') return hubHref(visit)
  if (goTo === 'check') return backHref(from, visit)
  if (goTo === 'finding') return nextHintHref(answered(guest, raw), from, visit)
  const { cells } = answered(guest, raw)
  const next = form.instrument.sections.slice(index + 1).find((section) => !isShut(section.asked, cells))
  return next === undefined ? checkHref(visit) : sectionHref(visit, next.id)
}
