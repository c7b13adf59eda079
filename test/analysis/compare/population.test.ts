import t from 'tap'
import { type CompareWaves, compareWaves } from '../../../analysis/compare/compare-waves.ts'
import type { Population } from '../../../analysis/compare/population.ts'
import type { Step } from '../../../analysis/compare/results.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { participationWeights } from '../../../analysis/participation/participation-weights.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { defined } from '../../support/defined.ts'
import { published } from '../../support/published.ts'

const surveys = await Promise.all(
  ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
)
const continues: CompareWaves['continues'] = () => []
const found = findVariable('zp_gesamt', surveys, [], continues)
if ('problem' in found) throw new Error(found.problem)
const variable = found

// 20 Kreise of 20 in five Bezirke; those of a Kreis hang together, and Kreise of another Bezirk change otherwise.
const units = Array.from({ length: 400 }, (_, index) => String(100_000 + index))
const kreisOf = units.map((_, index) => String(index % 20))
const bezirkOf = kreisOf.map((kreis) => String(Number(kreis) % 5))
const all = [...units.keys()]
const grouping = (name: string, of: readonly string[], isOfKnownSize = true): Grouping => ({
  ...{ name, label: name, of, isOfKnownSize },
  groups: [...new Set(of)].sort().map((code) => ({ code, label: code })),
})
const byBezirk = grouping('bezirk', bezirkOf)
const everybody = new Uint8Array(400).fill(1)
const asked: Population = {
  kind: 'asked',
  asked: new Map(surveys.map(({ wave }) => [wave, everybody])),
  frame: all,
}
const inKreise: Population = { kind: 'process', clusters: { name: 'kreis', many: 'Kreise', of: kreisOf } }

const next = random(5)
const bell = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

interface World {
  before: number[]
  after: number[]
}
/** What all would have said, if all had answered. */
function draw(shift = (_index: number) => 0, ofKreis = 0): World {
  const kreise = Array.from({ length: 20 }, () => ofKreis * bell())
  const before = all.map(() => 100 + 20 * bell())
  return {
    before,
    after: before.map((value, index) => value + 5 * bell() + shift(index) + (kreise[index % 20] as number)),
  }
}

function stepOf({ before, after }: World, answers: readonly boolean[], rest: Partial<CompareWaves>): Step {
  const wave = (place: 0 | 1, numbers: readonly number[]) => ({
    wave: surveys[place]?.wave ?? '',
    units,
    columns: new Map([[variable.name, { numbers: numbers.map((one, index) => (answers[index] ? one : null)) }]]),
  })
  const panel = buildPanel(units, [wave(0, before), wave(1, after)], [variable.name])
  return compareWaves({ surveys, variables: [variable], panel, continues, ...rest }).variables[0]?.steps[0] as Step
}
const numbersOf = ({ result }: Step['total']) => {
  if (result?.kind !== 'number') throw new Error('a number is compared as one')
  return result
}

t.test(
  'a group that answered in full has no error, others have their own share, groups by answers that of all',
  async (t) => {
    const world = draw()
    const answers = units.map((_, index) => bezirkOf[index] === '0' || index % 3 > 0)
    const options = { replicates: 0, population: asked }
    const { total, groups, differences } = stepOf(world, answers, { options, grouping: byBezirk })
    const [full, part] = groups.map(numbersOf)
    t.match(full?.change, { se: { notDefined: 'no-sampling-error' }, test: { notDefined: 'no-sampling-error' } })
    t.strictSame([full?.observed, part?.observed?.of], [{ pairs: 80, of: 80 }, 80])
    const { n, sd, se } = defined(numbersOf(groups[1] as Step['total']).change)
    t.equal(se, ((sd as number) / Math.sqrt(n)) * Math.sqrt(1 - n / 80))
    t.strictSame(differences?.groups, ['1', '2', '3', '4'], 'what is certain is not held against others')
    t.equal(numbersOf(total).observed?.of, 400)
    const byAnswer = stepOf(world, answers, { options, grouping: grouping('antwort', bezirkOf, false) })
    const ofAll = numbersOf(byAnswer.groups[0] as Step['total'])
    t.strictSame(ofAll.observed, numbersOf(total).observed)
    t.ok(isDefined(ofAll.change) && isDefined(ofAll.change.se), 'nobody knows that all of them answered')
  },
)

t.test('of a filter by answers only those are known who gave them, so that the share of all is counted', async (t) => {
  const some = all.filter((index) => index % 2 === 0)
  const step = stepOf(
    draw(),
    units.map(() => true),
    { indices: some, options: { replicates: 0, population: asked } },
  )
  t.strictSame(numbersOf(step.total).observed, { pairs: 200, of: 400 })
})

/** Of many worlds, how often an interval meets what it speaks of, or a test rejects. */
const worlds = amount(40, 2_000)
function share(is: () => boolean | undefined): number {
  let [met, tried] = [0, 0]
  for (let count = 0; count < worlds; count += 1) {
    const one = is()
    if (one === undefined) continue
    tried += 1
    if (one) met += 1
  }
  return met / tried
}
/** With all worlds to within two points; a part of them says it only to within four errors. */
const isNear = (rate: number, expected: number) =>
  Math.abs(rate - expected) < amount(4 * Math.sqrt((expected * (1 - expected)) / worlds), 0.02)

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
const truthOf = ({ before, after }: World, of: readonly number[] = all) =>
  meanOf(of.map((index) => (after[index] as number) - (before[index] as number)))
const covers = (one: { interval: unknown } | undefined, truth: number) => {
  const interval = one?.interval
  return Array.isArray(interval) ? interval[0] <= truth && truth <= interval[1] : undefined
}
const silent = () => units.map(() => next() < 0.6)

t.test('95 of 100 intervals hold what they speak of, and 5 of 100 tests reject where nothing differs', async (t) => {
  const said: Record<string, [rate: number, expected: number]> = {
    'the mean of those who were asked': [
      share(() => {
        const world = draw()
        const { total } = stepOf(world, silent(), { options: { replicates: 0, population: asked } })
        return covers(defined(numbersOf(total).change), truthOf(world))
      }),
      0.95,
    ],
    'and their sum': [
      share(() => {
        const world = draw()
        const { total } = stepOf(world, silent(), { options: { replicates: 0, population: asked } })
        const pooled = numbersOf(total).pooled
        const truth = 100 * (meanOf(world.after) / meanOf(world.before) - 1)
        return pooled !== undefined && 'change' in pooled ? covers(pooled, truth) : undefined
      }),
      0.95,
    ],
    'post-stratified, with silence that differs by Bezirk': [
      share(() => {
        const world = draw((index) => 3 * (index % 5))
        const answers = units.map((_, index) => next() < 0.3 + 0.12 * (index % 5))
        const sample = all.filter((index) => answers[index])
        const made = participationWeights('post', { population: all, sample, groupings: [byBezirk], covariates: [] })
        const weights = { name: 'post', label: 'post', ...defined(made) }
        const { total } = stepOf(world, answers, { options: { replicates: 0, population: asked, weights } })
        return covers(defined(numbersOf(total).weighted ?? { notDefined: 'no-values' }), truthOf(world))
      }),
      0.95,
    ],
    'a process, of Kreise that hang together': [
      share(() => {
        const { total } = stepOf(draw(undefined, 3), silent(), { options: { replicates: 0, population: inKreise } })
        return covers(defined(numbersOf(total).change), 0)
      }),
      0.95,
    ],
    'whether groups differ': [
      share(() => {
        const { differences } = stepOf(draw(), silent(), { options: { replicates: 0 }, grouping: byBezirk })
        return differences && isDefined(differences.joint) ? differences.joint.p < 0.05 : undefined
      }),
      0.05,
    ],
    'whether groups differ that Kreise run through': [
      share(() => {
        const half = grouping(
          'half',
          units.map((_, index) => String(Math.floor(index / 20) % 3)),
        )
        const step = stepOf(draw(undefined, 3), silent(), {
          options: { replicates: 0, population: inKreise },
          grouping: half,
        })
        return step.differences && isDefined(step.differences.joint) ? step.differences.joint.p < 0.05 : undefined
      }),
      0.05,
    ],
  }
  for (const [name, [rate, expected]] of Object.entries(said))
    t.ok(isNear(rate, expected), `${name}: ${(100 * rate).toFixed(1)} of 100`)
  const wrong = share(() => {
    const { total } = stepOf(draw(undefined, 3), silent(), { options: { replicates: 0 } })
    return covers(defined(numbersOf(total).change), 0)
  })
  t.notOk(isNear(wrong, 0.95), `taken for independent, Kreise are found: ${(100 * wrong).toFixed(1)}`)
})
