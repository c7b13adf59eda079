import fc from 'fast-check'
import t from 'tap'
import { compareSums, type Sum } from '../../../surveys/answer/relation.ts'

const sum = (known: number, blank = 0, missing = 0): Sum => ({ known, blank, missing })

const table: [left: Sum, relation: 'equal' | 'atMost' | 'atLeast', right: Sum, outcome: string][] = [
  [sum(120), 'equal', sum(120), 'satisfied'],
  [sum(118), 'equal', sum(120), 'violated'],
  [sum(121), 'equal', sum(120), 'violated'],
  [sum(0), 'equal', sum(0), 'satisfied'],
  // A blank part may still come, so too little is not yet wrong; too much is.
  [sum(88, 1), 'equal', sum(120), 'incomplete'],
  [sum(121, 1), 'equal', sum(120), 'violated'],
  [sum(120, 1), 'equal', sum(120), 'incomplete'],
  // A part that is not available never comes: nobody can tell.
  [sum(88, 0, 1), 'equal', sum(120), 'undecidable'],
  [sum(121, 0, 1), 'equal', sum(120), 'violated'],
  [sum(88, 1, 1), 'equal', sum(120), 'incomplete'],
  [sum(120), 'equal', sum(0, 1), 'incomplete'],
  [sum(120), 'equal', sum(0, 0, 1), 'undecidable'],
  [sum(100), 'atMost', sum(120), 'satisfied'],
  [sum(121), 'atMost', sum(120), 'violated'],
  [sum(100, 1), 'atMost', sum(120), 'incomplete'],
  [sum(100, 0, 1), 'atMost', sum(120), 'undecidable'],
  [sum(5), 'atMost', sum(3, 0, 1), 'undecidable'],
  [sum(3), 'atMost', sum(5, 1), 'satisfied'],
  [sum(130), 'atLeast', sum(120), 'satisfied'],
  [sum(110), 'atLeast', sum(120), 'violated'],
  [sum(110, 1), 'atLeast', sum(120), 'incomplete'],
  [sum(130, 1), 'atLeast', sum(120), 'satisfied'],
]
for (const [left, relation, right, outcome] of table) {
  t.test(`${JSON.stringify(left)} ${relation} ${JSON.stringify(right)}: ${outcome}`, async (t) => {
    t.equal(compareSums(left, relation, right), outcome)
  })
}

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
