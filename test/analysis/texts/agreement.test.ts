import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { bootstrapReplicates } from '../../../analysis/stats/bootstrap-replicates.ts'
import { percentileInterval } from '../../../analysis/stats/percentile-interval.ts'
import { agreement, type CodedText } from '../../../analysis/texts/agreement/agreement.ts'
import { cohenKappa } from '../../../analysis/texts/agreement/cohen-kappa.ts'
import { differences } from '../../../analysis/texts/agreement/differences.ts'
import { masi, nominal } from '../../../analysis/texts/agreement/distance.ts'
import { fleissKappa } from '../../../analysis/texts/agreement/fleiss-kappa.ts'
import { krippendorffAlpha } from '../../../analysis/texts/agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../../../analysis/texts/agreement/percent-agreement.ts'
import type { Ratings } from '../../../analysis/texts/agreement/ratings.ts'
import { defined } from '../../support/defined.ts'
import { agrees } from '../../support/reference.ts'

interface Reference {
  /** MD5 of the script. */
  script: string
  kappas: Record<string, { one: string[]; other: string[]; kappa: number; error: number; n: number }>
  sets: string[][][]
  alpha: number
}

const folder = new URL('../../reference/agreement/', import.meta.url)
const script = fileURLToPath(new URL('psych.R', folder))
const md5 = createHash('md5').update(readFileSync(script)).digest('hex')
if (process.env.WRITE_REFERENCE === '1') {
  const { stdout, stderr, status } = spawnSync('Rscript', [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  writeFileSync(new URL('psych.json', folder), `${JSON.stringify({ script: md5, ...JSON.parse(stdout) })}\n`)
}
const reference: Reference = JSON.parse(readFileSync(new URL('psych.json', folder), 'utf8'))

const nominally = { distance: nominal, keyOf: (value: string) => value, seed: 1, replicates: 199 }
const keyOfSet = (set: ReadonlySet<string>) => [...set].sort().join()
/** Rows of coders, with a blank for what is missing, as texts. */
const textsOf = (...coders: string[]): Ratings[] =>
  Array.from(coders[0] ?? '', (_, at) => coders.map((row) => (row[at] === '.' ? null : (row[at] ?? null))))

t.test('kappa and alpha of sets as R says', async (t) => {
  t.equal(reference.script, md5, 'what is kept is of this script; WRITE_REFERENCE=1 renews it')
  for (const [name, { one, other, kappa, error, n }] of Object.entries(reference.kappas)) {
    const texts = one.map((value, at) => [value, other[at] ?? null])
    agrees(t, cohenKappa(texts), { kappa, error, n }, name, 11)
    agrees(
      t,
      cohenKappa([...texts, ['a', null]]),
      { kappa, error, n },
      `${name}, with one that one coder did not code`,
      11,
    )
  }
  const sets = reference.sets.map((text) => text.map((set) => new Set(set)))
  const { alpha } = defined(krippendorffAlpha(sets, { distance: masi, keyOf: keyOfSet, seed: 1, replicates: 99 }))
  agrees(t, alpha, reference.alpha, 'alpha of sets', 11)
})

t.test('the figures of publications', async (t) => {
  const twelve = textsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')
  const alpha = defined(krippendorffAlpha(twelve, nominally))
  t.equal(alpha.alpha.toFixed(3), '0.743', 'Krippendorff (2011), C: four coders, twelve units')
  t.equal(alpha.n, 11, 'the one that was coded once tells nothing')
  const binary = textsOf('0100000010', '1110010000')
  t.equal(defined(krippendorffAlpha(binary, nominally)).alpha.toFixed(3), '0.095', 'Krippendorff (2011), A')
  const counts = [
    '0 0 0 0 14',
    '0 2 6 4 2',
    '0 0 3 5 6',
    '0 3 9 2 0',
    '2 2 8 1 1',
    '7 7 0 0 0',
    '3 2 6 3 0',
    '2 5 3 2 2',
    '6 5 2 1 0',
    '0 2 2 3 7',
  ]
  const fourteen = counts.map((row) =>
    row.split(' ').flatMap((count, at) => Array<string>(Number(count)).fill(`${at}`)),
  )
  t.equal(defined(fleissKappa(fourteen)).kappa.toFixed(3), '0.210', 'Fleiss: ten units, fourteen coders')
  t.match(fleissKappa([...fourteen, ['1', '2', null]]), { n: 10, coders: 14 })
  t.equal(masi(new Set('ab'), new Set('abcd')).toFixed(3), '0.667', 'Passonneau: a subset of half the size')
  t.equal(masi(new Set('abc'), new Set('bcd')).toFixed(3), '0.833', 'half of all in common: 1 − ½·⅓')
  t.strictSame(
    [masi(new Set(), new Set()), masi(new Set('a'), new Set()), masi(new Set('ab'), new Set('ba'))],
    [0, 1, 0],
  )
})

t.test('the interval is that of texts drawn again', async (t) => {
  const texts = textsOf('1233214121323112', '1232214121.23112', '2233214.21323212')
  const options = { ...nominally, replicates: 299 }
  const { interval, alpha } = defined(krippendorffAlpha(texts, options))
  const again = bootstrapReplicates(
    texts,
    (sample) => defined(krippendorffAlpha(sample, { ...options, replicates: 1 })).alpha,
    options,
  )
  agrees(t, interval, percentileInterval(again), 'alpha of each sample computed anew', 12)
  t.strictSame(krippendorffAlpha(texts, options), krippendorffAlpha(texts, options))
  t.notSame(krippendorffAlpha(texts, { ...options, seed: 2 }), krippendorffAlpha(texts, options))
  const [lower, upper] = defined(interval)
  t.ok(lower < alpha && alpha < upper)
  const [closer, closest] = defined(defined(krippendorffAlpha(Array(8).fill(texts).flat(), options)).interval)
  t.ok(closest - closer < (upper - lower) / 2, 'eight times the texts, a third of the width')
})

t.test('where nothing can be said', async (t) => {
  const nothing = { notDefined: 'no-values' }
  const alike = { notDefined: 'no-variation' }
  for (const empty of [[], textsOf('12', '..')] satisfies Ratings[][]) {
    t.strictSame(percentAgreement(empty), nothing)
    t.strictSame(cohenKappa(empty), nothing)
    t.strictSame(fleissKappa(empty), nothing)
    t.strictSame(krippendorffAlpha(empty, nominally), nothing)
  }
  const same = textsOf('111', '111')
  t.equal(percentAgreement(same), 1)
  t.strictSame([cohenKappa(same), fleissKappa(same), krippendorffAlpha(same, nominally)], [alike, alike, alike])
  const agreed = textsOf('1212', '1212')
  t.match([cohenKappa(agreed), fleissKappa(agreed)], [{ kappa: 1, error: 0 }, { kappa: 1 }])
  t.match(krippendorffAlpha(textsOf('12', '11'), nominally), { interval: { notDefined: 'too-few-values' } })
  t.match(krippendorffAlpha(textsOf('1', '2'), nominally), { alpha: 0, interval: { notDefined: 'too-few-values' } })
})

const coded = (text: string, codings: Record<string, string>): CodedText => ({
  text,
  codings: new Map(Object.entries(codings).map(([coder, set]) => [coder, new Set(set)])),
})
const texts = [
  coded('1', { berg: 'a', tal: 'a' }),
  coded('2', { berg: 'ab', tal: 'a' }),
  coded('3', { berg: 'b', tal: 'b', wald: 'c' }),
  coded('4', { berg: '', tal: 'b' }),
  coded('5', { berg: 'abc' }),
]

t.test('per category and of all', async (t) => {
  const found = agreement(texts, ['a', 'b', 'c', 'd'], { seed: 1, replicates: 99 })
  t.match(found, { coders: ['berg', 'tal', 'wald'], texts: 4 })
  t.strictSame(
    found.categories.map(({ category, given }) => [category, given]),
    [
      ['a', 4],
      ['b', 4],
      ['c', 1],
      ['d', 0],
    ],
  )
  t.equal(found.categories[0]?.measures.percent, 1)
  t.equal(found.categories[1]?.measures.percent, 2 / 6, 'texts 1 and 3 once: of six pairs, two')
  t.strictSame(found.categories[3]?.measures.alpha, { notDefined: 'no-variation' })
  t.strictSame(
    found.categories[1]?.measures.cohen.map(({ coders }) => coders.join()),
    ['berg,tal', 'berg,wald', 'tal,wald'],
  )
  const pairs = found.categories[1]?.measures.cohen.map(({ result }) => defined(result))
  t.match(pairs, [
    { n: 4, kappa: 0 },
    { n: 1, kappa: 0 },
    { n: 1, kappa: 0 },
  ])
  t.equal(found.overall.percent, 2 / 6, 'the same set, or not')
  const sets = texts.slice(0, 4).map(({ codings }) => [...codings.values()])
  const byHand = defined(krippendorffAlpha(sets, { distance: masi, keyOf: keyOfSet, seed: 1, replicates: 99 }))
  t.strictSame(found.overall.alpha, byHand)
  t.strictSame(agreement([], ['a'], { seed: 1 }).overall.alpha, { notDefined: 'no-values' })
})

t.test('what is to be settled', async (t) => {
  t.strictSame(differences(texts, ['c', 'a', 'b']), [
    { text: '2', category: 'b', given: ['berg'], left: ['tal'] },
    { text: '3', category: 'c', given: ['wald'], left: ['berg', 'tal'] },
    { text: '3', category: 'b', given: ['berg', 'tal'], left: ['wald'] },
    { text: '4', category: 'b', given: ['tal'], left: ['berg'] },
  ])
})
