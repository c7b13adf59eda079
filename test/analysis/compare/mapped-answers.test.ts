import t from 'tap'
import { compareWaves } from '../../../analysis/compare/compare-waves.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { wholeReason } from '../../../analysis/panel/comparability.ts'
import { listed } from '../../../analysis/panel/list-variables.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { flatRows } from '../../../analysis/report/print/comparison-rows.ts'
import { random } from '../../../analysis/stats/random.ts'
import type { Concordance } from '../../../schemas/concordance.ts'
import { continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { published } from '../../support/published.ts'

const concordances = await loadConcordances()
const waves = ['umfrage-0', 'umfrage-2']
const surveys = await Promise.all(waves.map(async (wave) => ({ wave, instrument: await published(wave) })))
const units = Array.from({ length: 300 }, (_, index) => String(100_000 + index))
const next = random(3)
const any = (codes: (string | null)[]) => codes[Math.floor(codes.length * next())] ?? null
const then = units.map(() => any(['kommune', 'landkreis', 'traeger', 'andere', 'andere', null]))
const now = units.map(() => any(['kommune', 'traeger', 'landratsamt', 'landratsamt_traeger', 'sonstiges', null]))

/** Compares the raw answers of both waves as a concordance says, the waves in the order given. */
function comparedBy(rules: readonly Concordance[], order = surveys) {
  const continues: Parameters<typeof compareWaves>[0]['continues'] = (before, after) =>
    continuedVariables(rules, before, after)
  const variable = findVariable('organisation', surveys, [], continues)
  if ('problem' in variable) throw new Error(variable.problem)
  const places = (answers: (string | null)[]) =>
    answers.map((code) => (code === null ? null : variable.categories.findIndex((one) => one.code === code)))
  const answers = new Map([
    ['umfrage-0', then],
    ['umfrage-2', now],
  ])
  const panel = buildPanel(
    units,
    order.map(({ wave }) => ({
      wave,
      units,
      columns: new Map([['organisation', { numbers: places(answers.get(wave) ?? []) }]]),
    })),
    ['organisation'],
  )
  const compared = compareWaves({ surveys: order, variables: [variable], panel, continues })
  const step = compared.variables[0]?.steps[0]
  const result = step?.total.result
  if (step === undefined || result?.kind !== 'category') throw new Error('a choice is compared as one')
  return { compared, step, result, variable, continues }
}

/** By hand, with what somebody who reads both questionnaires would say, and not with the concordance. */
const byHand = ['kommune', 'traeger', 'landkreis', 'andere'].map((was) =>
  ['kommune', 'traeger', 'landratsamt', 'sonstiges'].map(
    (is) => units.filter((_unit, index) => then[index] === was && now[index] === is).length,
  ),
)

t.test('the table of moves is the one that is counted by hand from the raw answers', async (t) => {
  const { result, step } = comparedBy(concordances)
  t.strictSame(result.transitions.counts, byHand)
  t.strictSame(result.transitions.categories, ['kommune', 'traeger', 'landkreis', 'andere'])
  t.strictSame(
    result.pairs.before.categories.map(({ label }) => label),
    ['Eigene Verwaltung', 'Freier oder privater Träger', 'Landkreis', 'Anders'],
  )
  t.match(result.stuartMaxwell, { df: 3 })
  const open = now.filter((code) => code === 'landratsamt_traeger').length
  const count = (answers: (string | null)[], code: string | null) => answers.filter((one) => one === code).length
  t.strictSame(result.missing, {
    before: { leer: count(then, null) },
    after: { leer: count(now, null), nicht_zuordenbar: open },
  })
  t.equal(
    step.total.size.pairs,
    byHand.flat().reduce((a, b) => a + b, 0),
  )
  t.equal(result.after?.n, units.length - open - count(now, null), 'what is undecided is in no level either')
})

t.test('the later wave first is the same table turned', async (t) => {
  const { result } = comparedBy(concordances, surveys.toReversed())
  t.strictSame(
    result.transitions.counts,
    byHand.map((_row, at) => byHand.map((row) => row[at])),
  )
  t.ok((result.missing.before as Record<string, number>).nicht_zuordenbar)
})

t.test('a swapped code is found', async (t) => {
  const swapped = structuredClone(concordances)
  const steps = swapped.flatMap((one) => one.steps).filter(({ from, to }) => from === waves[0] && to === waves[1])
  const concepts = steps.flatMap((step) => step.concepts)
  const categories = concepts.find(({ codes }) => codes !== undefined)?.codes?.categories
  const [, traeger, landkreis] = categories ?? []
  if (traeger === undefined || landkreis === undefined) return t.fail('there is a mapping')
  ;[traeger.after, landkreis.after] = [landkreis.after, traeger.after]
  t.strictNotSame(comparedBy(swapped).result.transitions.counts, byHand)
})

t.test('whoever reads the result is told of the mapping', async (t) => {
  const { step, compared, variable, continues } = comparedBy(concordances)
  const words = /Landkreis: umfrage-0 „Der Landkreis“, umfrage-2 „Das Landratsamt .* führt dieses selbst durch“/
  t.match(step.comparability, { status: 'reworded', why: /Verglichen werden gemeinsame Antworten\.$/ })
  t.match(step.comparability.mapping, { categories: Array, words })
  t.match(
    wholeReason(step.comparability),
    /Ohne Entsprechung .*: umfrage-2 „Das Landratsamt .* privaten Träger eingesetzt“\.$/,
  )
  t.match(flatRows(compared)[0], { vergleichbarkeit_grund: words, kategoriename: 'Eigene Verwaltung' })
  t.match(listed(variable, surveys, continues).steps[0]?.comparability.mapping, { words })
})
