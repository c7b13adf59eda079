import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import type { CompareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Pooled } from '../../../analysis/compare/pooled.ts'
import type { Population } from '../../../analysis/compare/population.ts'
import type { Compared } from '../../../analysis/compare/results.ts'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import { sizes } from '../../../analysis/groups/by-register.ts'
import { groupName } from '../../../analysis/scripts/group-name.ts'
import { isDefined, type NotDefined } from '../../../analysis/stats/not-defined.ts'
import type { PairedChange } from '../../../analysis/stats/paired-change.ts'
import { random } from '../../../analysis/stats/random.ts'
import type { WeightedPairedChange } from '../../../analysis/stats/weighted-paired-change.ts'
import { comparePanel, type PanelAnswer } from '../../../server/evaluation/compare-panel.ts'
import { weighParticipation } from '../../../server/evaluation/participation-weightings.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { readParticipation } from '../../../server/store/participation.ts'
import type { Figures } from '../../support/comparison-figures.ts'
import { drawLage } from '../../support/drawn-world.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { exportWaves } from '../../support/panel-world.ts'
import { comparedWith, panelWith } from '../../support/planted.ts'
import { misses } from '../../support/reference.ts'

const kept = new KeptScripts('survey')
const script = {
  name: 'survey.R',
  text: readFileSync(new URL('../../reference/panel/survey.R', import.meta.url), 'utf8'),
}
const waves = ['umfrage-1', 'umfrage-4'] as const
const variables = ['zp_gesamt', 'im_kinder18', 'zp_duldung_anteil', 'im_kurs_jetzt_anteil', 'zg_gruppe_duldung']
const groupings = ['kreis', 'groesse', 'regierungsbezirk', 'zg_gruppe_erlaubnis']

type Groups = Record<string, Figures>

interface Table {
  table: string
  variable: string
  grouping: string
  weights: string
}

/** Every variable by every grouping, with one of the two weights that are fitted to margins; and a few with other weights. */
function drawTables(seed: number): Table[] {
  const next = random(seed)
  const of = (variable: string, grouping: string, weights: string): Table => ({
    table: `${variable}-${grouping}-${weights}`,
    variable,
    grouping,
    weights,
  })
  return [
    ...variables.flatMap((variable) =>
      groupings.map((grouping) => of(variable, grouping, next() < 0.5 ? 'post' : 'rake')),
    ),
    of('zg_gruppe_eu', 'kreis', 'rake'),
    of('zp_gesamt', 'groesse', 'ipw'),
    of('zg_gruppe_duldung', 'regierungsbezirk', 'ipw'),
    of('zp_duldung_anteil', 'groesse', 'einwohner'),
  ]
}

const compare = (world: FreshDatabase, { variable, grouping, weights }: Table) =>
  comparePanel(world, new Forms(), {
    ...{ waves, variables: [variable], by: grouping, weights },
    options: { replicates: 0 },
  })

/** The register with those who were asked in both waves, and what the script needs beside the exported files. */
async function writeTables(world: FreshDatabase, folder: string, answers: ReadonlyMap<Table, PanelAnswer>) {
  const [answer] = answers.values()
  if (answer === undefined) throw new Error('there are tables')
  const { loaded, indices } = answer
  const participation = await readParticipation(world.db, waves, loaded.panel.units, loaded.snapshot)
  const surveys = (await loadSurveys(world.db, new Forms())).filter(({ wave }) => waves.some((one) => one === wave))
  const { values } = await weighParticipation('ipw', { db: world.db, surveys, loaded, indices, figures: [] })
  const write = (name: string, rows: object[], columns: string[]) =>
    writeFile(join(folder, name), `${Papa.unparse(rows, { columns, newline: '\n' })}\n`)
  await write(
    'register.csv',
    loaded.units.map(({ unit, kreis, einwohner = 0 }, index) => {
      const size = sizes.findLastIndex(({ from }) => einwohner >= from)
      const asked = participation.every((one) => one.asked[index] === 1) ? 1 : 0
      const bezirk = kreis.slice(0, 1)
      const weight = values[index] ?? Number.NaN
      const ipw = weight > 0 ? weight : ''
      return {
        unit,
        asked,
        kreis,
        regierungsbezirk: bezirk,
        size,
        groesse: sizes[size]?.code,
        inhabitants: einwohner,
        ipw,
      }
    }),
    ['unit', 'asked', 'kreis', 'regierungsbezirk', 'size', 'groesse', 'inhabitants', 'ipw'],
  )
  await write('tables.csv', [...answers.keys()], ['table', 'variable', 'grouping', 'weights'])
  await write(
    'merged.csv',
    [...answers].flatMap(([{ table }, { grouping, compared }]) => {
      const labels = new Set(compared.variables[0]?.steps[0]?.groups.flatMap(({ merged }) => merged))
      const all = [...(grouping?.groups ?? []), { code: '', label: 'ohne Angabe' }]
      return all.filter(({ label }) => labels.has(label)).map(({ code }) => ({ table, group: groupName(code) }))
    }),
    ['table', 'group'],
  )
}

const changeFigures = (prefix: string, change: PairedChange | WeightedPairedChange | NotDefined): Figures => {
  if (!isDefined(change)) return {}
  const { n, before, after, interval, test, se } = change
  return Object.fromEntries(
    Object.entries({
      ...{ n, before, after, change: change.change, se: isDefined(se) ? se : undefined },
      ...(isDefined(interval) && { low: interval[0], high: interval[1] }),
      ...(isDefined(test) && { t: test.t, p: test.p }),
    }).flatMap(([name, value]) => (value === undefined ? [] : [[`${prefix}${name}`, value]])),
  )
}

const pooledFigures = (prefix: string, pooled: Pooled | undefined): Figures => {
  if (pooled === undefined || !('change' in pooled)) return {}
  const { se, interval, test } = pooled
  return Object.fromEntries(
    Object.entries({
      change: pooled.change,
      ...(isDefined(se) && { se }),
      ...(isDefined(interval) && { low: interval[0], high: interval[1] }),
      ...(isDefined(test) && { t: test.t, p: test.p }),
    }).map(([name, value]) => [`${prefix}${name}`, value]),
  )
}

/** Our figures of a group, as far as they are told. */
function figuresOf({ result }: Compared): Figures {
  if (result === undefined) return {}
  if (result.kind === 'number')
    return {
      ...changeFigures('', result.change),
      ...changeFigures('weighted_', result.weighted ?? notThere),
      ...pooledFigures('pooled_', result.pooled),
      ...pooledFigures('weighted_pooled_', result.weightedPooled),
    }
  const { yes, weighted } = result
  if (yes === undefined) return {}
  const change = weighted?.[1]?.change
  return {
    ...(isTold(yes.change) ? changeFigures('', yes.change) : {}),
    ...(change !== undefined && isTold(change) ? changeFigures('weighted_', change) : {}),
    ...(isDefined(yes.mcnemar) ? { mcnemar: yes.mcnemar.exact.p } : {}),
  }
}
const notThere: NotDefined = { notDefined: 'no-values' }

const figuresOfTable = ({ table }: Table, { compared }: PanelAnswer): Groups => {
  const [step] = compared.variables[0]?.steps ?? []
  if (step === undefined) return {}
  return {
    [`${table} insgesamt`]: figuresOf(step.total),
    ...Object.fromEntries(step.groups.map((group) => [`${table} ${groupName(group.code)}`, figuresOf(group)])),
  }
}

/** The figures of the same answer with something done wrong. */
const figuresWith = async (table: Table, answer: PanelAnswer, wrong: Partial<CompareWaves>): Promise<Groups> =>
  figuresOfTable(table, await comparedWith(answer, wrong))

t.test('survey in R computes every weighted and every grouped figure from the exported files', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await drawLage(world, { seed: 5, units: 460 })
  const answers = new Map<Table, PanelAnswer>()
  for (const table of drawTables(8)) answers.set(table, await compare(world, table))
  const folder = t.testdir({})
  await exportWaves(world, waves, folder)
  await writeTables(world, folder, answers)
  const ours: Groups = Object.assign({}, ...[...answers].map(([table, answer]) => figuresOfTable(table, answer)))
  const said = await kept.hold(t, 'drawn', { script, ours, folder })

  t.test('those are many and of all kinds, and below ten pairs nothing is tested', async (t) => {
    const all = Object.values(ours)
    const having = (name: string) => all.filter((figures) => name in figures)
    t.ok(having('weighted_change').length > 120, `${having('weighted_change').length} weighted changes`)
    t.ok(having('weighted_p').length > 100, `${having('weighted_p').length} weighted tests`)
    t.ok(having('mcnemar').length > 10, `${having('mcnemar').length} exact tests`)
    const isSmall = ({ weighted_n = 0 }: Figures) => weighted_n < 10
    t.ok(having('weighted_n').some(isSmall))
    t.strictSame(having('weighted_se').filter(isSmall), [])
    const without = having('weighted_n').filter((one) => !isSmall(one) && !('weighted_se' in one))
    const hidden = without.filter(({ se }) => se === undefined)
    t.ok(
      without.every(({ se }) => se === 0 || se === undefined) && hidden.length < 5,
      'every group of ten has its error, unless all in it stayed as they were or its spread tells of few',
    )
  })

  const tableOf = (variable: string, weights: string) =>
    [...answers].find(([table]) => table.variable === variable && table.weights === weights) as [Table, PanelAnswer]

  t.test('a wrong weight is found', async (t) => {
    for (const method of ['post', 'rake']) {
      const [table, answer] = tableOf('zp_gesamt', method)
      const { weights } = answer.options
      if (weights?.sample === undefined) return t.fail('there are weights')
      t.strictSame(misses(said, await figuresWith(table, answer, {}), 9), [], 'nothing is planted yet')
      const values = Float64Array.from(weights.values)
      const [one = 0] = weights.sample
      values[one] = 1.001 * (values[one] as number)
      const wrong = { ...answer.options, weights: { ...weights, values } }
      t.not(misses(said, await figuresWith(table, answer, { options: wrong }), 9).length, 0, `${method}, one of many`)
      const loose = { ...answer.options, weights: { ...weights, margins: [] } }
      t.not(misses(said, await figuresWith(table, answer, { options: loose }), 9).length, 0, `${method}, no margins`)
    }
  })

  t.test('another population is found', async (t) => {
    for (const [variable, weights] of [
      ['zp_gesamt', 'post'],
      ['im_kinder18', 'rake'],
      ['zp_duldung_anteil', 'einwohner'],
    ] as const) {
      const [table, answer] = [...answers].find(([one]) => one.variable === variable && one.weights === weights) as [
        Table,
        PanelAnswer,
      ]
      const { population } = answer.options
      if (population?.kind !== 'asked') return t.fail('of Kommunen those who were asked are spoken of')
      const found = async (wrong: Population) =>
        misses(said, await figuresWith(table, answer, { options: { ...answer.options, population: wrong } }), 9)
      t.strictSame(await found(population), [], 'nothing is planted yet')
      t.not((await found({ kind: 'process' })).length, 0, 'no correction')
      const [, last = new Uint8Array()] = population.asked.values()
      const ofOneWave = new Map([...population.asked.keys()].map((wave) => [wave, last]))
      t.not((await found({ ...population, asked: ofOneWave })).length, 0, 'asked in one wave only')
    }
  })

  t.test('a swapped code is found', async (t) => {
    const [table, answer] = [...answers].find(([one]) => one.variable === 'zg_gruppe_duldung') as [Table, PanelAnswer]
    const panel = panelWith(answer, ['umfrage-4'], (column) => ({
      ...column,
      values: column.values.map((value) => 1 - value),
    }))
    const wrong = await figuresWith(table, answer, { panel })
    t.not(misses(said, wrong, 9).length, 0)
  })

  t.test('what R said is kept', async () => kept.renew())
})
