import t from 'tap'
import { influenceOf } from '../../../analysis/compare/influence.ts'
import { meanInfluence } from '../../../analysis/stats/mean-influence.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import { trimmedMean } from '../../../analysis/stats/trimmed-mean.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Case {
  before: number[]
  after: number[]
  influence: number[]
  most: number[]
  trimmed: number
  far: number
  without: object
}

t.test('the mean without single ones, without the five that move it most, and trimmed agrees with R', async (t) => {
  for (const [name, { before, after, ...expected }] of Object.entries(
    readReference<Record<string, Case>>('influence'),
  )) {
    const changes = after.map((value, index) => value - (before[index] as number))
    agrees(t, meanInfluence(changes), expected.influence, `${name}: influence`, 9)
    agrees(t, trimmedMean(changes, 0.1), expected.trimmed, `${name}: trimmed`, 12)
    agrees(t, trimmedMean(changes, 0.25), expected.far, `${name}: trimmed further`, 12)
    const keys = changes.map(String)
    const found = influenceOf(
      changes.map((_change, index) => ({
        index,
        unit: keys[index] ?? '',
        before: before[index] ?? 0,
        after: after[index] ?? 0,
      })),
      { level: 0.95, drawn: {} },
    )
    if (found === undefined) return t.fail('there are enough pairs')
    t.strictSame(
      found.most.map(({ index }) => index),
      expected.most,
      `${name}: which five`,
    )
    agrees(t, found.without, expected.without, `${name}: without the five`, 11)
    agrees(t, found.trimmed, expected.trimmed, `${name}: trimmed in a comparison`, 12)
    const [first] = found.most
    const moved = (meanInfluence(changes) as number[])[first?.index ?? 0] ?? 0
    const all = trimmedMean(changes, 0)
    if (first === undefined || !isDefined(first.without) || !isDefined(all)) return t.fail('a mean without one')
    agrees(t, all - first.without.change, moved, `${name}: without the first of them`, 9)
  }
})

t.test('what cannot be reckoned with says so', async (t) => {
  t.strictSame(meanInfluence([1]), { notDefined: 'too-few-values' })
  t.strictSame(trimmedMean([], 0.1), { notDefined: 'no-values' })
  t.throws(() => trimmedMean([1, 2], 0.5), /no share below one half/)
  t.throws(() => trimmedMean([Number.NaN], 0.1), RangeError)
})
