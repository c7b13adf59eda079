import { z } from 'zod'
import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { extendAll } from '../store/extensions.ts'
import { countsOf, dayFromToday } from '../store/waves.ts'
import type { About, Act } from './act.ts'
import { extensionFaults } from './extension-faults.ts'

const shape = z.object({ frist: z.string() })
const fristOf = ({ asked }: About) => shape.parse(asked).frist

/** Moves the last day of a whole wave. */
export const extendAct: Act = {
  label: 'Frist für alle ändern',
  reachesMany: async ({ wave }) => wave.state === 'open' && !wave.test,
  async faults(about) {
    const { db, wave, reason } = about
    const today = await dayFromToday(db, 0)
    const found = extensionFaults({ frist: fristOf(about), reason, everybody: true, wave, today })
    return found.map(({ message }) => message)
  },
  async preview(about) {
    const { db, wave } = about
    const frist = fristOf(about)
    const { participants, ownFrist } = await countsOf(db, wave.id)
    return [
      { label: 'Frist bisher', value: formatDate(wave.frist) },
      { label: 'Frist neu', value: `${formatDate(frist)}${frist < wave.frist ? ' – früher als bisher' : ''}` },
      { label: 'Betrifft', value: `${formatNumber(participants)} Teilnehmende` },
      ...(ownFrist === 0 ? [] : [{ label: 'Mit eigener Frist', value: `${ownFrist}; eine spätere behalten sie` }]),
    ]
  },
  async run(about) {
    const { db, wave, reason, by } = about
    const frist = fristOf(about)
    await extendAll(db, { wave: wave.id, frist, reason, by })
    return `Die Frist für alle endet jetzt am ${formatDate(frist)}.`
  },
}
