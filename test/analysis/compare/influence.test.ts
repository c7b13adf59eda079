import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import { tellInfluence } from '../../../analysis/compare/disclose-influence.ts'
import { influenceOf, type Pair } from '../../../analysis/compare/influence.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { warningsOf } from '../../../analysis/report/warnings.ts'
import { random } from '../../../analysis/stats/random.ts'
import { published } from '../../support/published.ts'

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
)
const continues: CompareWaves['continues'] = () => []
const found = findVariable('zp_gesamt', surveys, [], continues)
if ('problem' in found) throw new Error(found.problem)
const variable = found

const units = Array.from({ length: 300 }, (_, index) => String(100_000 + index))
const next = random(17)
const first = units.map(() => 40 + Math.floor(60 * next()))
const second = first.map((value) => value - 9 + Math.floor(9 * (next() + next() - 1)))
/** One nought too many, thrice: 10 became 10.000. */
const [before, after] = [first.with(70, 10), second.with(70, 10_000)]

function stepOf(numbers: readonly [number[], number[]], reads: NonNullable<CompareWaves['reads']>, options = {}) {
  const panel = buildPanel(
    units,
    surveys.map(({ wave }, place) => ({
      wave,
      units,
      columns: new Map([[variable.name, { numbers: numbers[place] as number[] }]]),
    })),
    [variable.name],
  )
  const inhabitants = units.map(() => 2632)
  const asked = {
    surveys,
    variables: [variable],
    panel,
    continues,
    reads,
    inhabitants,
    options: { replicates: 0, ...options },
  }
  const step = compareWaves(asked).variables[0]?.steps[0]
  if (step?.total.result?.kind !== 'number') throw new Error('a number is compared as one')
  const warnings = warningsOf(step, { many: 'Kommunen', nameOf: (unit) => `Ort ${unit}`, level: 0.95 })
  return { warnings, influence: step.total.result.influence }
}
const [everybody, nobody] = [() => true, () => false]

t.test('one wrong value is named to whoever may look at it, with the result without it', async (t) => {
  const { warnings, influence } = stepOf([before, after], everybody)
  t.match(influence?.units[0], { unit: '100070', rank: 1, before: 10, after: 10_000 })
  t.equal(influence?.units.length, 5)
  t.match(
    warnings[0],
    /^Eine einzige Angabe bestimmt das Ergebnis: Ort 100070 \(von 10 auf 10\.000\)\. Ohne sie ist die mittlere Veränderung −9,\d+ \(p < 0,0001\) statt \+23,\d+ \(p = 0,\d+\)/,
  )
  t.equal(
    warnings[1],
    'Kommunen mit einer Angabe über ihrer Einwohnerzahl: 1; Ort 100070 (10.000 bei 2.632 Einwohnern; umfrage-4).',
  )
  t.match(warnings[2], /^Mittelwert und Ränge sagen Verschiedenes: t-Test p = 0,\d+, Vorzeichen-Rang-Test p < 0,0001/)
  t.strictSame(stepOf([first, second], everybody).warnings, [], 'without it nothing is wrong')
})

t.test('what decides with weights as well as without them is said once, with both results', async (t) => {
  const values = Float64Array.from(units, (_unit, index) => 1 + (index % 7) / 10)
  const { warnings } = stepOf([before, after], everybody, { weights: { name: 'x', label: 'x', values } })
  t.match(
    warnings[0],
    /^Eine einzige Angabe bestimmt das Ergebnis, mit Gewichten wie ohne: Ort 100070 \(von 10 auf 10\.000\)\. Ohne sie ist die mittlere Veränderung −9,\d+ \(.*\) statt \+23,\d+ \(.*\), die gewichtete −\d+,\d+ \(p < 0,0001\) statt \+\d+/,
  )
  t.equal(warnings.filter((one) => one.includes('einzige Angabe')).length, 1)
})

t.test('others learn that it hangs on few, and nothing from which the value follows', async (t) => {
  const { warnings, influence } = stepOf([before, after], nobody)
  t.strictSame(influence?.units, [])
  t.equal(influence?.without, 'verdeckt', 'what five changed is nearly what the one did')
  t.match(warnings[0], /^Das Ergebnis hängt an wenigen Kommunen: .* \+23,\d+ \(p = 0,\d+\), .* aber −9,\d+/)
  t.equal(warnings[1], 'Kommunen mit einer Angabe über ihrer Einwohnerzahl: weniger als 3.')
  t.notMatch(warnings.join(' '), /Ort|10\.000/)
  const many = stepOf([before, second.map((one, index) => (index < 4 ? 9_000 : one))], nobody).warnings
  t.ok(many.includes('Kommunen mit einer Angabe über ihrer Einwohnerzahl: 4.'), 'of three and more it is told how many')
  const quiet = stepOf([first, second], nobody).influence
  t.match(quiet, {
    many: 5,
    units: [],
    without: { n: 295, se: { notDefined: 'hidden' }, test: { notDefined: 'hidden' } },
  })
})

t.test('whoever may look at some of the five does not learn of the others by subtraction', async (t) => {
  const five = stepOf([first, second], everybody).influence?.units.map(({ unit }) => units.indexOf(unit)) ?? []
  for (const unread of [1, 2, 3, 5]) {
    const hiddenOnes = new Set(five.slice(0, unread))
    const { influence } = stepOf([first, second], (_wave, index) => !hiddenOnes.has(index))
    t.equal(influence?.units.length, 5 - unread)
    t.equal(influence?.without === 'verdeckt', unread < 3, `${unread} of five`)
  }
})

t.test('what is cut off must not differ from the five by one or two', async (t) => {
  // Of twenty four are cut off: the five less these are one.
  const values = [-90, -80, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 60, 70, 85]
  const pairs = values.map((after, index): Pair => ({ index, unit: `${index}`, before: 0, after }))
  const influence = influenceOf(pairs, { level: 0.95, drawn: {} })
  if (influence === undefined) return t.fail('there are enough')
  const count = (indices: readonly number[]) => indices.length
  const told = tellInfluence(influence, { backing: { count }, reads: nobody, isErrorTold: true })
  t.match(told, { without: { n: 15 }, trimmed: 'verdeckt' })
  const all = tellInfluence(influence, { backing: { count }, reads: everybody, isErrorTold: true })
  t.equal(all.trimmed, (-2 - 1 + 78 + 60) / 16)
})

t.test('where few persons come from few Verbünde nothing is told of them', async (t) => {
  const pairs = units.map(
    (unit, index): Pair => ({ index, unit, before: before[index] ?? 0, after: second[index] ?? 0 }),
  )
  const influence = influenceOf(pairs, { level: 0.95, drawn: {} })
  if (influence === undefined) return t.fail('there are enough')
  const count = (indices: readonly number[]) => Math.min(2, indices.length)
  const told = tellInfluence(influence, { backing: { count }, reads: nobody, isErrorTold: true })
  t.strictSame([told.without, told.trimmed], ['verdeckt', 'verdeckt'])
})
