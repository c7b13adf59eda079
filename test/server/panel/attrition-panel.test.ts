import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { Forms } from '../../../server/form.ts'
import { attritionOfPanel } from '../../../server/panel/attrition-panel.ts'
import { stichtag } from '../../support/child.ts'
import { defined } from '../../support/defined.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const

/** All Kommunen; larger ones answer more, and those of the Regierungsbezirk Freiburg rarely answer the later wave. */
async function plantedWorld(world: FreshDatabase): Promise<number> {
  const units = await withRegistry(world)
  const rows = await world.db
    .selectFrom('gemeinde')
    .select(['gkz', 'population'])
    .where('valid_to', 'is', null)
    .execute()
  const size = new Map(rows.map(({ gkz, population }) => [gkz, population ?? 0]))
  const next = random(5)
  const answers = (unit: string, constant: number) =>
    next() < 1 / (1 + Math.exp(-(constant + 0.4 * Math.log((size.get(unit) ?? 0) / 5_000))))
      ? { zp_gesamt: Math.round((size.get(unit) ?? 0) / 100) }
      : undefined
  await addWave(world, 'umfrage-1', units, (unit) => answers(unit, 0.8))
  return addWave(world, 'umfrage-4', units, (unit) => answers(unit, unit.startsWith('3') ? -1 : 0.6))
}

t.test('who is missing in a database', async (t) => {
  const world = await freshDatabase(t)
  const newest = await plantedWorld(world)
  const forms = new Forms()

  t.test('counts are those of the database, and the planted reasons are found', async (t) => {
    const { attrition, provenance } = await attritionOfPanel(world, forms, { waves, variables: ['zp_gesamt'] })
    const { flow, rates, models, characteristics, measures } = attrition
    t.equal(flow.both + flow.dropped + flow.joined + flow.neither, 1_101)
    t.equal(rates.first.yes + rates.second.yes, newest)
    t.equal(provenance.snapshot.submissions, newest)
    const model = defined(models.second)
    const freiburg = model.coefficients.find(({ label }) => /Freiburg statt/.test(label))
    t.ok(freiburg !== undefined && freiburg.interval[0] < -1.6 && -1.6 < freiburg.interval[1])
    const size = model.coefficients.find(({ name }) => name === 'ln_einwohner')
    t.ok(size !== undefined && size.interval[0] < 0.4 && 0.4 < size.interval[1])
    const district = characteristics.find(({ name }) => name === 'regierungsbezirk')
    t.ok(district !== undefined && defined(district.tests.second).p < 1e-10 && defined(district.tests.first).p > 0.001)
    t.strictSame(
      measures.map(({ name, differences }) => [
        name,
        differences.stayed !== undefined,
        differences.second !== undefined,
      ]),
      [
        ['einwohner', true, true],
        ['zp_gesamt', true, true],
      ],
    )
  })

  t.test('no class of fewer than three Kommunen is shown', async (t) => {
    const { attrition } = await attritionOfPanel(world, forms, { waves })
    for (const { classes } of attrition.characteristics) {
      t.ok(classes.every(({ flow }) => flow.units >= 3))
      t.equal(
        classes.reduce((sum, { flow }) => sum + flow.units, 0),
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
    t.equal(late.attrition.rates.second.yes, early.attrition.rates.second.yes + 1)
    t.strictSame(await attritionOfPanel(world, forms, { waves, submission: newest }), early)
  })

  t.test('the command: a table for people, JSON and CSV for programs, exit codes', async (t) => {
    const run = (...args: string[]) =>
      stichtag(['panel', 'attrition', ...args], { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) })
    const table = await run(...waves, '--variable', 'zp_gesamt')
    t.equal(table.code, 0, table.stderr)
    t.match(table.stdout, /^Arbeitsansicht, nicht zur Veröffentlichung/)
    t.match(table.stdout, /nur umfrage-1 \(ausgeschieden\) +\d+/)
    t.match(table.stdout, /Nach Größe der Kommune +Kommunen/)
    t.match(table.stdout, /Logit: Verbleib \(\d+ von \d+\)/)
    t.match(table.stdout, /Freiburg statt/)
    const json = JSON.parse((await run(...waves, '--format', 'json')).stdout)
    t.match(json, { waves: [...waves], units: 1_101, provenance: { units: 1_101 } })
    const csv = (await run(...waves, '--format', 'csv')).stdout.trim().split('\n')
    t.match(csv[0], /^von_welle,nach_welle,art,teilnahme,/)
    t.ok(csv.length > 100)
    const unknown = await run('umfrage-1', 'umfrag-4')
    t.equal(unknown.code, 1)
    t.match(unknown.stderr, /Meinen Sie „umfrage-4“\?/)
    t.equal((await run(...waves, '--variable', 'im_oepnv')).code, 0, 'asked in the earlier wave only')
    t.match((await run(...waves, '--variable', 'zp_weggezogen')).stderr, /in umfrage-1 nicht gefragt/)
    t.equal((await run('umfrage-1')).code, 2)
    t.equal((await run(...waves, '--format', 'xls')).code, 2)
  })
})
