import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { personsOn } from '../../../../analysis/qualifications/persons-on.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { mayUse } from '../../../domain/rights.ts'
import { kreisStates, type WaveOfKreis } from '../../../field/kreis-states.ts'
import { ownKreise } from '../../../field/own-kreise.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { worksForWholeKreis } from '../../../field/whole-kreis.ts'
import { recipientsOf } from '../../../mail/recipients.ts'
import { templateOf } from '../../../mail/templates.ts'
import { figuresOfKreis } from '../../../rollup/figures-of-kreis.ts'
import { kommunenOfKreis, provisionsOfKreis } from '../../../store/funding-list.ts'
import { everyEinsatz } from '../../../store/funding-rows.ts'
import { type ScopePart, scopeOf } from '../../../store/scopes.ts'
import { findWave } from '../../../store/waves.ts'
import { propose } from '../../../waves/approve.ts'
import { kreiseHref, kreisHref, kreisReminderHref, kreisReportHref } from '../../pages/intern/addresses.ts'
import { kreisFigures } from '../../pages/intern/kreis-figures.ts'
import { kreisPage } from '../../pages/intern/kreis-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const read = { config: { right: 'kreis.read' } } as const
const remind = { config: { right: 'kreis.remind' } } as const
const template = 'erinnerung'
const planning = z.strictObject({ _csrf: z.string(), marke: z.uuid() })
const notices = {
  geplant: 'Die Erinnerung ist geplant und geht gleich hinaus.',
  vorgeschlagen: 'Die Erinnerung wartet auf die Zustimmung eines zweiten Kontos im Feldbüro.',
} as const
const done = z.object({
  getan: z
    .enum(Object.keys(notices) as [keyof typeof notices])
    .optional()
    .catch(undefined),
})

interface OfKreis {
  Params: { kreis: string }
}
interface OfWave {
  Params: { kreis: string; wave: string }
}

/** A Kreis at work: who carries out what, where its Kommunen stand in all waves, and a reminder to its own. */
export function addKreisRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  /** The name of a Kreis in which the account works, with its list. */
  async function findKreis(kreis: string, account: number) {
    const parts = await scopeOf(db, account)
    const own = ownKreise(parts)
    const title = (await context.register()).kreise.get(kreis)
    return title === undefined || own?.includes(kreis) === false ? undefined : { title, parts }
  }

  app.get(kreiseHref, read, async (request, reply) => {
    const { kreise } = await context.register()
    const own = ownKreise(await scopeOf(db, request.staff.accountId)) ?? [...kreise.keys()].sort()
    if (own.length === 1 && own[0] !== undefined) return reply.redirect(kreisHref(own[0]), 303)
    const links = own.map((kreis) => ({ href: kreisHref(kreis), label: kreise.get(kreis) ?? kreis, note: kreis }))
    return show(request, reply, 'intern/kreise', 'Kreis', { kreise: links })
  })

  app.get<OfKreis>(kreisHref(':kreis'), read, async (request, reply) => {
    const { kreis } = request.params
    const { accountId } = request.staff
    const found = await findKreis(kreis, accountId)
    if (found === undefined) return reply.problem('notFound')
    const { title, parts } = found
    const today = berlinDay(new Date())
    const waves = await kreisStates(context, kreis, accountId)
    const persons = personsOn(today, { postings: await everyEinsatz(db), qualified: [], trainings: [] })
    const own = persons.filter((one) => one.kreis === kreis && isNamed(parts, one.number))
    const { getan } = done.parse(request.query)
    const isWhole = worksForWholeKreis(parts, kreis)
    const rolling = mayUse(request.staff, 'figures.read') ? waves.filter(({ unit }) => unit !== 'gemeinde') : []
    const figures = await figuresOfKreis(
      context,
      kreis,
      rolling.map(({ id }) => id),
    )
    const page = kreisPage({
      ...{ kreis, title, waves },
      figures: kreisFigures(figures, kreis, isWhole),
      reportHref: isWhole ? kreisReportHref(kreis) : '',
      scope: isWhole ? '' : scopeWords(parts, await context.register()),
      kommunen: (await kommunenOfKreis(db, kreis, today)).filter(({ gkz }) => isNamed(parts, gkz)),
      provisions: await provisionsOfKreis(db, kreis, today),
      staff: { persons: own.length, hundredths: own.reduce((sum, { hundredths }) => sum + hundredths, 0) },
      notice: getan === undefined ? '' : notices[getan],
    })
    return show(request, reply, 'intern/kreis', title, page)
  })

  /** A wave that runs, with those of the Kreis for whom the account works. */
  async function findOpen({ kreis, wave }: OfWave['Params'], account: number) {
    const found = await findKreis(kreis, account)
    if (found === undefined) return undefined
    const states = (await kreisStates(context, kreis, account)).find(({ id }) => id === wave)
    return states === undefined ? undefined : { ...found, states }
  }

  async function showReminder(
    request: FastifyRequest<OfWave>,
    reply: FastifyReply,
    { title, states, error }: { title: string; states: WaveOfKreis; error: string },
  ) {
    const { kreis, wave } = request.params
    const kind = templateOf(template)
    if (kind === undefined) throw new Error(`there is no template ${template}`)
    const { accountId } = request.staff
    const only = states.participants.map(({ id }) => id)
    const found = await recipientsOf(context, kind, { wave, at: new Date(), only, accountId })
    const names = (some: typeof found.all) => some.map(({ participant: { name, unit } }) => `${name} (${unit})`)
    return show(request, reply, 'intern/kreis-reminder', 'Erinnern', {
      ...{ title, backHref: kreisHref(kreis), href: kreisReminderHref(kreis, wave), mark: randomUUID(), error },
      wave: `${states.title} (${wave})`,
      recipients: names(found.all),
      unreachable: names(found.unreachable),
    })
  }

  app.get<OfWave>(kreisReminderHref(':kreis', ':wave'), remind, async (request, reply) => {
    const found = await findOpen(request.params, request.staff.accountId)
    if (found === undefined) return reply.problem('notFound')
    return showReminder(request, reply, { ...found, error: '' })
  })

  app.post<OfWave>(kreisReminderHref(':kreis', ':wave'), remind, async (request, reply) => {
    const typed = planning.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { accountId } = request.staff
    const found = await findOpen(request.params, accountId)
    const wave = await findWave(db, request.params.wave)
    if (found === undefined || wave === undefined) return reply.problem('notFound')
    const only = found.states.participants.map(({ id }) => id)
    const asked = { template, except: [], only }
    const outcome = await propose(context, {
      ...{ act: 'send_mail', wave, asked, reason: '', by: accountId },
      mark: typed.data.marke,
    })
    if ('faults' in outcome)
      return showReminder(request, reply.code(409), { ...found, error: outcome.faults.join(' ') })
    const getan = 'waits' in outcome ? 'vorgeschlagen' : 'geplant'
    return reply.redirect(`${kreisHref(request.params.kreis)}?getan=${getan}`, 303)
  })
}

/** Whether a list names a Kommune or a number: by itself, its Kreis, or its Verbund. */
const isNamed = (parts: readonly ScopePart[], key: string): boolean =>
  parts.length === 0 ||
  parts.some((part) =>
    part.kind === 'kreis' ? key.startsWith(part.key) : part.key === key || key.startsWith(`${part.key}-`),
  )
