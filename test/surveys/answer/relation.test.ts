import fc from 'fast-check'
import t from 'tap'
import { compareSums, type Sum } from '../../../surveys/answer/relation.ts'

const sum = (known: number, blank = 0, missing = 0): Sum => ({ known, blank, missing })

// What single sums are held to stands in test/cases/sums, for server and browser.

t.test('no way of filling in what is missing changes a verdict', async () => {
  const part = fc.record({ known: fc.nat(50), blank: fc.nat(2), missing: fc.nat(2), later: fc.nat(50) })
  fc.assert(
    fc.property(part, fc.constantFrom('equal', 'atMost', 'atLeast'), part, (left, relation, right) => {
      const outcome = compareSums(left, relation as 'equal', right)
      const filled = ({ known, blank, missing, later }: typeof left) => sum(known + (blank + missing > 0 ? later : 0))
      const final = compareSums(filled(left), relation as 'equal', filled(right))
      return outcome === 'satisfied' || outcome === 'violated' ? final === outcome : true
    }),
    { numRuns: 10_000 },
  )
})
