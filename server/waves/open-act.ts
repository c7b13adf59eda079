import { z } from 'zod'
import { formatDate, isDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { whyNotOpen } from '../operator/why-not-open.ts'
import { countsOf, dayFromToday, openWave, planOpening } from '../store/waves.ts'
import type { About, Act } from './act.ts'
import { whyOnPurpose } from './why-on-purpose.ts'

const shape = z.object({ on: z.string().optional() })

/** Opens a wave: now, or by itself on a day. */
export const openAct: Act = {
  label: 'Erhebung öffnen',
  reachesMany: async ({ wave }) => !wave.test,
  async faults(about) {
    const { db, config, wave, reason } = about
    const today = await dayFromToday(db, 0)
    const day = shape.parse(about.asked).on ?? today
    const purposes = whyOnPurpose(wave, day)
    return [
      ...(wave.state === 'open' ? ['Die Erhebung ist schon geöffnet.'] : []),
      ...(wave.trial_ended_at === null ? [] : ['Der Probelauf ist beendet.']),
      ...(isDate(day) ? [] : ['Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.']),
      ...(day < today ? [`Der ${formatDate(day)} ist schon vorbei.`] : []),
      ...(wave.synthetic ? [] : whyNotOpen(config.operator)),
      ...(reason.trim() === ''
        ? purposes.map((why) => `${why} Das geht nur mit Absicht: Bitte geben Sie den Grund an.`)
        : []),
    ]
  },
  async preview(about) {
    const { db, wave } = about
    const { on } = shape.parse(about.asked)
    const { participants, withAddress, withCode } = await countsOf(db, wave.id)
    const day = on ?? (await dayFromToday(db, 0))
    return [
      { label: 'Öffnet', value: on === undefined ? 'sofort' : `am ${formatDate(on)}, von selbst` },
      { label: 'Frist', value: formatDate(wave.frist) },
      { label: 'Teilnehmende', value: formatNumber(participants) },
      { label: 'Mit Zugangscode', value: formatNumber(withCode) },
      { label: 'Mit Anschrift', value: formatNumber(withAddress) },
      ...whyOnPurpose(wave, day).map((value) => ({ label: 'Achtung', value })),
    ]
  },
  async run(about: About) {
    const { db, wave, reason, by } = about
    const { on } = shape.parse(about.asked)
    if (on === undefined) {
      await openWave(db, wave.id, { by, reason })
      return `Welle ${wave.id} ist geöffnet.`
    }
    await planOpening(db, wave.id, on, { by, reason })
    return `Welle ${wave.id} öffnet am ${formatDate(on)} von selbst.`
  },
}
