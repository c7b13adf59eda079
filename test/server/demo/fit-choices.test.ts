import { readFile } from 'node:fs/promises'
import t from 'tap'
import { fitChoices } from '../../../server/demo/fit-choices.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { Random } from '../../../server/demo/random.ts'
import { published } from '../../support/published.ts'

async function fittingOf(survey: string) {
  const file = new URL(`../../../server/demo/profiles/${survey}.json`, import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  const instrument = await published(survey)
  return (typed: Record<string, string>) => {
    const fitting = fitChoices(instrument, profile, typed, new Random('passend'))
    return Object.fromEntries(Object.entries(fitting).filter(([, value]) => value !== ''))
  }
}

t.test('what a number counts is ticked', async (t) => {
  const fit = await fittingOf('umfrage-1')
  const typed = { zg_gruppe_erlaubnis: '1', zp_status_erlaubnis: '40', zp_status_duldung: '3' }
  t.strictSame(fit(typed), { ...typed, zg_gruppe_duldung: '1' })
  t.strictSame(fit({ ...typed, zp_status_duldung: '0' }), { ...typed, zp_status_duldung: '0' })
})

t.test(
  'an option that nobody stands for is taken back with its text, and another one chosen if none is left',
  async (t) => {
    const fit = await fittingOf('umfrage-2')
    const persons = { vor_personen: '0', vor_vzae: '0' }
    const typed = { vor_wer_sozialarbeit_kreis: '1', vor_wer_andere: '1', vor_wer_andere_text: 'Verein' }
    t.strictSame(fit({ ...typed, ...persons }), { ...persons, vor_wer_niemand: '1' })
    const some = { vor_wer_niemand: '1', vor_personen: '2', vor_vzae: '1' }
    const { vor_wer_niemand, ...fitting } = fit(some)
    t.equal(vor_wer_niemand, undefined)
    t.match(fitting, { vor_personen: '2', vor_vzae: '1' })
    t.equal(Object.keys(fitting).length, 3)
  },
)

t.test('who is said to do it is ticked, and who decides is one of those with whom it lies', async (t) => {
  const fit = await fittingOf('umfrage-2')
  const typed = { organisation: 'kommune', nach_wer_mitarbeit_kommune: '1', entscheidung: 'traeger' }
  const { entscheidung, ...others } = fit(typed)
  t.strictSame(others, { organisation: 'kommune', nach_wer_mitarbeit_kommune: '1', nach_wer_im_kommune: '1' })
  t.not(entscheidung, 'traeger')
  t.not(entscheidung, undefined)
})

t.test('numbers stay, also where they alone do not fit', async (t) => {
  const fit = await fittingOf('umfrage-2')
  const typed = { vor_wer_sozialarbeit_kreis: '1', vor_personen: '2', vor_vzae: '0' }
  t.strictSame(fit(typed), typed)
})
