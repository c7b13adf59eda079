import { z } from 'zod'
import { formatNumber } from '../../surveys/reading/number.ts'
import { dayAndTime } from '../domain/german-time.ts'
import { InputError } from '../errors/input-error.ts'
import { Forms } from '../forms/form.ts'
import { checkPlan, queueMailing, type WantedMailing } from '../mail/queue.ts'
import { recipientsOf } from '../mail/recipients.ts'
import { templateOf } from '../mail/templates.ts'
import { participantIds } from '../store/scopes.ts'
import type { About, Act } from './act.ts'

const shape = z.object({
  template: z.string(),
  /** Missing: at once. */
  at: z.iso.datetime().optional(),
  except: z.array(z.number()).default([]),
  only: z.array(z.number()).optional(),
})

function wantedOf({ asked, wave, by, mark }: About): WantedMailing & { except: number[] } {
  const { at, ...rest } = shape.parse(asked)
  return { ...rest, wave: wave.id, at: at === undefined ? undefined : new Date(at), accountId: by, mark }
}

/** Whom it would reach, as far as that can be known now: whoever is not asked yet meets no condition, and may at that hour. */
async function reached(about: About): Promise<number> {
  const { db, pool, wave } = about
  const { template: name, at, except, only, accountId } = wantedOf(about)
  const template = templateOf(name)
  if (template === undefined) return 0
  const found = await recipientsOf({ db, pool, forms: new Forms() }, template, {
    ...{ wave: wave.id, only, accountId },
    at: at ?? new Date(),
  })
  const meant =
    at !== undefined && wave.state === 'created'
      ? [...(await participantIds(db, wave.id, accountId)).values()].filter((id) => only?.includes(id) ?? true)
      : found.all.map(({ participant }) => participant.id)
  return meant.filter((id) => !except.includes(id)).length
}

/** Sends a mail to many. */
export const sendMailAct: Act = {
  label: 'E-Mails senden',
  reachesMany: async (about) => (await reached(about)) > about.config.twoAccountsAbove,
  async faults(about) {
    try {
      await checkPlan(about.db, about.config.mail, wantedOf(about))
      return []
    } catch (error) {
      if (error instanceof InputError) return [...error.sentences]
      throw error
    }
  },
  async preview(about) {
    const { template: name, at, except } = wantedOf(about)
    const template = templateOf(name)
    return [
      { label: 'Vorlage', value: template?.title ?? name },
      { label: 'An', value: template?.to ?? '' },
      { label: 'Empfänger', value: `zurzeit ${formatNumber(await reached(about))}` },
      { label: 'Wann', value: at === undefined ? 'sofort nach der Zustimmung' : dayAndTime(at) },
      ...(except.length === 0 ? [] : [{ label: 'Ausgenommen', value: formatNumber(except.length) }]),
    ]
  },
  async run(about) {
    const { db, config, isAgreed } = about
    const wanted = wantedOf(about)
    const most = isAgreed ? undefined : config.twoAccountsAbove
    const job = await queueMailing(db, config.mail, { ...wanted, most })
    return `Die Sendung ist geplant (Auftrag ${job}).`
  },
}
