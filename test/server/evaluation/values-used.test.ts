import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { changesOfWave } from '../../../server/evaluation/changes-of-wave.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { panelTables } from '../../../server/evaluation/panel-tables.ts'
import { descriptionScripts } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { insertAmendments } from '../../../server/store/amendments.ts'
import type { WantedData } from '../../../server/store/panel-answers.ts'
import type { Value } from '../../../surveys/types/type.ts'
import { participantsOf } from '../../support/amend-world.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { hasR } from '../../support/kept-scripts.ts'
import { addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const
const forms = new Forms()

async function described(world: FreshDatabase, data: WantedData) {
  const survey = (await loadSurveys(world.db, forms)).find(({ wave }) => wave === 'umfrage-1')
  const question = survey?.instrument.questions.get('zp_gesamt')
  if (survey === undefined || question === undefined) throw new Error('zp_gesamt is missing')
  const found = await describeQuestion(world, { survey, question, by: 'groesse', filters: [], ...data })
  return { survey, found, scripts: descriptionScripts(question, survey, found) }
}

/** All that is told of some data, without where it comes from, and the files of single answers. */
async function told(t: Test, world: FreshDatabase, data: WantedData): Promise<string[]> {
  const folder = t.testdir({})
  await exportWaves(world, waves, folder, data)
  const files = waves.map((wave) => readFile(join(folder, fileOf(wave, data)), 'utf8'))
  const { compared } = await comparePanel(world, forms, {
    waves,
    variables: ['zp_gesamt', 'zg_gruppe_duldung'],
    options: { replicates: 20 },
    ...data,
  })
  const { tables } = await panelTables(world, forms, { waves, variables: ['zp_gesamt'], ...data })
  const rows: unknown[] = []
  for await (const some of tables[0]?.rows.typed() ?? []) rows.push(...some)
  return [
    ...(await Promise.all(files)),
    ...[compared, (await described(world, data)).found.described, rows].map((one) => JSON.stringify(one)),
  ]
}

const fileOf = (wave: string, { values }: WantedData) => `${wave}${values === 'collected' ? '-erhoben' : ''}.csv`

const parsed = async (folder: string, name: string) =>
  Papa.parse<Record<string, string>>(await readFile(join(folder, name), 'utf8'), { header: true, skipEmptyLines: true })
    .data

t.test('values as they were given, and as the office amended them', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(world)).slice(0, 60)
  const given = units.map((_unit, place) => (place === 2 ? undefined : 100 + place))
  await addWave(world, 'umfrage-4', units, (_unit, place) => ({ zp_gesamt: 90 + 2 * place, zg_gruppe_duldung: true }))
  const before = await addWave(world, 'umfrage-1', units, (_unit, place) => {
    const total = given[place]
    return {
      ...(total !== undefined && { zp_gesamt: total }),
      [place % 2 === 0 ? 'zg_gruppe_duldung' : 'zg_keine']: true,
    }
  })
  const [givenBefore, usedBefore] = [await told(t, world, { values: 'collected' }), await told(t, world, {})]
  const ids = await participantsOf(world, 'umfrage-1')
  const amend = (
    place: number,
    was: Value | null,
    became: Value | null,
    reason: 'typing' | 'unit' = 'typing',
    field = 'zp_gesamt',
  ) =>
    insertAmendments(
      world.db,
      [
        {
          participantId: ids.get(units[place] ?? '') ?? 0,
          field,
          was,
          became,
          beside: {},
          follows: {},
          reason,
          source: 'call',
          note: '',
        },
      ],
      { by: undefined, agreedBy: undefined },
    )
  await amend(0, 100, 1_000)
  await amend(1, 101, 11, 'unit')
  await amend(2, null, 50)
  await amend(3, 103, 130)
  await amend(4, 104, 140)
  await amend(4, 140, 141)
  await amend(6, true, null, 'unit', 'zg_gruppe_duldung')
  // Whoever sends something else is believed, and what was amended for the other number rests.
  await correct(world, 'umfrage-1', units[3] ?? '', { zp_gesamt: 333, zg_keine: true })
  const totalGiven = given.with(3, 333).reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const totalUsed = totalGiven + 900 - 90 + 50 + 37

  t.test(
    'what was given is told as before there was a correction, byte for byte but for the number of the state',
    async (t) => {
      const later = await told(t, world, { values: 'collected', state: before + 7 })
      const asBefore = later.map((text) =>
        text
          .replaceAll(`,${before + 7},erhoben`, `,${before},erhoben`)
          .replaceAll(`,${before + 7},"erhoben"`, `,${before},"erhoben"`),
      )
      t.strictSame(asBefore, givenBefore)
      t.strictSame(await told(t, world, { state: before }), usedBefore, 'an earlier state knows none of them')
      t.notSame((await told(t, world, { state: before + 7 }))[0], usedBefore[0])
    },
  )

  const folder = t.testdir({})
  await exportWaves(world, ['umfrage-1'], folder)
  await exportWaves(world, ['umfrage-1'], folder, { values: 'collected' })

  t.test('both kinds of files lie beside each other, and the corrections make one of the other', async (t) => {
    const [used, collected, amendments] = await Promise.all(
      ['umfrage-1.csv', 'umfrage-1-erhoben.csv', 'umfrage-1-korrekturen.csv'].map((name) => parsed(folder, name)),
    )
    const numbers = amendments?.filter(({ variable }) => variable === 'zp_gesamt') ?? []
    t.match(numbers[0], {
      gkz: units[0],
      frage: 'F4',
      erhoben: '100',
      vorher: '100',
      nachher: '1000',
      grund: 'typing',
      quelle: 'call',
      gilt: '1',
    })
    t.strictSame(
      numbers.map(({ gilt }) => gilt),
      ['1', '1', '1', '0', '1', '1'],
    )
    t.match(amendments?.at(-1), { variable: 'zg_gruppe_duldung', erhoben: '1', nachher: '', gilt: '1' })
    const byHand = new Map(collected?.map((row) => [row.gkz, { ...row, werte: 'korrigiert' }]))
    for (const { gkz = '', nachher = '', gilt } of numbers)
      if (gilt === '1')
        Object.assign(byHand.get(gkz) ?? {}, { zp_gesamt: nachher, zp_gesamt_fehlt: nachher === '' ? 'leer' : '' })
    // A tick that is taken back says something of all other answers to its question.
    const withoutTicks = (rows: Iterable<object>) =>
      [...rows].map((row) => Object.entries(row).filter(([name]) => !name.startsWith('zg_')))
    t.strictSame(withoutTicks(used ?? []), withoutTicks(byHand.values()))
    t.equal(used?.find(({ gkz }) => gkz === units[6])?.zg_gruppe_duldung_fehlt, 'leer')
  })

  t.test('a description and its script add up what is used, and what was given', async (t) => {
    for (const [values, total] of [
      ['amended', totalUsed],
      ['collected', totalGiven],
    ] as const) {
      const { found, scripts } = await described(world, { values })
      const result = found.described[0]?.total.result
      t.match(result, { kind: 'number', level: { total: { sum: total } } }, values)
      t.equal(found.provenance.snapshot.values, values)
      if (!hasR) continue
      await writeFile(join(folder, 'skript.R'), scripts[0]?.text ?? '')
      const { stdout, stderr } = spawnSync('Rscript', ['skript.R'], { cwd: folder, encoding: 'utf8' })
      t.match(stdout, new RegExp(`insgesamt\\S*[\\s,;]+\\S*summe\\S*[\\s,;]+${total}\\b`), `${values} ${stderr}`)
    }
  })

  t.test('what corrections made of the totals', async (t) => {
    const { survey } = await described(world, {})
    const all = await changesOfWave(world, survey, { seesAnswers: true })
    t.match(all.told.change, { values: 6, units: 5 })
    t.equal(all.resting, 1)
    const [total] = all.told.variables.filter(({ name }) => name === 'zp_gesamt')
    t.match(total, { measure: 'sum', before: totalGiven, after: totalUsed, change: { values: 5, units: 4, sum: 897 } })
    t.match(all.told.parts.reason, [
      { code: 'typing', variables: [{ name: 'zp_gesamt', change: { values: 4, units: 3, sum: 987 } }] },
      { code: 'unit', change: { values: 2, units: 2 } },
    ])
    t.match(all.told.parts.account, [{ code: '', change: { values: 6 } }])
    const disclosed = await changesOfWave(world, survey, { seesAnswers: false })
    t.equal(disclosed.told.parts.account, undefined)
    t.equal(disclosed.resting, undefined)
    const shown = disclosed.told.variables.map(({ name, after, change }) => [name, after, change.sum])
    t.strictSame(
      shown.toSorted(),
      [
        ['zg_gruppe_duldung', 'verdeckt', 'verdeckt'],
        ['zp_gesamt', totalUsed, 897],
      ],
      'one of one',
    )
    t.notMatch(JSON.stringify(disclosed.told.parts), /zp_gesamt/)
  })
})
