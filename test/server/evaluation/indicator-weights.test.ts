import t from 'tap'
import { moments } from '../../../analysis/stats/moments.ts'
import { random } from '../../../analysis/stats/random.ts'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { attritionOfPanel } from '../../../server/evaluation/attrition-panel.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { readIndicatorCovariates } from '../../../server/evaluation/indicator-covariates.ts'
import { Forms } from '../../../server/forms/form.ts'
import { stichtag } from '../../support/child.ts'
import { defined } from '../../support/defined.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, populations, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const
const indicators = ['gefluechtete']

/**
 * Kommunen with many refugees for their size answer the later wave more, and there the number rises; on average it stays where it
 * was. Nothing else matters.
 */
async function plantedWorld(world: FreshDatabase): Promise<void> {
  const units = await withRegistry(world)
  await loadSeries(world)
  const known = await populations(world)
  const facts = units.map((unit) => ({
    unit,
    name: '',
    kreis: unit.slice(0, 3),
    kreisName: '',
    regierungsbezirk: '',
    einwohner: known.get(unit),
  }))
  const [covariate] = await readIndicatorCovariates(world.db, indicators, {
    survey: { wave: 'umfrage-1', stichtag: '2018-12-15' },
    units: facts,
    state: 1,
  })
  if (covariate === undefined) throw new Error('no figures')
  const { mean, squares } = moments([...covariate.values])
  const load = [...covariate.values].map((value) => (value - mean) / Math.sqrt(squares / (units.length - 1)))
  const next = random(11)
  await addWave(world, 'umfrage-1', units, () => ({ zp_gesamt: 1_000 }))
  await addWave(world, 'umfrage-4', units, (_unit, place) =>
    next() < 1 / (1 + Math.exp(-0.8 * (load[place] as number)))
      ? { zp_gesamt: Math.round(1_000 + 100 * (load[place] as number) + 60 * (next() - 0.5)) }
      : undefined,
  )
}

t.test('administrative figures say who is missing, and weights made from them make up for it', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await plantedWorld(world)
  const forms = new Forms()
  const changeOf = async (request: Partial<PanelRequest>) => {
    const { compared, provenance } = await comparePanel(world, forms, { waves, variables: ['zp_gesamt'], ...request })
    const result = compared.variables[0]?.steps[0]?.total.result
    if (result?.kind !== 'number') throw new Error('a number')
    return {
      plain: defined(result.change).change,
      weighted: result.weighted === undefined ? Number.NaN : defined(result.weighted).change,
      provenance,
    }
  }

  t.test('those who stayed have more refugees; the logit finds the planted odds', async (t) => {
    const { attrition, provenance } = await attritionOfPanel(world, forms, { waves, indicators })
    const found = attrition.covariates.find(({ name }) => name === 'gefluechtete')
    t.match(found?.label, /je 1\.000 Einwohner, 31\.12\.2018$/)
    t.ok(defined(found?.differences.stayed?.standardised ?? 0) > 0.5)
    const model = defined(attrition.models.stayed)
    const significant = model.coefficients.filter(({ test }) => defined(test).p < 0.001).map(({ name }) => name)
    t.ok(significant.includes('gefluechtete') && !significant.includes('ln_einwohner'), significant.join(' '))
    t.match(provenance.indicators, [{ name: 'gefluechtete', batches: [/^\d+$/] }])
  })

  t.test('only weights that know the figure take the bias away', async (t) => {
    const blind = await changeOf({ weights: 'rake' })
    t.ok(blind.plain > 25, `plain: ${blind.plain} instead of 0`)
    t.ok(blind.weighted > 25, `weights by size and Regierungsbezirk: ${blind.weighted}`)
    const inverse = await changeOf({ weights: 'ipw', indicators })
    t.ok(Math.abs(inverse.weighted) < 8, `ipw: ${inverse.weighted}`)
    t.match(inverse.provenance, {
      indicators: [{ name: 'gefluechtete' }],
      weightReport: { madeFrom: [{}, { name: 'gefluechtete' }, {}] },
    })
    const raked = await changeOf({ weights: 'rake', indicators })
    t.ok(Math.abs(raked.weighted) < 0.4 * raked.plain, `rake, in thirds: ${raked.weighted}`)
  })

  t.test('what cannot be is said', async (t) => {
    await t.rejects(changeOf({ weights: 'post', indicators }), { message: /rake oder ipw/ })
    await t.rejects(changeOf({ weights: 'ipw', indicators: ['geflüchtete'] }), { message: /admindata catalogue/ })
    await t.rejects(changeOf({ weights: 'ipw', indicators: ['gefluechtete@1999'] }), {
      message: /gibt es keine Zahlen/,
    })
    await t.rejects(changeOf({ weights: 'ipw', indicators: ['gefluechtete@neulich'] }), {
      message: /„neulich“ ist keine Zeit/,
    })
    const env = { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) }
    const compare = ['panel', 'compare', ...waves, '--variable', 'zp_gesamt', '--indicator', 'gefluechtete']
    t.equal((await stichtag(compare, env)).code, 2, 'a figure that nothing would be made from')
    const weighted = await stichtag([...compare, '--weights', 'ipw'], env)
    t.match(weighted.stdout, /gefluechtete: .* je 1\.000 Einwohner, 31\.12\.2018; Import \d+\./)
    const missing = await stichtag(['panel', 'attrition', ...waves, '--indicator', 'gefluechtete'], env)
    t.match(missing.stdout, /std\. Differenz/)
    t.match(missing.stdout, /Import \d+\./)
  })
})
