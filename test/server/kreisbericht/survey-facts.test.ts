import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import { mergeFacts, newestDay } from '../../../analysis/kreisbericht/merge-facts.ts'
import { Forms } from '../../../server/forms/form.ts'
import { surveyFacts } from '../../../server/kreisbericht/survey-facts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { fact, sentencesOf } from '../../support/kreis-facts.ts'
import { type Answers, addWave, withRegistry } from '../../support/panel-world.ts'
import { runCommand } from '../../support/run-command.ts'

t.test('what the Kommunen of a Kreis answered goes into its report', async (t) => {
  const world = await freshDatabase(t)
  const all = await withRegistry(world)
  const own = all.filter((unit) => unit.startsWith('117'))
  const units = [...own, ...all.filter((unit) => /^11[18]/.test(unit))]
  const of = (unit: string) => own.indexOf(unit)
  const first = (unit: string): Answers | undefined => {
    const place = of(unit)
    if (place === -1) return { zp_gesamt: 1_000_000, im_gesamt: 500_000 }
    if (place >= 14) return undefined
    return place < 2 ? { zp_gesamt: 10 + place, im_gesamt: 5 } : { zp_gesamt: 10 + place }
  }
  await addWave(world, 'umfrage-1', units, first)
  await addWave(world, 'umfrage-2', units, (unit) => ({
    organisation: of(unit) < 5 ? 'kommune' : of(unit) === 5 ? 'sonstiges' : 'landratsamt',
    nach_personen: 10,
    nach_vzae: 8.05,
  }))
  await addWave(world, 'umfrage-4', units, (unit) => ({
    zp_gesamt: of(unit) === -1 ? 7 : 20,
    zp_unterbringung_gemeinschaft: of(unit) === -1 ? 7 : 12,
    zp_unterbringung_kommunal: 0,
    zp_unterbringung_privat: of(unit) === -1 ? 0 : 8,
  }))
  const read = (kreis: string) => surveyFacts(world, new Forms(), kreis)
  const many = own.length

  t.test('sums know who is missing, and say where they come from', async (t) => {
    const { facts, snapshot } = await read('117')
    t.equal(facts.kreis, 'Landkreis Göppingen')
    // 10 + 11 + … + 23, by hand.
    t.match(facts.figures?.targetPersons, [
      {
        value: 231,
        precision: 'least',
        at: '2018-12-15',
        origin: `Umfrage 1 (15.12.2018), F4, 14 von ${many} Kommunen, Datenstand ${snapshot.state}`,
      },
      { value: 20 * many, precision: undefined, origin: new RegExp(`F5, ${many} von ${many} Kommunen`) },
    ])
    t.match(facts.housing?.map(({ facts: [one] }) => one.value).slice(0, 3), [12 * many, 0, 8 * many])
    t.strictSame(
      facts.participation?.map(({ asked, answered }) => [asked, answered]),
      [
        [many, 14],
        [many, many],
        [many, many],
      ],
    )
  })

  t.test('what would betray one or two stays hidden, and is listed as open', async (t) => {
    const { facts } = await read('117')
    t.match(facts.figures?.caredPersons?.[0], { value: null, why: /verdeckt/ }, 'two have answered')
    const shown = facts.kommunenByProvider?.map(({ label, facts: [one] }) => [label, one.value])
    t.ok(shown?.some(([label, value]) => label === 'eine andere Stelle' && value === null))
    t.ok((shown?.filter(([, value]) => value === null).length ?? 0) >= 2, 'nor does it follow from the others')
    const { facts: town } = await read('111')
    t.strictSame(
      town.figures?.targetPersons?.map(({ value }) => value),
      [null, null],
      'a Stadtkreis is one Kommune',
    )
    t.notMatch(JSON.stringify(town), /1000000|1 von 1/)
    t.strictSame(
      town.participation?.map(({ answered }) => answered),
      [null, null, null],
    )
  })

  t.test('a team that stands in each of its Kommunen is not added up', async (t) => {
    const { facts } = await read('117')
    t.match(facts.figures?.staffVzae, [{ value: null, why: /zählte es mehrfach/ }])
    const told = sentencesOf(kreisReport({ ...facts, asOf: newestDay(facts) }))
    t.ok(told.some((one) => /^VZÄ im Integrationsmanagement.*Ein Team des Landkreises steht in jeder/.test(one)))
    t.ok(told.includes(`Am 31.01.2020 waren es ${20 * many} Personen.`), 'a least sum is held against nothing')
  })

  t.test('facts of one’s own come before those of the surveys, and complete them', async (t) => {
    const { facts } = await read('117')
    const merged = mergeFacts(
      {
        kreis: 'Landkreis Göppingen',
        asOf: '2019-12-31',
        figures: {
          targetPersons: [fact({ value: 999, at: '2018-12-15', origin: 'Ausländeramt' })],
          staffVzae: [fact({ value: 8.05 })],
        },
      },
      facts,
    )
    t.match(merged.figures?.targetPersons, [{ value: 999 }])
    t.equal(merged.figures?.targetPersons?.length, 1, 'what lies behind the day of the report is left out')
    t.strictSame(merged.figures?.staffVzae, [fact({ value: 8.05 })])
    t.strictSame(merged.housing, [])
  })

  t.test('the command writes all of it, and notes what leaves', async (t) => {
    const folder = t.testdir({})
    const write = (values: Record<string, string>, positionals: string[] = []) =>
      runCommand('kreisbericht', { positionals, values: { out: join(folder, 'bericht'), ...values } }, world.url)
    await write({ kreis: '117' })
    const [html = '', pdf = ''] = readdirSync(join(folder, 'bericht'))
    const before = readFileSync(join(folder, 'bericht', html), 'utf8')
    t.match(before, /mindestens 231 Personen/)
    t.ok(pdf.endsWith('.pdf'))
    const { rows } = await world.pool.query(`select detail from audit where action = 'export' order by id desc limit 2`)
    t.match(JSON.stringify(rows), /kreis=117/)
    await t.rejects(write({ kreis: '999' }), /Den Kreis „999“ gibt es nicht/)
    const file = join(folder, 'angaben.json')
    writeFileSync(file, JSON.stringify({ kreis: 'Landkreis Esslingen', asOf: '2020-02-01' }))
    await t.rejects(write({ kreis: '117' }, [file]), /Die Angaben sind vom „Landkreis Esslingen“/)
    t.equal(readFileSync(join(folder, 'bericht', html), 'utf8'), before)
    await t.rejects(write({ kreis: '117', stand: '999999' }), /Den Datenstand 999999 gibt es noch nicht/)
    await t.rejects(write({ stand: '1' }, [file]), /brauchen --kreis/)
    await t.rejects(write({}), /Bitte nennen Sie die Datei/)
  })
})
