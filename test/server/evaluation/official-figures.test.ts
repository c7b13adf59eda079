import t from 'tap'
import { comparisonReports } from '../../../analysis/report/comparison.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../server/forms/form.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const

/** Figures of all 44 Kreise: 1000 and its number, and five more a year later; and inhabitants of all Kommunen, one more each. */
async function officialWorld(t: Parameters<typeof admindataWorld>[0]) {
  const world = await admindataWorld(t)
  const units = await withRegistry(world)
  const kreise = [...new Set(units.map((unit) => unit.slice(0, 3)))]
  const years = [
    ['2018-12-31', 0],
    ['2019-12-31', 5],
  ] as const
  await world.load(
    'kreise.csv',
    flatFile(
      ...years.flatMap(([time, more]) =>
        kreise.map((kreis, place) => ({
          time,
          key: `08${kreis}`,
          value: 1_000 + place + more,
          measure: 'BEV030' as const,
        })),
      ),
    ),
  )
  await world.load(
    'kommunen.csv',
    flatFile(
      ...years.flatMap(([time, more]) =>
        units.map((unit, place) => ({ time, key: `08${unit}`, value: 500 + place + more })),
      ),
    ),
  )
  for (const survey of waves)
    await addWave(world, survey, units, (_unit, place) => (place < 40 ? { zp_gesamt: place } : undefined))
  const compare = async (request: Omit<PanelRequest, 'waves'>) => {
    const answer = await comparePanel(world, new Forms(), { waves, ...request })
    const step = answer.compared.variables[0]?.steps[0]
    const [report] = comparisonReports({ ...answer, origin: answer.provenance })
    if (step === undefined || report === undefined) throw new Error('a step')
    return { step, report, provenance: answer.provenance }
  }
  return { kreise, compare }
}

t.test('what exists per Kreis counts per Kreis, and a register of all is described, not tested', async (t) => {
  const { kreise, compare } = await officialWorld(t)

  t.test('44 Kreise, their own sums', async (t) => {
    const { step, report } = await compare({ variables: ['schutzsuchende'] })
    const { result, size } = step.total
    t.equal(kreise.length, 44)
    t.match(size, { units: 44, pairs: 44 })
    // 44 × 1000 + (0 + 1 + … + 43), and 44 × 5 more.
    t.match(result, {
      kind: 'number',
      pairs: { before: { total: { sum: 44_946 } }, after: { total: { sum: 45_166 } } },
    })
    t.match(result, { change: { change: 5, test: { notDefined: 'complete' } }, signedRank: { notDefined: 'complete' } })
    t.match(report.sections[0]?.sentences, ['Aus 44.946 wurden 45.166 (+220).'])
    t.match(report.notes.join(' '), /Gezählt sind die Kreise, nicht ihre Kommunen/)
  })

  t.test('groups and filters of whole Kreise are fine, others are refused', async (t) => {
    const { step } = await compare({ variables: ['schutzsuchende'], by: 'regierungsbezirk' })
    t.strictSame(
      step.groups.map(({ size }) => size.units),
      [13, 12, 10, 9],
      'Kreise of Stuttgart, Karlsruhe, Freiburg and Tübingen',
    )
    t.match((await compare({ variables: ['schutzsuchende'], filters: ['kreis=117'] })).step.total.size, { units: 1 })
    await t.rejects(compare({ variables: ['schutzsuchende'], by: 'groesse' }), {
      name: 'InputError',
      message: /nur für ganze Kreise bekannt und lässt sich deshalb nicht nach „Größe der Kommune“ teilen/,
    })
    await t.rejects(compare({ variables: ['schutzsuchende'], filters: ['groesse=unter_2'] }), {
      message: /nur für ganze Kreise bekannt, der Filter trifft aber nur Teile davon/,
    })
  })

  t.test('inhabitants of all Kommunen: no test, no weights', async (t) => {
    const { step, report } = await compare({ variables: ['einwohner'], weights: 'einwohner' })
    const { result } = step.total
    t.match(step.total.size, { units: 1_101, pairs: 1_101 })
    t.match(result, { change: { change: 5, se: { notDefined: 'complete' }, interval: { notDefined: 'complete' } } })
    t.equal(result?.kind === 'number' && result.weighted, undefined)
    t.equal(step.total.adjusted?.main, undefined)
    const cells = report.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()))
    t.notOk(cells.some(({ kind }) => kind === 'p'))
    t.match(report.notes.join(' '), /beschrieben, nicht getestet und nicht gewichtet/)
  })
})
