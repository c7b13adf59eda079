import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { applyAction } from '../../../surveys/answer/page-action.ts'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import { takenOver } from '../../../surveys/answer/taken-over.ts'
import { typeOf } from '../../../surveys/types/index.ts'
import { fieldFindings, questionFindings, sumLines } from '../../../surveys/view/question-view.ts'
import type { QuestionView } from '../../../surveys/view/view.ts'
import type { RouteContext } from '../../boot/context.ts'
import { clockTime, whenSaved } from '../../domain/german-time.ts'
import { answerSection, concernedBy, type FormSection, unreadableFields } from '../../forms/form.ts'
import { changedTexts, type Outcome, savePage } from '../../forms/save.ts'
import { knownDraft } from '../../store/known-drafts.ts'
import { parkPage } from '../../store/parked-pages.ts'
import { checkHref, hubHref, type Place, sectionHref } from '../pages/addresses.ts'
import { conflictPage } from '../pages/conflict-page.ts'
import { type SectionState, sectionPage } from '../pages/section-page.ts'
import type { Cookies } from '../plugins/cookie.ts'
import { asksForJson } from '../plugins/problem-pages.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import type { EarlySave, Guest } from '../plugins/visit.ts'

interface SectionAddress {
  wave: string
  section: string
}

/** The pages of a form: shown, saved whole or field by field, merged with what others wrote. */
export function addSectionRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  const { db, pool, config, forms, register } = context

  const showSection = (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: FormSection,
    raw: Record<string, string>,
    state: SectionState,
  ) => {
    const { form, visit, visitor, around } = request.guest
    const answered = answerSection(form, shown, raw, around)
    const page = sectionPage(form, shown, answered, visit, config.contact, state)
    return show(request, reply, 'section', page.heading, page, visitor)
  }

  app.get<{ Params: SectionAddress; Querystring: { gespeichert?: string } }>(
    '/abschnitt/:section',
    async (request, reply) => {
      const { form, visit } = request.guest
      const shown = form.sections.get(request.params.section)
      if (shown === undefined) return reply.problem('notFound')
      const saved = request.query.gespeichert === 'ja' && visit.savedAt !== null
      const notice = saved ? `Gespeichert um ${clockTime(visit.savedAt ?? visit.now)} Uhr.` : ''
      return showSection(request, reply, shown, visit.typed ?? {}, { rev: visit.rev, notice })
    },
  )

  app.post<{ Params: SectionAddress }>(
    '/abschnitt/:section',
    { config: { handlesForeignPosts: true, parks: (request, guest) => park(request, guest), savesEarly } },
    async (request, reply) => {
      const { form, visit, early } = request.guest
      const shown = form.sections.get(request.params.section)
      const page = early?.page ?? form.readers.get(request.params.section)?.(request.body)
      if (shown === undefined) return reply.problem('notFound')
      if (page === undefined) return reply.problem(request.fromOurPage ? 'badForm' : 'foreignPost')
      const repeat = (status: number, message: string, errors: SectionState['errors'] = []) => {
        if (asksForJson(request))
          return reply
            .code(status)
            .send({ message, problems: errors.map(({ field, message }) => ({ name: field, message })) })
        return showSection(
          request,
          reply.code(status),
          shown,
          { ...visit.typed, ...page.typed },
          {
            rev: page.rev,
            errors: [{ field: '', message }, ...errors],
          },
        )
      }

      if (!request.fromOurPage) {
        // A form of an earlier session in another tab: shown again as typed, to be sent once more by the person.
        if (asksForJson(request))
          return reply.code(403).send({ csrf: request.browserToken === '' ? '' : cookies.formToken(request) })
        return repeat(
          403,
          'Ihre Eingaben sind noch nicht gespeichert, weil Sie sich inzwischen neu angemeldet haben. Bitte speichern Sie noch einmal.',
        )
      }
      if (!visit.open)
        return repeat(409, 'Die Frist ist abgelaufen. Ihre letzten Eingaben wurden nicht mehr gespeichert.')
      if (page.tooLong.length > 0) {
        const errors = page.tooLong.map(({ name, number, label, type }) => ({
          field: name,
          message: `${number}, ${label}: Der Text ist länger als ${typeOf(type).longest.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie ihn.`,
        }))
        return repeat(422, 'Es wurde noch nichts gespeichert, weil ein Text zu lang ist.', errors)
      }

      const { typed: wanted, goTo } = applyAction(page, shown.section, request.guest.around.register)
      const filled = { ...page, typed: wanted }
      const taken = takenOver(filled, form.instrument, request.guest.around.last)
      const outcome = await savePage(pool, visit, filled, { taken, early: early?.saved })
      if (asksForJson(request)) return reply.send(savedData(request.guest, shown, page, outcome))
      if (outcome.conflicts.length > 0) {
        const shownConflicts = conflictPage(shown, outcome.conflicts, visit, outcome.rev, visit.now)
        return show(
          request,
          reply.code(409),
          'conflict',
          'Zwei verschiedene Eingaben',
          shownConflicts,
          request.guest.visitor,
        )
      }
      const answered = answerSection(form, shown, outcome.raw, request.guest.around)
      // Where something cannot be read, the person stays on the page: it is saved as typed, and shown with its message.
      const stay = goTo === 'stay' || unreadableFields(shown, answered).length > 0
      return reply.redirect(
        stay ? `${sectionHref(visit, shown.section.id)}?gespeichert=ja` : nextHref(request.guest, shown, goTo),
        303,
      )
    },
  )

  /** Single fields that somebody typed who knows the newest revision: what the script of the form sends nearly always. */
  async function savesEarly(request: FastifyRequest): Promise<EarlySave | undefined> {
    const { wave, unit, section } = request.params as SectionAddress & Place
    const known = asksForJson(request) ? knownDraft(pool, { wave, unit }) : undefined
    if (known === undefined) return undefined
    const form = await forms.get(known.pinned)
    const shown = form.sections.get(section)
    const page = form.readers.get(section)?.(request.body)
    if (shown === undefined || page === undefined || page.whole || page.action !== '') return undefined
    if (page.rev !== known.rev || page.tooLong.length > 0) return undefined
    const { typed } = applyAction(page, shown.section, await register())
    const changed = changedTexts(typed, known.typed)
    return Object.keys(changed).length === 0 ? undefined : { known, page, changed }
  }

  async function park(request: FastifyRequest, { form, visit }: Guest): Promise<void> {
    const { section } = request.params as SectionAddress
    const page = form.readers.get(section)?.(request.body)
    if (page === undefined || page.tooLong.length > 0) return
    const typed = changedTexts(page.typed, visit.typed ?? {})
    if (Object.keys(typed).length === 0) return
    await parkPage(db, { participantId: visit.participantId, editorId: visit.editorId, section, typed })
  }
}

function nextHref({ visit, form }: Guest, { index }: FormSection, goTo: 'next' | 'hub' | 'stay'): string {
  if (goTo === 'hub') return hubHref(visit)
  const next = form.instrument.sections[index + 1]
  return next === undefined ? checkHref(visit) : sectionHref(visit, next.id)
}

/** The texts that are kept in another form than they were sent in: lists of Kommunen are spelled out. */
function keptOtherwise({ typed }: SubmittedPage, { raw, conflicts }: Outcome): Record<string, string> {
  const undecided = new Set(conflicts.map(({ theirs }) => theirs.field))
  const kept = Object.keys(typed).map((name): [string, string] => [name, raw[name] ?? ''])
  return Object.fromEntries(kept.filter(([name, text]) => text !== typed[name] && !undecided.has(name)))
}

/** What the form's script learns after a save: all that may read differently now. */
function savedData({ form, visit, around }: Guest, shown: FormSection, page: SubmittedPage, outcome: Outcome) {
  const fields = [...Object.keys(page.typed), ...outcome.foreign.map(({ field }) => field)]
  const concerned = concernedBy(form, shown, fields)
  const answered = answerSection(form, concerned, outcome.raw, around, { raw: visit.typed ?? {}, changed: fields })
  const savedAt = outcome.savedAt
  const findings: Record<string, QuestionView['findings']> = {}
  const sums: Record<string, string> = {}
  for (const question of concerned.questions) {
    findings[question.id] = questionFindings(question, answered)
    for (const { check, text } of sumLines(question, answered)) sums[check] = text
  }
  return {
    rev: outcome.rev,
    savedAt: savedAt === null ? '' : clockTime(savedAt),
    conflicts: outcome.conflicts.map(({ mine, theirs }) => ({
      name: theirs.field,
      mine,
      theirs: theirs.value,
      by: theirs.editor ?? '',
      at: whenSaved(theirs.savedAt, visit.now),
    })),
    changes: Object.fromEntries(
      outcome.foreign
        .filter(({ field }) => shown.fields.has(field) && !(field in page.typed))
        .map(({ field, value }) => [field, value]),
    ),
    kept: keptOtherwise(page, outcome),
    problems: [...unreadableFields(shown, answered), ...fieldFindings(answered)].map(({ field, message }) => ({
      name: field,
      message,
    })),
    findings,
    secondsLeft: visit.secondsLeft,
    sums,
  }
}
