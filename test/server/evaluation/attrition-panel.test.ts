import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { attritionOfPanel } from '../../../server/evaluation/attrition-panel.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../server/forms/form.ts'
import { stichtag } from '../../support/child.ts'
import { defined } from '../../support/defined.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct, populations, withRegistry } from '../../support/panel-world.ts'
import { told } from '../../support/told.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const

/**
 * All Kommunen; larger ones answer more, and those of the Regierungsbezirk Freiburg rarely answer the later wave. There the number
 * falls by twenty; elsewhere it rises by ten, and by twenty in Kommunen from 10,000 inhabitants on.
 */
async function plantedWorld(world: FreshDatabase): Promise<{ newest: number; truth: number }> {
  const units = await withRegistry(world)
  const size = await populations(world)
  const next = random(5)
  const answers = (unit: string, constant: number, number: number) =>
    next() < 1 / (1 + Math.exp(-(constant + 0.4 * Math.log((size.get(unit) ?? 0) / 5_000))))
      ? { zp_gesamt: number + Math.floor(10 * next()) }
      : undefined
  const change = (unit: string) => (unit.startsWith('3') ? -20 : 10) + ((size.get(unit) ?? 0) >= 10_000 ? 10 : 0)
  await addWave(world, 'umfrage-1', units, (unit) => answers(unit, 0.8, 100))
  const newest = await addWave(world, 'umfrage-4', units, (unit) =>
    answers(unit, unit.startsWith('3') ? -1 : 0.6, 100 + change(unit)),
  )
  return { newest, truth: units.reduce((sum, unit) => sum + change(unit), 0) / units.length }
}

t.test('who is missing in a database', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { newest, truth } = await plantedWorld(world)
  const forms = new Forms()

  t.test('counts are those of the database, and the planted reasons are found', async (t) => {
    const { attrition, provenance } = await attritionOfPanel(world, forms, { waves, variables: ['zp_gesamt'] })
    const { flow, rates, models, characteristics, covariates } = attrition
    t.equal(told(flow.both) + told(flow.dropped) + told(flow.joined) + told(flow.neither), 1_101)
    t.equal(told(rates.first.yes) + told(rates.second.yes), newest)
    t.equal(provenance.snapshot.submissions, newest)
    const model = defined(models.second)
    const freiburg = model.coefficients.find(({ label }) => /Freiburg statt/.test(label))
    t.ok(freiburg !== undefined && freiburg.interval[0] < -1.6 && -1.6 < freiburg.interval[1])
    const size = model.coefficients.find(({ name }) => name === 'ln_einwohner')
    t.ok(size !== undefined && size.interval[0] < 0.4 && 0.4 < size.interval[1])
    const district = characteristics.find(({ name }) => name === 'regierungsbezirk')
    t.ok(district !== undefined && defined(district.tests.second).p < 1e-10 && defined(district.tests.first).p > 0.001)
    t.strictSame(
      covariates.map(({ name, differences }) => [
        name,
        differences.stayed !== undefined,
        differences.second !== undefined,
      ]),
      [
        ['einwohner', true, true],
        ['zp_gesamt', true, false],
      ],
    )
  })

  t.test('weights take the planted bias away, and say what they were made from', async (t) => {
    for (const weights of ['post', 'rake', 'ipw']) {
      const { compared, provenance } = await comparePanel(world, forms, { waves, variables: ['zp_gesamt'], weights })
      const result = compared.variables[0]?.steps[0]?.total.result
      if (result?.kind !== 'number' || result.weighted === undefined) return t.fail('weighted')
      const [plain, weighted] = [defined(result.change), defined(result.weighted)]
      t.ok(plain.change - truth > 4, `plain: ${plain.change} instead of ${truth}`)
      t.ok(Math.abs(weighted.change - truth) < 1.5, `${weights}: ${weighted.change} instead of ${truth}`)
      const [low, high] = defined(weighted.interval)
      t.ok(low < truth && truth < high && high - low < 4)
      t.match(provenance.weightReport, { method: weights, population: 1_101, sample: result.pairs.n })
    }
    const flagged = await comparePanel(world, forms, { waves, variables: ['zp_status_nv'], weights: 'rake' })
    const result = flagged.compared.variables[0]?.steps[0]?.total.result
    t.match(result?.kind === 'category' && result.weighted, [{ code: '0' }, { code: '1', change: { after: 0 } }])
    const filtered = comparePanel(world, forms, {
      waves,
      variables: ['zp_gesamt'],
      weights: 'rake',
      filters: ['kreis=111'],
    })
    await t.resolves(filtered, 'a single Kommune is a class of its own')
  })

  t.test('no class of fewer than three Kommunen is shown', async (t) => {
    const { attrition } = await attritionOfPanel(world, forms, { waves })
    for (const { classes } of attrition.characteristics) {
      t.ok(classes.every(({ flow }) => told(flow.units) >= 3))
      t.equal(
        classes.reduce((sum, { flow }) => sum + told(flow.units), 0),
        1_101,
      )
    }
    const kreise = attrition.characteristics.find(({ name }) => name === 'kreis')?.classes.at(-1)
    t.match(kreise?.merged, ['Stadtkreis Stuttgart'], 'Stadtkreise are single Kommunen')
  })

  t.test('an earlier snapshot gives the earlier figures', async (t) => {
    const early = await attritionOfPanel(world, forms, { waves })
    const absent = await world.db
      .selectFrom('participant')
      .leftJoin('submission', 'submission.participant_id', 'participant.id')
      .select('unit')
      .where('wave_id', '=', 'umfrage-4')
      .where('submission.id', 'is', null)
      .executeTakeFirstOrThrow()
    await correct(world, 'umfrage-4', absent.unit, { zp_gesamt: 1 })
    const late = await attritionOfPanel(world, forms, { waves })
    t.equal(told(late.attrition.rates.second.yes), told(early.attrition.rates.second.yes) + 1)
    t.strictSame(await attritionOfPanel(world, forms, { waves, state: newest }), early)
  })

  t.test('the command: a table for people, JSON and CSV for programs, exit codes', async (t) => {
    const run = (...args: string[]) =>
      stichtag(['panel', 'attrition', ...args], { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) })
    const table = await run(...waves, '--variable', 'zp_gesamt')
    t.equal(table.code, 0, table.stderr)
    t.match(table.stdout, /^Arbeitsansicht, nicht zur Veröffentlichung/)
    t.match(table.stdout, /nur umfrage-1 \(ausgeschieden\) +\d+ \(\d/)
    t.match(table.stdout, /Größe der Kommune +Kommunen +beide/)
    t.match(table.stdout, /Verbleib: \d+ von \d+\. Alle Merkmale zusammen: χ²/)
    t.match(table.stdout, /Freiburg statt/)
    const json = JSON.parse((await run(...waves, '--format', 'json')).stdout)
    t.match(json, { waves: [...waves], units: 1_101, provenance: { units: 1_101 }, measures: [{ name: 'einwohner' }] })
    const csv = (await run(...waves, '--format', 'csv')).stdout.trim().split('\n')
    t.match(csv[0], /^von_welle,nach_welle,art,teilnahme,/)
    t.ok(csv.length > 100)
    const compare = [
      'panel',
      'compare',
      ...waves,
      '--variable',
      'zp_gesamt',
      '--by',
      'regierungsbezirk',
      '--weights',
      'ipw',
    ]
    const weighted = await stichtag(compare, { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) })
    t.match(weighted.stdout, /Veränderung \(gewichtet\)/)
    t.match(
      weighted.stdout,
      /Gewichte: inverse Teilnahmewahrscheinlichkeit\n +\d+, die alle Wellen beantwortet haben, stehen für 1\.101 befragte/,
    )
    t.match(weighted.stdout, /Designeffekt \(Kish\) 1,\d+/)
    const unknown = await run('umfrage-1', 'umfrag-4')
    t.equal(unknown.code, 1)
    t.match(unknown.stderr, /Meinen Sie „umfrage-4“\?/)
    t.equal((await run(...waves, '--variable', 'im_oepnv')).code, 0, 'asked in the earlier wave only')
    t.match((await run(...waves, '--variable', 'zp_weggezogen')).stderr, /in umfrage-1 nicht gefragt/)
    t.equal((await run('umfrage-1')).code, 2)
    t.equal((await run(...waves, '--format', 'xls')).code, 2)
  })
})
