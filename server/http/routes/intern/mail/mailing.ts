import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../../../../surveys/reading/typed-date.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { hasRight } from '../../../../domain/rights.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { askedWave } from '../../../../field/asked-wave.ts'
import { pickChosen, readChosen } from '../../../../field/chosen.ts'
import { fieldParticipants } from '../../../../field/participants.ts'
import { checkMailing, readPlannedTime } from '../../../../mail/queue.ts'
import { recipientsOf } from '../../../../mail/recipients.ts'
import { templateOf } from '../../../../mail/templates.ts'
import { propose } from '../../../../waves/approve.ts'
import { mailingHref, mailOfWaveHref } from '../../../pages/intern/addresses.ts'
import { faultyMailingPage, mailingPage } from '../../../pages/intern/mail/mailing-page.ts'
import type { Planned } from '../../../pages/intern/mail/plan-form.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { titlesOfWaves } from '../titles-of-waves.ts'

const chosenFields = {
  welle: z.string().max(40).default(''),
  vorlage: z.string().max(60).default(''),
  tag: z.string().trim().max(40).default(''),
  stunde: z.string().max(4).default('9'),
}
const asked = z.looseObject(chosenFields)
const numbers = z
  .string()
  .regex(/^(\d+(,\d+)*)?$/)
  .transform((list) => (list === '' ? [] : list.split(',').map(Number)))
const planning = z.strictObject({
  _csrf: z.string(),
  ...chosenFields,
  einheit: z.unknown().optional(),
  umfang: z.unknown().optional(),
  auswahl: z.unknown().optional(),
  marke: z.uuid(),
  gezeigt: numbers,
  an: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ticked) => [ticked].flat().map(Number)),
})

const plannedOf = ({ welle, vorlage, tag, stunde, ...rest }: z.infer<typeof asked>): Planned => ({
  wave: welle,
  template: vorlage,
  day: tag,
  hour: stunde,
  only: readChosen(rest),
})

/** When it is to go: now where no day is named. */
function timeOf({ day, hour }: Planned): { at: Date | undefined; twice: boolean } | { problem: string } {
  if (day === '') return { at: undefined, twice: false }
  const read = readDay(day)
  if (read.state !== 'given') return { problem: 'Bitte geben Sie einen Tag an, zum Beispiel 24.11.2026.' }
  return readPlannedTime(read.value, hour)
}

/** Plans a mailing: first whom it would go to, then the button. */
export function addMailingRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context

  /** The participants that were chosen in the list; undefined: all whom the template is meant for. */
  async function onlyOf({ wave, only }: Planned, account: number): Promise<number[] | undefined> {
    const found = only === undefined ? undefined : await askedWave(context, wave)
    if (only === undefined || found === undefined) return undefined
    return pickChosen(await fieldParticipants(context, found.wave, account), only).map(({ id }) => id)
  }

  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    chosen: Planned,
    field: string,
    sentences: string[],
  ) {
    const errors = sentences.map((message) => ({ field, message }))
    const page = faultyMailingPage(await titlesOfWaves(context), chosen, errors)
    return show(request, reply.code(400), 'intern/mailing', 'Sendung planen', page)
  }

  app.get(mailingHref, { config: { right: 'field.read' } }, async (request, reply) => {
    const typed = asked.safeParse(request.query)
    if (!typed.success) return reply.problem('badForm')
    const chosen = plannedOf(typed.data)
    const template = templateOf(chosen.template)
    const waves = await titlesOfWaves(context)
    const waveTitle = waves.get(chosen.wave)
    if (waveTitle === undefined) return refuse(request, reply, chosen, 'welle', ['Bitte wählen Sie eine Erhebung.'])
    if (template === undefined) return refuse(request, reply, chosen, 'vorlage', ['Bitte wählen Sie eine Vorlage.'])
    const time = timeOf(chosen)
    if ('problem' in time) return refuse(request, reply, chosen, 'tag', [time.problem])
    try {
      await checkMailing(db, config.mail, { ...chosen, at: time.at })
    } catch (error) {
      if (error instanceof InputError) return refuse(request, reply, chosen, 'tag', error.sentences)
      throw error
    }
    const { accountId, role } = request.staff
    const only = await onlyOf(chosen, accountId)
    const at = time.at ?? new Date()
    const found = await recipientsOf(context, template, { wave: chosen.wave, at, only, accountId })
    const page = mailingPage({
      ...{ template, waveTitle, waves, chosen, ...time },
      ...{
        recipients: found.all,
        unreachable: found.unreachable,
        left: only && only.length - found.all.length - found.unreachable.length,
      },
      mark: randomUUID(),
      mayManage: hasRight(role, 'field.manage'),
      most: config.twoAccounts ? config.twoAccountsAbove : undefined,
    })
    return show(request, reply, 'intern/mailing', 'Sendung planen', page)
  })

  app.post(mailingHref, { config: { right: 'field.manage' } }, async (request, reply) => {
    const typed = planning.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { marke: mark, gezeigt: shown, an: ticked } = typed.data
    const chosen = plannedOf(typed.data)
    const time = timeOf(chosen)
    if ('problem' in time) return refuse(request, reply, chosen, 'tag', [time.problem])
    const isTicked = new Set(ticked)
    const except = shown.filter((id) => !isTicked.has(id))
    const { accountId } = request.staff
    try {
      const only = await onlyOf(chosen, accountId)
      const { wave } = await checkMailing(db, config.mail, { ...chosen, at: time.at })
      const asked = { template: chosen.template, at: time.at?.toISOString(), except, only }
      const outcome = await propose(context, { act: 'send_mail', wave, asked, reason: '', by: accountId, mark })
      if ('faults' in outcome) return refuse(request, reply, chosen, 'tag', outcome.faults)
      return reply.redirect(
        `${mailOfWaveHref(chosen.wave)}&getan=${'waits' in outcome ? 'vorgeschlagen' : 'geplant'}`,
        303,
      )
    } catch (error) {
      if (error instanceof InputError) return refuse(request, reply, chosen, 'tag', error.sentences)
      throw error
    }
  })
}
