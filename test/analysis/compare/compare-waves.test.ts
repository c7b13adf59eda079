import t from 'tap'
import { compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel, type WaveAnswers } from '../../../analysis/panel/build-panel.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import { flatRows } from '../../../analysis/report/print/comparison-rows.ts'
import { random } from '../../../analysis/stats/random.ts'
import { continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { loadDerived } from '../../../surveys/derived/load-derived.ts'
import { defined } from '../../support/defined.ts'
import { published } from '../../support/published.ts'

const concordances = await loadConcordances()
const declared = await loadDerived()
const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => {
    const instrument = await published(wave)
    return { wave, instrument }
  }),
)
const continues: Parameters<typeof compareWaves>[0]['continues'] = (before, after) =>
  continuedVariables(concordances, before, after)
const variableOf = (name: string): PanelVariable => {
  const found = findVariable(name, surveys, declared, continues)
  if ('problem' in found) throw new Error(found.problem)
  return found
}

const units = Array.from({ length: 400 }, (_, index) => String(100_000 + index))
const answers = (wave: string, columns: Record<string, (number | null)[]>): WaveAnswers => ({
  wave,
  units,
  columns: new Map(Object.entries(columns).map(([name, numbers]) => [name, { numbers }])),
})

// Planted: the Zielpersonen fall by a tenth, give or take; groups a and b fall alike, the two of group c rise.
const next = random(7)
const then = units.map(() => 50 + Math.floor(200 * next()))
const now = then.map((value, index) => Math.round(value * (index < 398 ? 0.9 : 1.5) * (0.95 + 0.1 * next())))
const panel = buildPanel(
  units,
  [
    answers('umfrage-1', { zp_gesamt: then }),
    answers('umfrage-4', { zp_gesamt: now.map((one, at) => (at < 50 ? null : one)) }),
  ],
  ['zp_gesamt'],
)
const grouping: Grouping = {
  name: 'probe',
  label: 'Probe',
  groups: ['a', 'b', 'c'].map((code) => ({ code, label: `Gruppe ${code}` })),
  of: units.map((_unit, index) => (index < 200 ? 'a' : index < 398 ? 'b' : 'c')),
}
const compared = compareWaves({ surveys, variables: [variableOf('zp_gesamt')], panel, continues, grouping })
const [step] = compared.variables[0]?.steps ?? []
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

t.test('a planted change is found again, with its pairs, sums and interval', async (t) => {
  const result = step?.total.result
  if (result?.kind !== 'number') return t.fail('a number is compared as one')
  t.strictSame(step?.total.size, { units: 400, before: 400, after: 350, pairs: 350 })
  t.strictSame(result.missing, { before: {}, after: { leer: 50 } })
  t.strictSame(result.pairs.after.total, { sum: sum(now.slice(50)) })
  const change = defined(result.change)
  const truth = -0.1 * (sum(then.slice(50, 398)) / 350)
  t.ok(Math.abs(change.change - truth) < 2, `${change.change} is near ${truth}`)
  const [low, high] = defined(change.interval)
  t.ok(low < change.change && change.change < high && high < 0)
  t.ok((step?.total.adjusted?.main?.holm ?? 1) < 1e-20)
})

t.test('comparability goes with every comparison', async (t) => {
  t.match(step?.comparability, { status: 'same', label: 'gleich gefragt', why: /\.$/ })
  const compared = compareWaves({ surveys, variables: [variableOf('im_syrien_anteil')], panel, continues })
  t.match(compared.variables[0]?.steps[0]?.comparability, { status: 'changedBase', why: /Personen/ })
  const dropped = compareWaves({ surveys, variables: [variableOf('im_oepnv')], panel, continues })
  t.match(dropped.variables[0]?.steps[0]?.comparability, { status: 'dropped' })
})

t.test('a group of two is shown with the next one, and nowhere else', async (t) => {
  t.strictSame(
    step?.groups.map(({ code, merged, size }) => [code, merged, size.units]),
    [
      ['a', [], 200],
      ['uebrige', ['Gruppe b', 'Gruppe c'], 200],
    ],
  )
  t.equal(compared.families.groups, 2)
  const [, a] = flatRows(compared)
  t.strictSame([a?.gruppe, a?.n_paare, a?.von, a?.einheit], ['a', 150, 'umfrage-1', 'Personen'])
  const two = compareWaves({
    surveys,
    variables: [variableOf('zp_gesamt')],
    panel,
    continues,
    indices: [300, 301],
    grouping,
  })
  t.equal(two.variables[0]?.steps[0]?.total.result, undefined, 'two Kommunen are not shown at all')
  t.strictSame(two.variables[0]?.steps[0]?.groups, [])
})

t.test(
  'where all less the pairs is one Kommune, only the pairs are shown, and another group keeps that company',
  async (t) => {
    const values = units.map((_unit, index) => (index === 0 ? null : 5 + (index % 3)))
    const both = buildPanel(
      units,
      [
        answers('umfrage-1', { zp_gesamt: then }),
        answers('umfrage-4', { zp_gesamt: values.map((one, at) => (at > 300 && at < 320 ? null : one)) }),
      ],
      ['zp_gesamt'],
    )
    const { variables } = compareWaves({
      surveys,
      variables: [variableOf('zp_gesamt')],
      panel: both,
      continues,
      grouping,
    })
    const groups = variables[0]?.steps[0]?.groups ?? []
    t.strictSame(
      groups.map(({ code, result }) => [code, result?.before === undefined]),
      [
        ['a', true],
        ['uebrige', true],
      ],
    )
    t.not(variables[0]?.steps[0]?.total.result?.before, undefined)
  },
)

t.test('over three waves every one is compared with every later one, and the tests are one family', async (t) => {
  const three = [
    ...surveys,
    { wave: 'spaeter', instrument: surveys[1]?.instrument as (typeof surveys)[number]['instrument'] },
  ]
  const found = findVariable('zp_gesamt', three, declared, continues)
  if ('problem' in found) return t.fail(found.problem)
  const wide = buildPanel(
    units,
    [
      answers('umfrage-1', { zp_gesamt: then }),
      answers('umfrage-4', { zp_gesamt: now }),
      answers('spaeter', { zp_gesamt: now.map((one) => one + 1) }),
    ],
    ['zp_gesamt'],
  )
  const { variables, families } = compareWaves({ surveys: three, variables: [found], panel: wide, continues })
  t.strictSame(
    variables[0]?.steps.map(({ from, to, comparability }) => [from, to, comparability.status]),
    [
      ['umfrage-1', 'umfrage-4', 'same'],
      ['umfrage-1', 'spaeter', 'same'],
      ['umfrage-4', 'spaeter', 'same'],
    ],
  )
  t.equal(families.totals, 2, 'where all change alike there is no test')
})

t.test('a category is compared by transitions, and yes and no also by McNemar', async (t) => {
  const flag = variableOf('zg_gruppe_duldung')
  const ticked = (limit: number) => units.map((_unit, index) => (index % 10 < limit ? 1 : 0))
  const flags = buildPanel(
    units,
    [answers('umfrage-1', { zg_gruppe_duldung: ticked(3) }), answers('umfrage-4', { zg_gruppe_duldung: ticked(5) })],
    ['zg_gruppe_duldung'],
  )
  const { variables } = compareWaves({ surveys, variables: [flag], panel: flags, continues })
  const result = variables[0]?.steps[0]?.total.result
  if (result?.kind !== 'category' || result.yes === undefined) return t.fail('yes and no')
  t.strictSame(result.transitions.counts, [
    [200, 80],
    [0, 120],
  ])
  t.match(result.yes.change, { before: 30, after: 50, change: 20 })
  t.ok(defined(result.yes.mcnemar).exact.p < 1e-20)
  t.equal(defined(result.stuartMaxwell).chiSquare, 80)
})
