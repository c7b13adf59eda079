import t from 'tap'
import { reasonOf } from '../../../analysis/panel/reasons.ts'
import { waveValues } from '../../../analysis/panel/wave-values.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { loadPanel } from '../../../server/evaluation/open-panel.ts'
import { openWaves } from '../../../server/evaluation/open-waves.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { Forms, makeForm } from '../../../server/forms/form.ts'
import { figuresOf } from '../../support/comparison-figures.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

const kept = new KeptScripts('stated-bases')

/** The surveys as published, and without the reason that the numbers are of all who are cared for. */
const offering = new Forms()
const without = new Forms(async ({ survey }) => {
  const instrument = await published(survey)
  const offered = [...instrument.reasonsOf].map(([check, some]) => [check, some.filter((one) => !one.base)] as const)
  return makeForm({ ...instrument, reasonsOf: new Map(offered) })
})

t.test('a share is one of the base that a reason names, in the panel, and in scripts as on the page', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(world)).filter((unit) => unit.startsWith('117')).slice(0, 14)
  const answer = (_unit: string, place: number): Answers => ({
    im_gesamt: 80,
    im_plan: 40,
    im_kurs_jetzt: 10 + place,
    im_kurs_jetzt_unbekannt: 2,
  })
  await addWave(world, 'umfrage-1', units, answer)
  await addWave(world, 'umfrage-4', units, (unit, place) => answer(unit, 2 * place))
  const [stated = '', contradicting = '', silent = ''] = units
  const tooMany = { im_gesamt: 62, im_plan: 40, im_kurs_jetzt: 45, im_kurs_jetzt_unbekannt: 2 }
  const said = (check: string) => ({ check, values: {}, reason: 'alle_betreuten', text: 'Auch ohne Plan.' })
  const checks = ['im_kurs_jetzt_hoechstens_plan', 'im_alpha_hoechstens_plan']
  await correct(world, 'umfrage-1', stated, tooMany, [...checks, 'im_kurs_jetzt_hoechstens_plan'].map(said))
  await correct(world, 'umfrage-1', contradicting, tooMany, [said('im_alpha_hoechstens_plan')])
  const withoutAll = { im_plan: 40, im_kurs_jetzt: 39, im_kurs_jetzt_unbekannt: 2 }
  await correct(world, 'umfrage-1', silent, withoutAll, [said('im_kurs_jetzt_hoechstens_plan')])

  const waves = ['umfrage-1', 'umfrage-4']
  const variables = ['im_kurs_jetzt_anteil']
  const shareIn = async (forms: Forms, unit: string) => {
    const { surveys, variable } = await openWaves(world.db, forms, waves)
    const share = variable('im_kurs_jetzt_anteil')
    const { panel } = await loadPanel(world, surveys, surveys, [share])
    const { values, reasons } = waveValues(share, panel, 'umfrage-1').result
    const place = panel.units.indexOf(unit)
    return reasonOf(reasons[place] ?? 0) ?? Math.round((values[place] ?? 0) * 1e6) / 1e6
  }
  t.equal(await shareIn(offering, stated), 75, '45 of 62, less 2 of whom nothing is known')
  t.equal(await shareIn(without, stated), 'widerspruch', 'without the reason they contradict each other')
  t.equal(await shareIn(offering, contradicting), 'widerspruch', 'a reason for something else says nothing here')
  t.equal(await shareIn(offering, silent), 'widerspruch', 'a base that was not given takes no place')

  const compared = await comparePanel(world, offering, { waves, variables })
  const [step] = compared.compared.variables[0]?.steps ?? []
  const [script, stata] = scriptsOf(compared)
  if (step === undefined || script === undefined || stata === undefined) return t.fail('a comparison has its scripts')
  t.match(stata.text, `replace basis_vorher = basis_vorher - im_plan + im_gesamt if einheit == "${stated}"`)
  const folder = t.testdir({})
  await exportWaves(world, waves, folder)
  await kept.hold(t, 'share', { script, ours: figuresOf(step), folder })
  await kept.renew()
})
