import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isClean } from '../../../../surveys/reading/clean-text.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { InputError } from '../../../errors/input-error.ts'
import { initialsMark, isNothing, stillChosen } from '../../../persons/chosen.ts'
import { addressCorrectionFaults } from '../../../persons/correct-addresses.ts'
import { correctRequested } from '../../../persons/correct-requested.ts'
import { correctableTexts } from '../../../persons/correctable.ts'
import { findByTerms } from '../../../persons/find-person.ts'
import { nameTexts } from '../../../persons/name-texts.ts'
import { readCorrections } from '../../../persons/read-corrections.ts'
import { searchTerms } from '../../../persons/search-terms.ts'
import { countOpenForms } from '../../../store/open-forms.ts'
import type { PersonRequest } from '../../../store/person-requests.ts'
import { personHref, personStepHref } from '../../pages/intern/addresses.ts'
import { personCorrectionPage } from '../../pages/intern/person-correction-page.ts'
import { requestTitle } from '../../pages/intern/person-requests-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import type { ShowRequest } from './show-person-request.ts'

const right = { config: { right: 'person.manage' } } as const
const form = z
  .object({ _csrf: z.string(), aktion: z.enum(['eingeben', 'vorschau', 'berichtigen']) })
  .catchall(z.string().max(20_000))

interface One {
  Params: { id: string }
}

interface Said {
  stage: 'type' | 'confirm'
  typed?: ReadonlyMap<string, string>
  faults?: ReadonlyMap<string, string>
  error?: string
}

/** A correction: new texts beside the old ones, looked at before they hold, then done. */
export function addPersonCorrectionRoutes(
  app: FastifyInstance,
  context: RouteContext,
  show: ShowPage,
  { find }: ShowRequest,
): void {
  const { db, forms, register } = context
  const href = personStepHref(':id', 'berichtigung')
  const isOpen = ({ state, kind, chosen }: PersonRequest) =>
    kind === 'berichtigung' && state === 'open' && !isNothing(chosen)

  async function choice(of: PersonRequest) {
    const { texts, initials } = stillChosen(await findByTerms(context, searchTerms(of.searched)), of.chosen, null)
    return { ...(await correctableTexts(context, texts)), initials }
  }

  async function page(request: FastifyRequest, reply: FastifyReply, of: PersonRequest, said: Said) {
    const { items, addresses, initials, past } = await choice(of)
    const sources = { db, forms, register: await register() }
    const shown = [...items, ...addresses]
    const named = await nameTexts(
      sources,
      shown.map(({ found }) => found),
    )
    const { typed = new Map(), faults = new Map(), error = '', stage } = said
    const data = personCorrectionPage({
      request: of,
      stage,
      items: shown.flatMap((item, index) => {
        const name = named[index]
        return name === undefined ? [] : [{ item, named: name }]
      }),
      initials,
      past: await nameTexts(sources, past),
      typed,
      faults,
      openForms: await countOpenForms(
        db,
        items.map(({ found }) => found.participantId),
      ),
      error: error === '' ? null : { field: '', message: error },
    })
    return show(request, reply, 'intern/person-correction', `Berichtigung, ${requestTitle(of)}`, data)
  }

  app.get<One>(href, right, async (request, reply) => {
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    return isOpen(of) ? page(request, reply, of, { stage: 'type' }) : reply.redirect(personHref(of.id), 303)
  })

  app.post<One>(href, right, async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const of = await find(request.params.id)
    if (of === undefined) return reply.problem('notFound')
    if (!isOpen(of)) return reply.redirect(personHref(of.id), 303)
    const { aktion } = sent.data
    const { items, addresses, initials } = await choice(of)
    const typedFor = (mark: string) => sent.data[`neu-${mark}`] ?? ''
    const typed = new Map(
      [...[...items, ...addresses].map(({ mark }) => mark), ...initials.map(({ id }) => initialsMark(id))].map(
        (mark) => [mark, typedFor(mark)],
      ),
    )
    const meant = items.filter(({ mark }) => typedFor(mark).trim() !== '')
    const texts = await readCorrections(
      { db, forms, register: await register() },
      meant.map(({ mark, found: { participantId, field, text } }) => ({
        participantId,
        field,
        before: text,
        after: typedFor(mark),
      })),
    )
    const changed = addresses
      .map(({ mark, id, field, found }) => ({ mark, id, field, before: found.text, after: typedFor(mark) }))
      .filter(({ after }) => after.trim() !== '')
    const changedFaults = await addressCorrectionFaults(db, changed)
    const labels = initials
      .map(({ id }) => ({ id, label: typedFor(initialsMark(id)).trim() }))
      .filter(({ label }) => label !== '')
    const faults = new Map([
      ...texts.flatMap(({ fault }, index): [string, string][] =>
        fault === '' ? [] : [[meant[index]?.mark ?? '', fault]],
      ),
      ...changed.flatMap(({ mark }, index): [string, string][] => {
        const fault = changedFaults[index] ?? ''
        return fault === '' ? [] : [[mark, fault]]
      }),
      ...labels.flatMap(({ id, label }): [string, string][] =>
        isClean(label) && label.length <= 60
          ? []
          : [[initialsMark(id), 'Bitte geben Sie höchstens 60 Zeichen ein, keine unsichtbaren.']],
      ),
    ])
    if (aktion === 'eingeben') return page(request, reply, of, { stage: 'type', typed })
    if (faults.size > 0) return page(request, reply.code(400), of, { stage: 'type', typed, faults })
    if (texts.length + labels.length + changed.length === 0)
      return page(request, reply.code(400), of, {
        stage: 'type',
        typed,
        error: 'Bitte geben Sie mindestens einen neuen Text ein.',
      })
    if (aktion === 'vorschau') return page(request, reply, of, { stage: 'confirm', typed })
    try {
      const said = { texts, initials: labels, addresses: changed }
      await correctRequested(context, { request: of.id, by: request.staff.accountId, ...said })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return page(request, reply.code(409), of, { stage: 'type', typed, error: error.message })
    }
    return reply.redirect(personHref(of.id), 303)
  })
}
