import { readFile } from 'node:fs/promises'
import { inventAnswers } from '../../server/demo/invent.ts'
import { readProfile } from '../../server/demo/profile.ts'
import { Random } from '../../server/demo/random.ts'
import type { Instrument } from '../../surveys/instrument.ts'

/** A complete answer to Umfrage 1 that fits together: every number, some ticks, texts and comments. */
export async function completeAnswer(instrument: Instrument): Promise<Record<string, string>> {
  const file = new URL('../../server/demo/profiles/umfrage-1.json', import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  const faultless = { ...profile, blank: 0, slip: 0, comment: 0.3, notAvailable: { zp_kinder18: 1 } }
  const facts = { unit: '117019', name: 'Eislingen/Fils', einwohner: 22_325, gemeinden: [] }
  return { gkz: '117019', ...inventAnswers(instrument, faultless, facts, new Random('complete 2')) }
}
