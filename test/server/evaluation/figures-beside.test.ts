import t, { type Test } from 'tap'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { panelTables } from '../../../server/evaluation/panel-tables.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { Forms } from '../../../server/forms/form.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { stichtag } from '../../support/child.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

t.test('figures that need a Stichtag: whence they are, for which territory, and what is not there', async (t) => {
  const world = await admindataWorld(t)
  const units = (await withRegistry(world)).slice(0, 90)
  for (const wave of ['umfrage-1', 'umfrage-4'])
    await addWave(world, wave, units, (_unit, place) => ({ zp_gesamt: 10 + place }))
  await addWave(world, 'umfrage-2', units, (_unit, place) => ({
    organisation: place % 2 === 0 ? 'kommune' : 'traeger',
  }))
  const early = await comparePanel(world, new Forms(), { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'] })
  await loadSeries(world)
  const compare = (request: Partial<PanelRequest>) =>
    comparePanel(world, new Forms(), { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], ...request })
  const importsOf = async (request: Partial<PanelRequest>) =>
    (await compare(request)).provenance.indicators?.map(({ name, label, batches }) => [name, label, batches])
  const refused = (t: Test, request: Partial<PanelRequest>, message: RegExp) =>
    t.rejects(compare(request), { name: 'InputError', message })

  t.test('whatever uses one names the import that it came by', async (t) => {
    t.strictSame(await importsOf({}), undefined)
    t.match(await importsOf({ by: 'gefluechtete' }), [['gefluechtete', /31\.12\.2018$/, [1]]])
    t.match(await importsOf({ by: 'im_start' }), [['im_start', /./, [1]]])
    t.match(await importsOf({ filters: ['gefluechtete=1'] }), [['gefluechtete', /31\.12\.2018$/, [1]]])
    t.equal((await importsOf({ by: 'gefluechtete', filters: ['gefluechtete=1'] }))?.length, 1, 'once')
    t.match(await importsOf({ variables: ['einwohner'] }), [
      ['einwohner', /31\.12\.2018$/, [1]],
      ['einwohner', /31\.12\.2019$/, [1]],
    ])
    t.match(await importsOf({ variables: ['schutzsuchende'] }), [
      ['schutzsuchende', /31\.12\.2018, Wert des Kreises$/, [1]],
      ['schutzsuchende', /31\.12\.2019, Wert des Kreises$/, [1]],
    ])
    const [script] = scriptsOf(await compare({ by: 'gefluechtete' }))
    t.match(script?.text, /^# Amtliche Zahl gefluechtete: .*, 31\.12\.2018; Import 1$/m)
    const env = { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) }
    const args = ['panel', 'compare', 'umfrage-1', 'umfrage-4', '--variable', 'zp_gesamt', '--by', 'gefluechtete']
    t.match((await stichtag(args, env)).stdout, /gefluechtete: .*, 31\.12\.2018; Import 1\./)
  })

  t.test('groups stay what they were in a state, whatever is imported and undone after it', async (t) => {
    const before = await compare({ by: 'gefluechtete' })
    const { state } = before.provenance.snapshot
    const other = flatFile(
      ...units.map((unit, place) => ({ key: `08${unit}`, value: 1_000_000 - place, time: '2018-12-31' })),
    )
    await world.load('einwohner.csv', other)
    t.notSame(
      (await compare({ variables: ['einwohner'] })).compared,
      (await compare({ variables: ['einwohner'], state })).compared,
    )
    const again = await compare({ by: 'gefluechtete', state })
    t.strictSame(
      [again.compared, again.provenance, again.grouping],
      [before.compared, before.provenance, before.grouping],
    )
    await refused(
      t,
      { by: 'gefluechtete', state: early.provenance.snapshot.state },
      /gibt es keine Zahlen im Datenstand \d+\./,
    )
  })

  t.test('a month that a series does not have is said, with those that it has', async (t) => {
    const sentence = /gibt es keine Zahlen für 01\/2020\.\nDie frühesten sind für 01\/2014, die neuesten für 09\/2019\./
    await refused(t, { variables: ['hhl_svb'] }, sentence)
    const tables = panelTables(world, new Forms(), { waves: ['umfrage-4'], variables: ['hhl_svb'] })
    await t.rejects(tables, { name: 'InputError', message: sentence })
    t.match(
      await importsOf({ by: 'hhl_svb' }),
      [['hhl_svb', /12\/2018, Wert des Kreises$/, [1]]],
      'beside the first wave',
    )
    await refused(t, { by: 'umfrage-4:hhl_svb' }, sentence)
  })

  t.test('a wave without Stichtag has none beside it', async (t) => {
    const waves = ['umfrage-2', 'umfrage-4']
    const sentence = /umfrage-2 hat keinen Stichtag/
    await refused(t, { waves, variables: ['einwohner'] }, sentence)
    await refused(t, { waves, variables: ['organisation'], by: 'gefluechtete' }, sentence)
    await refused(t, { waves, variables: ['organisation'], weights: 'ipw', indicators: ['gefluechtete'] }, sentence)
    const beside = await compare({ waves, variables: ['organisation'], by: 'umfrage-4:gefluechtete' })
    t.match(beside.provenance.indicators, [{ name: 'gefluechtete', label: /31\.12\.2019$/ }])
    const mixed = await compare({ variables: ['einwohner'], by: 'umfrage-2:organisation' })
    t.equal(mixed.compared.variables[0]?.steps[0]?.groups.length, 2, 'only the waves compared need one')
  })
})
