import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { attritionScripts } from '../../../server/evaluation/attrition-scripts.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import type { Reader } from '../../../server/evaluation/reader.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { whoIsMissing } from '../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { setScope } from '../../../server/store/scopes.ts'
import { addAccount } from '../../../server/store/staff-accounts.ts'
import { figuresOf } from '../../support/comparison-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('changed-kommunen')
const waves = ['umfrage-1', 'umfrage-4']
const everybody: Reader = { account: undefined, seesAnswers: true }

/** Invented: on 1 July 2019 two became one, one moved to another Kreis under a new key, and one got another name. */
const since = '2019-07-01'
const [merged, moved, renamed] = ['117990', '119990', '117006']
const ended = { '117001': merged, '117002': merged, '117003': moved }

async function changedRegistry({ pool }: FreshDatabase): Promise<void> {
  const day = `'${since}'`
  await pool.query(
    `update gemeinde set valid_to = date ${day} - 1 where gkz in ('117001', '117002', '117003', '${renamed}')`,
  )
  for (const [gkz, name] of [
    [merged, 'Neustadt'],
    [moved, 'Grenzdorf'],
    [renamed, 'Anders'],
  ])
    await pool.query('insert into gemeinde (gkz, name, kreis, population, valid_from) values ($1, $2, $3, 5000, $4)', [
      gkz,
      name,
      gkz?.slice(0, 3),
      since,
    ])
  for (const [gkz, successor] of Object.entries(ended))
    await pool.query('insert into gemeinde_nachfolge (gkz, successor, since) values ($1, $2, $3)', [
      gkz,
      successor,
      since,
    ])
}

t.test('Kommunen that became one are compared on the later territory', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const before = (await withRegistry(world)).filter((unit) => /^11[79]/.test(unit))
  const next = random(5)
  const plan = () => 20 + Math.floor(100 * next())
  const answer = (unit: string): Answers => {
    const [all, now] = [plan(), Math.floor(20 * next())]
    const group = unit.startsWith('117') ? 'zg_gruppe_duldung' : 'zg_gruppe_erlaubnis'
    return { zp_gesamt: all, im_plan: all, im_kurs_jetzt: now, im_kurs_jetzt_unbekannt: 0, [group]: true }
  }
  const given = new Map<string, Answers>()
  const once = (wave: string) => (unit: string) => {
    if (unit !== moved && next() < 0.2 && !(unit in ended) && unit !== merged) return undefined
    const said = answer(unit)
    given.set(`${wave} ${unit}`, said)
    return said
  }
  await addWave(world, 'umfrage-1', before, once('umfrage-1'))
  await changedRegistry(world)
  const after = [...before.filter((unit) => !(unit in ended)), merged, moved].sort()
  await addWave(world, 'umfrage-4', after, once('umfrage-4'))
  const folder = t.testdir({})
  await exportWaves(world, waves, folder)
  const compare = (request: Omit<PanelRequest, 'waves'>) =>
    comparePanel(world, new Forms(), { waves, options: { replicates: 0 }, ...request })
  const numbersOf = (unit: string, wave: string) => Number(given.get(`${wave} ${unit}`)?.zp_gesamt)

  t.test('counts are added up, a new key keeps its answers, another name is the same Kommune', async (t) => {
    const { loaded, provenance } = await compare({ variables: ['zp_gesamt'] })
    const numberOf = (unit: string, place: number) =>
      loaded.panel.waves[place]?.columns.get('zp_gesamt')?.values[loaded.panel.units.indexOf(unit)]
    t.notOk(loaded.panel.units.includes('117001'))
    t.equal(numberOf(merged, 0), numbersOf('117001', 'umfrage-1') + numbersOf('117002', 'umfrage-1'))
    t.equal(numberOf(moved, 0), numbersOf('117003', 'umfrage-1'))
    t.equal(loaded.units.filter(({ unit }) => unit === renamed).length, 1)
    t.equal(loaded.units.find(({ unit }) => unit === renamed)?.name, 'Anders')
    t.strictSame(
      provenance.territory?.carried.map(({ unit, parts }) => [unit, parts]),
      [
        [merged, ['117001', '117002']],
        [moved, ['117003']],
      ],
    )
  })

  t.test('they can be left out, and nothing else is', async (t) => {
    const [whole, without] = await Promise.all([
      compare({ variables: ['zp_gesamt'] }),
      compare({ variables: ['zp_gesamt'], territory: 'leftOut', reader: everybody }),
    ])
    t.equal(without.loaded.units.length, whole.loaded.units.length - 2)
    const pairs = ({ compared }: typeof whole) => compared.variables[0]?.steps[0]?.total.size.pairs
    t.equal(pairs(without), Number(pairs(whole)) - 2)
    t.equal(without.provenance.territory?.leftOut.length, 2)
  })

  t.test('with and without them together tell what they answered: that is for those who see it anyway', async (t) => {
    const without = { territory: 'leftOut' as const }
    const sightless = { ...without, reader: { account: undefined, seesAnswers: false } }
    const account = (await addAccount(world.db, { name: 'kreis', role: 'forschung', passwordHash: '' })) ?? 0
    await setScope(world.db, { account, parts: [{ kind: 'kreis', key: '117' }] })
    const missing = (reader: Reader) =>
      whoIsMissing(world, new Forms(), { waves: ['umfrage-1', 'umfrage-4'], ...without, reader })
    await t.rejects(compare({ variables: ['zp_gesamt'], ...sightless }), /folgt, was sie geantwortet haben/)
    await t.rejects(compare({ variables: ['zp_gesamt'], ...without }), /folgt, was sie geantwortet haben/)
    await t.rejects(missing(sightless.reader), /folgt, was sie geantwortet haben/)
    await t.rejects(missing({ account, seesAnswers: true }), /folgt/, 'of a part of them only')
    await t.resolves(missing(everybody))
  })

  for (const [name, request] of Object.entries({
    sum: { variables: ['zp_gesamt'] },
    share: { variables: ['im_kurs_jetzt_anteil'] },
    ticked: { variables: ['zg_gruppe_duldung'] },
    without: { variables: ['zp_gesamt'], territory: 'leftOut' as const, reader: everybody },
  }))
    t.test(`R: ${name}`, async (t) => {
      const found = await compare(request)
      const [script, stata] = scriptsOf(found)
      const step = found.compared.variables[0]?.steps[0]
      if (script === undefined || stata === undefined || step === undefined) return t.fail('there are scripts')
      t.strictSame(objections(stata.text, columnsIn(folder)), [])
      await kept.hold(t, name, { script, ours: figuresOf(step), folder })
    })

  t.test('who is missing counts them once', async (t) => {
    const missing = await whoIsMissing(world, new Forms(), { waves: ['umfrage-1', 'umfrage-4'] })
    t.equal(missing.attrition.units, after.length)
    t.equal(missing.attrition.flow.units, after.length)
    const [script] = attritionScripts(missing)
    t.match(script?.text, /antwortende\(uebertragen\(/)
  })
  t.test('what R said is kept', async () => kept.renew())
})
