import fc from 'fast-check'
import t from 'tap'
import { benjaminiHochberg } from '../../../analysis/stats/benjamini-hochberg.ts'
import { holm } from '../../../analysis/stats/holm.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Family {
  p: number[]
  holm: number[]
  benjaminiHochberg: number[]
}

t.test('adjusted p values as in R', async (t) => {
  for (const [name, { p, ...expected }] of Object.entries(readReference<Record<string, Family>>('families'))) {
    agrees(t, { holm: holm(p), benjaminiHochberg: benjaminiHochberg(p) }, expected, name, 14)
  }
})

t.test('edges', async (t) => {
  for (const adjust of [holm, benjaminiHochberg]) {
    t.strictSame(adjust([]), [])
    t.strictSame(adjust([0, 0, 1]), [0, 0, 1])
    t.throws(() => adjust([0.1, Number.NaN]), { message: /^ps\[1] is NaN/ })
    t.throws(() => adjust([0.1, 1.2]), { message: /^ps\[1] is 1.2/ })
  }
})

t.test('p ≤ Benjamini and Hochberg ≤ Holm ≤ 1, in the order of p, wherever it stands', async () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(p, { maxLength: 30 }), (ps) => {
      const [strict, mild] = [holm(ps), benjaminiHochberg(ps)]
      const ordered = ps.every((a, i) => ps.every((b, j) => a > b || (strict[i] as number) <= (strict[j] as number)))
      const backwards = holm([...ps].reverse()).reverse()
      return (
        ordered &&
        JSON.stringify(backwards) === JSON.stringify(strict) &&
        ps.every((p, i) => p <= (mild[i] as number) && (mild[i] as number) <= (strict[i] as number) * (1 + 1e-15)) &&
        strict.every((p) => p <= 1)
      )
    }),
  )
})
