import fc from 'fast-check'
import t from 'tap'
import { canonicalJson } from '../../../surveys/definition/canonical.ts'

/** The definition itself, in the words of JSON.stringify. */
const sorted = (value: unknown) =>
  JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

t.test('canonical JSON is JSON with sorted keys, whatever stands in it', async () => {
  const noIndex = fc.string({ unit: 'binary' }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__')
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      tie('object'),
      fc.array(tie('value')),
    ),
    object: fc.dictionary(noIndex, tie('value')),
  })).value
  fc.assert(
    fc.property(json, (value) => canonicalJson(value) === sorted(value)),
    { numRuns: 2_000 },
  )
})

t.test('the order of keys does not matter, and what is not there is left out', async (t) => {
  t.equal(canonicalJson({ b: 1, a: { d: undefined, c: 'ä"' } }), '{"a":{"c":"ä\\""},"b":1}')
})
