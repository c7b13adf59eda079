import t from 'tap'
import { hasValue } from '../../../analysis/panel/column.ts'
import { attritionOfPanel } from '../../../server/evaluation/attrition-panel.ts'
import { chooseGrouping, chooseVariable } from '../../../server/evaluation/choose.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { continuesOf } from '../../../server/evaluation/continues.ts'
import { readIndicatorCovariates } from '../../../server/evaluation/indicator-covariates.ts'
import { loadPanel } from '../../../server/evaluation/open-panel.ts'
import { loadRules, loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'
import { sentencesOf } from '../../support/sentences-of.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const
const fact = (unit: string) => ({ unit, name: '', kreis: '', kreisName: '', regierungsbezirk: '', einwohner: 1_000 })

t.test('a part of an indicator can be named wherever an indicator can', async (t) => {
  const world = await admindataWorld(t)
  const units = await withRegistry(world)
  await addWave(world, 'umfrage-1', units, () => ({ zp_gesamt: 10 }))
  await addWave(world, 'umfrage-4', units, (_unit, place) => (place % 3 === 0 ? undefined : { zp_gesamt: 12 }))
  await world.load(
    'frauen.csv',
    flatFile(
      ...['2018-12-31', '2019-12-31'].flatMap((time) =>
        units.map((unit, place) => ({ time, key: `08${unit}`, sex: 'GESW', value: 100 + place }) as const),
      ),
    ),
  )
  const forms = new Forms()
  const [rules, surveys] = await Promise.all([loadRules(), loadSurveys(world.db, forms)])
  const compared = surveys.filter(({ wave }) => (waves as readonly string[]).includes(wave))
  const variableOf = (name: string) => chooseVariable(name, compared, rules, continuesOf(rules))

  t.test('as a variable', async (t) => {
    const variable = variableOf('einwohner:GES=GESW')
    t.match(variable, { name: 'einwohner_gesw', label: 'Einwohnerzahl, GES=GESW' })
    const { panel } = await loadPanel(world, compared, compared, [variable])
    const column = panel.waves[0]?.columns.get('einwohner_gesw')
    t.equal(column && hasValue(column, 0) && column.values[0], 100)
  })

  t.test('to group by, and as a filter', async (t) => {
    const by = 'einwohner:GES=GESW'
    const { provenance } = await comparePanel(world, forms, { waves, variables: ['zp_gesamt'], by })
    t.equal(provenance.grouping, 'Einwohnerzahl, GES=GESW')
    const filtered = await comparePanel(world, forms, {
      waves,
      variables: ['zp_gesamt'],
      filters: ['einwohner:GES=GESW=1'],
    })
    t.equal(filtered.indices.length, 367)
    t.match(chooseGrouping('einwohner:GES=GESW', compared, surveys, rules, continuesOf(rules)), { kind: 'indicator' })
  })

  t.test('beside who is missing, with a time', async (t) => {
    const indicators = ['einwohner:GES=GESW@2018']
    const { attrition } = await attritionOfPanel(world, forms, { waves, indicators })
    t.match(
      attrition.covariates.find(({ name }) => name === 'einwohner_gesw')?.label,
      /^Einwohnerzahl, GES=GESW je 1\.000 Einwohner, 31\.12\.2018$/,
    )
  })

  t.test('what there is not is said, with what there is', async (t) => {
    const { state } = await readSnapshot(world.pool)
    const survey = { wave: 'umfrage-1', stichtag: '2018-12-31' }
    const read = (text: string) => readIndicatorCovariates(world.db, [text], { survey, units: [fact('115003')], state })
    t.strictSame(await sentencesOf(read('einwohner:ges=gesw')), [
      'Zu „einwohner“ gibt es die Gliederung „ges=gesw“ nicht. Vorhanden: GES=GESW',
    ])
    t.strictSame(await sentencesOf(read('einwohner')), [
      'Zu „Einwohnerzahl“ (einwohner) gibt es keine Zahlen im Datenstand 1836.',
      'Eingelesen sind nur Teile davon; nennen Sie einen, etwa „einwohner:GES=GESW“. Vorhanden: GES=GESW',
    ])
    t.match(await sentencesOf(read('flaeche:GES=GESW')), [/Eingelesen ist dazu keine/])
    t.match(await sentencesOf(comparePanel(world, forms, { waves, variables: ['einwohner:GES=GESD'] })), [
      /Vorhanden: GES=GESW/,
    ])
  })
})
