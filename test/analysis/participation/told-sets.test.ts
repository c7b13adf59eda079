import t from 'tap'
import { setsOf } from '../../../analysis/compare/course.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { participationWeights } from '../../../analysis/participation/participation-weights.ts'
import { participationPatterns } from '../../../analysis/participation/patterns.ts'
import { besidePatterns } from '../../../analysis/participation/told-sets.ts'
import { defined } from '../../support/defined.ts'

/** One Kommune alone answered the first two waves and not the third. */
const patterns = Object.entries({ 111: 30, 110: 1, 101: 14, 100: 12, 11: 9, 10: 8, 1: 8, 0: 20 }).flatMap(
  ([pattern, count]) => new Array<string>(count).fill(pattern.padStart(3, '0')),
)
const names = ['a', 'b', 'c']
const waves = names.map((wave, at) => ({
  wave,
  asked: new Uint8Array(patterns.length).fill(1),
  answered: Uint8Array.from(patterns, (one) => Number(one[at])),
}))
const indices = [...patterns.keys()]
const halves: Grouping = {
  name: 'haelfte',
  label: 'Hälfte',
  groups: ['links', 'rechts'].map((code) => ({ code, label: code })),
  of: patterns.map((_one, index) => (index % 2 === 0 ? 'links' : 'rechts')),
}

t.test('beside patterns, weights do not tell of one who left out a wave', async (t) => {
  const told = participationPatterns({ waves, indices, characteristics: [], covariates: [] })
  t.equal(told.patterns.find(({ pattern }) => pattern === '110')?.count, 'verdeckt')
  const sets = setsOf(names).map((set) => {
    const sample = indices.filter((index) => set.every((wave) => patterns[index]?.[names.indexOf(wave)] === '1'))
    const task = { population: indices, sample, groupings: [halves], covariates: [] }
    return { waves: set, weights: { name: 'post', label: 'post', ...defined(participationWeights('post', task)) } }
  })
  const samples = new Map(
    besidePatterns(sets, told).map(({ waves: set, weights }) => [set.join(''), weights.report?.sample]),
  )
  t.equal(samples.get('a'), 57, 'how many answered a wave is known')
  t.ok(samples.get('ab') === 'verdeckt' || samples.get('abc') === 'verdeckt', [...samples].join('; '))
  t.ok(
    sets.every(({ weights }) => typeof weights.report.sample === 'number'),
    'each for itself could be told',
  )
})
