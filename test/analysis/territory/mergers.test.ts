import t from 'tap'
import { endingsOf, mergers, unincorporated } from '../../../analysis/territory/mergers.ts'

t.test('the mergers on record: in order, nobody ends twice, nothing is both Kommune and none', async (t) => {
  t.strictSame(
    mergers.map(({ ab }) => ab),
    mergers.map(({ ab }) => ab).toSorted(),
  )
  const ended = mergers.flatMap(({ aus }) => Object.keys(aus))
  t.equal(new Set(ended).size, ended.length)
  t.notOk(ended.some((key) => unincorporated.has(key)))
  t.notOk(mergers.some(({ in: whole, aus }) => whole in aus))
  t.equal(endingsOf(mergers).get('336098')?.in, '336107')
})
