import { z } from 'zod'
import { formatDate } from '../../surveys/reading/dates.ts'
import { listExtensions, undoExtension } from '../store/extensions.ts'
import { dayFromToday } from '../store/waves.ts'
import type { About, Act } from './act.ts'
import { whyNotUndone } from './extension-faults.ts'

const shape = z.object({ extension: z.number() })

async function extensionOf({ db, wave, asked, by }: About) {
  const [found] = await listExtensions(db, wave.id, { id: shape.parse(asked).extension, account: by })
  return found
}

/** Gives back an extension: to all, or to those who had it, the day that they had before. */
export const undoExtensionAct: Act = {
  label: 'Verlängerung zurücknehmen',
  async reachesMany(about) {
    const found = await extensionOf(about)
    return found?.everybody === true && about.wave.state === 'open' && !about.wave.test
  },
  async faults(about) {
    const found = await extensionOf(about)
    if (found === undefined) return ['Diese Verlängerung gibt es nicht.']
    if (found.concernsOthers) return ['Diese Verlängerung betrifft auch andere als die, für die Ihr Konto arbeitet.']
    const why = whyNotUndone(found, about.wave, await dayFromToday(about.db, 0))
    return why === '' ? [] : [why]
  },
  async preview(about) {
    const found = await extensionOf(about)
    return [
      { label: 'Frist jetzt', value: found === undefined ? '' : formatDate(found.frist) },
      { label: 'Frist danach', value: formatDate(found?.former ?? about.wave.frist) },
    ]
  },
  async run(about) {
    const { db, wave, by } = about
    const found = await extensionOf(about)
    if (found === undefined) throw new Error('an extension that was there is gone')
    await undoExtension(db, { ...found, wave: wave.id }, by)
    return 'Die Verlängerung ist zurückgenommen.'
  },
}
