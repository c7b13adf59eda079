import { z } from 'zod'
import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { Forms } from '../forms/form.ts'
import { extensionMail, tellExtension, toldOfFrist } from '../mail/tell-extension.ts'
import { faultsOfTemplate } from '../mail/template-files.ts'
import { extendAll } from '../store/extensions.ts'
import { countsOf, dayFromToday } from '../store/waves.ts'
import type { About, Act } from './act.ts'
import { extensionFaults } from './extension-faults.ts'

const shape = z.object({
  frist: z.string(),
  /** Whoever has not answered is told by mail. */
  mail: z.boolean().default(false),
})
const askedOf = ({ asked }: About) => shape.parse(asked)

const reached = ({ db, pool, wave }: About, frist: string) =>
  toldOfFrist({ db, pool, forms: new Forms() }, { wave: wave.id, frist })

/** Moves the last day of a whole wave. */
export const extendAct: Act = {
  label: 'Frist für alle ändern',
  reachesMany: async ({ wave }) => wave.state === 'open' && !wave.test,
  async faults(about) {
    const { db, config, wave, reason } = about
    const { frist, mail } = askedOf(about)
    const today = await dayFromToday(db, 0)
    const found = extensionFaults({ frist, reason, everybody: true, wave, today })
    return [...found.map(({ message }) => message), ...(mail ? await faultsOfTemplate(config.mail, extensionMail) : [])]
  },
  async preview(about) {
    const { db, wave } = about
    const { frist, mail } = askedOf(about)
    const { participants, ownFrist } = await countsOf(db, wave.id)
    return [
      { label: 'Frist bisher', value: formatDate(wave.frist) },
      { label: 'Frist neu', value: `${formatDate(frist)}${frist < wave.frist ? ' – früher als bisher' : ''}` },
      { label: 'Betrifft', value: `${formatNumber(participants)} Teilnehmende` },
      ...(ownFrist === 0 ? [] : [{ label: 'Mit eigener Frist', value: `${ownFrist}; eine spätere behalten sie` }]),
      {
        label: 'E-Mail „Verlängerung gewährt“',
        value: mail ? `sogleich, zurzeit an ${formatNumber((await reached(about, frist)).length)}` : 'keine',
      },
    ]
  },
  async run(about) {
    const { db, config, wave, reason, by, isAgreed } = about
    const { frist, mail } = askedOf(about)
    const told = mail ? (await reached(about, frist)).map(({ participant }) => participant.id) : []
    const extension = await extendAll(db, { wave: wave.id, frist, reason, by })
    const done = `Die Frist für alle endet jetzt am ${formatDate(frist)}.`
    if (told.length === 0) return mail ? `${done} Niemand bekommt darüber eine E-Mail.` : done
    const most = isAgreed ? undefined : config.twoAccountsAbove
    const job = await tellExtension(db, config.mail, { wave: wave.id, extension, only: told, accountId: by, most })
    return `${done} ${formatNumber(told.length)} bekommen eine E-Mail (Auftrag ${job}).`
  },
}
