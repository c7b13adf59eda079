import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { attritionScripts } from '../../../server/evaluation/attrition-scripts.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { panelTables } from '../../../server/evaluation/panel-tables.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { whoIsMissing } from '../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { importRegistry, importShippedRegistry } from '../../../server/registry/import-registry.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, exportWaves, lastState, populations, withRegistry } from '../../support/panel-world.ts'
import { runCommand } from '../../support/run-command.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const
/** Grouped and weighted by all that the registry knows. */
const requests = [
  {},
  { weights: 'post' },
  { weights: 'rake' },
  { weights: 'ipw' },
  { weights: 'einwohner' },
  { by: 'groesse' },
  { by: 'groesse', weights: 'rake' },
  { by: 'kreis' },
  { by: 'regierungsbezirk' },
  { by: 'umfrage-3:klienten_anzahl', weights: 'einwohner' },
  { filters: ['groesse=5_10'] },
]

const header = 'gkz,name,einwohner,stand,gueltig_ab,gueltig_bis'
const verbundHeader = 'verbund,name,gkz,gueltig_ab'

/** Two waves in which the larger Kommunen changed more and answered more often, and one of persons, two to a Verbund of four. */
async function answeredWorld(world: FreshDatabase, folder: string): Promise<string[]> {
  const units = (await withRegistry(world)).filter((_unit, place) => place % 3 === 0)
  const of = await populations(world)
  const size = (unit: string) => of.get(unit) ?? 0
  const verbund = (place: number) => units[place - (place % 4)] ?? ''
  const members = units.map((unit, place) => `${verbund(place)},Verbund ${verbund(place)},${unit},2018-01-01`)
  await importText(world, folder, [verbundHeader, ...members])
  const numbers = units.flatMap((unit, place) => (place % 4 === 0 ? [`${unit}-001`, `${unit}-002`] : []))
  await importText(world, folder, ['im_nummer,gueltig_ab', ...numbers.map((number) => `${number},2018-01-01`)])
  await addWave(world, 'umfrage-1', units, (unit, place) =>
    place % 5 === 0 && size(unit) < 9_000 ? undefined : { zp_gesamt: 10 + (place % 17) },
  )
  await addWave(world, 'umfrage-4', units, (unit, place) =>
    place % 4 === 0 && size(unit) < 6_000
      ? undefined
      : { zp_gesamt: 12 + (place % 13) + Math.floor(size(unit) / 3000) },
  )
  await addWave(world, 'umfrage-3', numbers, (_number, place) => ({
    klienten_anzahl: place % 3 === 0 ? 'unter_40' : '40_59',
  }))
  return units
}

async function importText({ db }: FreshDatabase, folder: string, lines: readonly string[]) {
  const path = join(folder, 'verzeichnis.csv')
  await writeFile(path, `${lines.join('\n')}\n`)
  return importRegistry(db, path)
}

/** All Kommunen with the inhabitants of others, one of them renamed. */
async function otherInhabitants(world: FreshDatabase): Promise<string[]> {
  const rows = await world.db.selectFrom('gemeinde').selectAll().orderBy('gkz').execute()
  return [
    header,
    ...rows.map(({ gkz, name, valid_from }, place) => {
      const population = rows[(place * 7 + 100) % rows.length]?.population
      return `${gkz},${name}${place === 0 ? ' am Neckar' : ''},${population},2025-12-31,${valid_from},`
    }),
  ]
}

/** Everything that leaves: figures, groups, scripts, files, and what the command prints. */
async function toldIn(world: FreshDatabase, folder: string, state: number): Promise<Record<string, string>> {
  const forms = new Forms()
  const told: Record<string, string> = {}
  for (const request of requests) {
    const asked = { waves, variables: ['zp_gesamt'], state, withKreise: true, options: { replicates: 20 }, ...request }
    const answer = await comparePanel(world, forms, asked)
    told[JSON.stringify(request)] = JSON.stringify([
      answer.compared,
      answer.byKreis,
      answer.provenance,
      scriptsOf(answer),
    ])
  }
  const survey = (await loadSurveys(world.db, forms)).find(({ wave }) => wave === 'umfrage-4')
  const question = survey?.instrument.questions.get('zp_gesamt')
  if (survey === undefined || question === undefined) throw new Error('zp_gesamt is missing')
  const { described, provenance } = await describeQuestion(world, {
    survey,
    question,
    by: 'groesse',
    filters: [],
    state,
  })
  told.described = JSON.stringify([described, provenance])
  const missing = await whoIsMissing(world, forms, { waves, state })
  told.missing = JSON.stringify([missing.attrition, missing.weights.map(({ made }) => made), attritionScripts(missing)])
  for (const { file, rows } of (await panelTables(world, forms, { waves, variables: ['zp_gesamt'], state })).tables) {
    const batches: unknown[] = []
    for await (const some of rows.typed()) batches.push(some)
    told[file] = JSON.stringify(batches)
  }
  const own = await mkdtemp(join(folder, 'ausgabe-'))
  await exportWaves(world, [...waves, 'umfrage-3'], own, { state })
  for (const wave of [...waves, 'umfrage-3']) told[wave] = await readFile(join(own, `${wave}.csv`), 'utf8')
  const values = { variable: ['zp_gesamt'], by: 'groesse', weights: 'rake', stand: String(state) }
  told.command = await runCommand('panel compare', { positionals: waves, values }, world.url)
  told.attrition = await runCommand(
    'panel attrition',
    { positionals: waves, values: { stand: String(state) } },
    world.url,
  )
  return told
}

const changed = (one: Record<string, string>, other: Record<string, string>) =>
  Object.keys(one).filter((name) => one[name] !== other[name])

/** The same, whatever the numbers of the states are. */
const changedBeyond = (one: Record<string, string>, other: Record<string, string>, states: [number, number]) => {
  const without = (text: string) =>
    states.reduce((left, state) => left.replaceAll(new RegExp(`\\b${state}\\b`, 'g'), 'N'), text)
  return Object.keys(one).filter((name) => without(one[name] ?? '') !== without(other[name] ?? ''))
}

t.test('an earlier state keeps its figures when the registry changes', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const folder = t.testdir({})
  const units = await answeredWorld(world, folder)
  const before = await lastState(world)
  const first = await toldIn(world, folder, before)

  const file = await otherInhabitants(world)
  t.match(await importText(world, folder, file), { gemeinden: { added: 0, unchanged: 0 } })
  const after = (await readSnapshot(world.pool)).state
  t.equal(after, before + 1, 'one import is one state')
  const second = await toldIn(world, folder, after)
  t.strictSame(changedBeyond(first, second, [before, after]), [
    ...requests.map((request) => JSON.stringify(request)).filter((name) => /weights|groesse/.test(name)),
    ...['described', 'missing', 'panel', 'umfrage-1', 'umfrage-4', 'command', 'attrition'],
  ])
  t.match(await importText(world, folder, file), { gemeinden: { added: 0, changed: 0, unchanged: 1101 } })
  t.equal((await readSnapshot(world.pool)).state, after, 'the same file again is no state')

  const [moved = '', into = ''] = [units[1], units[8]]
  await importText(world, folder, [verbundHeader, `${into},Anderer Name,${moved},2018-06-01`])
  await sql`update kreis set name = 'Alb', regierungsbezirk = 'Tübingen' where kreis = '115'`.execute(world.db)
  const last = (await readSnapshot(world.pool)).state
  t.equal(last, after + 2)
  const third = await toldIn(world, folder, last)
  t.strictSame(changedBeyond(second, third, [after, last]), [
    ...requests.map((request) => JSON.stringify(request)),
    ...['missing', 'umfrage-3', 'attrition'],
  ])

  await importShippedRegistry(world.db)
  t.strictSame(changed(first, await toldIn(world, folder, before)), [])
  t.strictSame(changed(second, await toldIn(world, folder, after)), [])
  t.strictSame(changed(third, await toldIn(world, folder, last)), [])
})
