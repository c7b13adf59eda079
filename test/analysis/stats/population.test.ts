import t from 'tap'
import { clusteredDifferences } from '../../../analysis/stats/clustered-differences.ts'
import { clusteredMean } from '../../../analysis/stats/clustered-mean.ts'
import { domainContributions } from '../../../analysis/stats/domain-contributions.ts'
import { type GroupMeans, groupDifferences } from '../../../analysis/stats/group-differences.ts'
import { pairDifference } from '../../../analysis/stats/pair-difference.ts'
import { pairedChange } from '../../../analysis/stats/paired-change.ts'
import { ratioChange } from '../../../analysis/stats/ratio-change.ts'
import { shareChange } from '../../../analysis/stats/share-change.ts'
import { totalCovariance } from '../../../analysis/stats/total-covariance.ts'
import { weightedPairedChange } from '../../../analysis/stats/weighted-paired-change.ts'
import { defined } from '../../support/defined.ts'
import { agrees, misses, readReference } from '../../support/reference.ts'

interface Plain {
  before: number[]
  after: number[]
  size: number
  change: object
  ratio: object
}
interface Design {
  x: number[]
  y: number[]
  p1: number[]
  b1: number[]
  p2: number[]
  b2: number[]
  weights: number[]
  strata?: string[]
  fractions?: number[]
  clusters?: string[]
  domain: boolean[]
  change: object
  ratio: object
  share: object
}
interface Welch extends GroupMeans {
  joint: object
  pair: object
}
interface Related extends Welch {
  x: number[]
  y: number[]
  weights: number[]
  clusters: string[]
  groups: string[]
  names: string[]
}
interface Clustered {
  values: number[]
  groups: string[]
  clusters: string[]
  mean: object
  joint: object
  pairs: { first: string; second: string; figures: object }[]
}
const cases = readReference<Record<string, unknown>>('population')
const clustered = readReference<Record<string, Clustered>>('clustered')

const nothing = { notDefined: 'no-sampling-error' }
for (const name of ['cars', 'whole'])
  t.test(`${name}: pairs of a finite population as in R's survey with fpc`, async (t) => {
    const { before, after, size, change, ratio } = cases[name] as Plain
    const fraction = before.length / size
    const [ones, fractions] = [1, fraction].map((one) => before.map(() => one)) as [number[], number[]]
    agrees(t, pairedChange(before, after, { fraction }), change, 'mean change')
    agrees(t, weightedPairedChange(before, after, ones, { fractions }), change, 'the same by weights of 1')
    agrees(t, ratioChange(before, after, ones, { fractions }), ratio, 'change of the sum')
    const [without, other] = [pairedChange(before, after), pairedChange(before, after, { fraction: fraction * 0.99 })]
    for (const wrong of [without, other]) t.not(misses(wrong, change, 9).length, 0, 'another population is found')
    const all = before.map(() => 1)
    t.match(pairedChange(before, after, { fraction: 1 }), { se: nothing, interval: nothing, test: nothing })
    t.match(ratioChange(before, after, ones, { fractions: all }), { se: nothing, interval: nothing, test: nothing })
  })

for (const name of ['strata', 'strata_domain', 'clusters', 'clusters_domain'])
  t.test(`${name}: weighted figures with strata, fractions and clusters as in R's survey`, async (t) => {
    const { x, y, p1, b1, p2, b2, weights, strata, fractions, clusters, domain, ...expected } = cases[name] as Design
    const options = { strata, fractions, clusters, domain }
    agrees(t, weightedPairedChange(x, y, weights, options), expected.change, 'change')
    agrees(t, ratioChange(x, y, weights, options), expected.ratio, 'change of the sum')
    const share = shareChange({ parts: p1, base: b1 }, { parts: p2, base: b2 }, weights, options)
    agrees(t, share, expected.share, 'change of a share')
    const loose = weightedPairedChange(x, y, weights, { domain })
    t.not(misses(loose, expected.change, 9).length, 0, 'a design that is left out is found')
  })

for (const name of ['sprays', 'chicks', 'two'])
  t.test(`${name}: whether groups differ as in R's oneway.test and t.test`, async (t) => {
    const { joint, pair, ...groups } = cases[name] as Welch
    agrees(t, groupDifferences(groups), joint, 'all of them')
    agrees(t, pairDifference(groups, [0, 1]), pair, 'two of them')
    const wrong = { ...groups, dfs: groups.dfs.map((df) => df + 1) }
    t.not(misses(groupDifferences(wrong), joint, 9).length, 0, 'wrong degrees of freedom are found')
  })

t.test("weighted means of groups that hang together, as in R's survey", async (t) => {
  const { x, y, weights, clusters, groups, names, joint, pair, ...expected } = cases.related as Related
  const changes = y.map((one, index) => one - (x[index] as number))
  const parts = names.map((name) =>
    defined(domainContributions(changes, weights, { domain: groups.map((one) => one === name) })),
  )
  const means = parts.map(({ mean }) => mean)
  const covariance = totalCovariance(
    parts.map(({ contributions }) => contributions),
    { clusters },
  )
  agrees(t, { means, covariance }, { means: expected.means, covariance: expected.covariance }, 'means and covariance')
  agrees(t, groupDifferences({ means, covariance, dfs: expected.dfs }), joint, 'all of them')
  agrees(t, pairDifference({ means, covariance, dfs: expected.dfs }, [0, 1]), pair, 'two of them')
})

for (const [name, { values, groups, clusters, mean, joint, pairs }] of Object.entries(clustered))
  t.test(`${name}: values in clusters as in R's clubSandwich`, async (t) => {
    agrees(t, clusteredMean(values, clusters), mean, 'mean')
    const ours = clusteredDifferences(values, groups, clusters)
    agrees(t, ours.joint, joint, 'whether groups differ', 8)
    for (const { first, second, figures } of pairs) agrees(t, ours.pair(first, second), figures, `${first} ${second}`)
    const own = values.map((_, index) => String(index))
    t.not(misses(clusteredMean(values, own), mean, 9).length, 0, 'clusters that are left out are found')
  })

t.test('where there is nothing to say', async (t) => {
  t.match(clusteredMean([1, 2], ['a', 'a']), { notDefined: 'too-few-values' })
  t.match(clusteredMean([], []), { notDefined: 'no-values' })
  t.match(
    groupDifferences({
      means: [1, 2],
      covariance: [
        [0, 0],
        [0, 1],
      ],
      dfs: [1, 1],
    }),
    { notDefined: 'no-variation' },
  )
  t.match(groupDifferences({ means: [1], covariance: [[1]], dfs: [1] }), { notDefined: 'too-few-values' })
  t.match(ratioChange([0, 0], [1, 2], [1, 1]), { notDefined: 'no-values' })
  t.match(ratioChange([1, 2], [2, 4], [1, 1]), { change: 100, se: { notDefined: 'no-variation' } })
  t.match(clusteredDifferences([1, 2, 3, 4], ['a', 'a', 'b', 'b'], ['u', 'u', 'v', 'w']).joint, {
    notDefined: 'too-few-clusters',
  })
})
