import t from 'tap'
import { responseOf, shownCount, sightOfParts } from '../../../../server/http/pages/intern/shown-counts.ts'

const kommunen = (...counts: number[]) =>
  counts.map((submitted, place) => ({ part: String(place), asked: 40, submitted, contributors: submitted }))

t.test('one and two Kommunen are covered, and another one with them where they would follow', async (t) => {
  t.strictSame(sightOfParts(kommunen(2, 1, 20)), [false, false, true], 'either could be the one')
  t.strictSame(sightOfParts(kommunen(2, 7, 20)), [false, false, true], 'the smallest of the others goes too')
  t.strictSame(sightOfParts(kommunen(1, 1, 20)), [false, false, false], 'two that make two are one each')
  t.strictSame(sightOfParts(kommunen(0, 3, 20)), [true, true, true], 'nobody at all tells nothing')
  t.equal(sightOfParts(kommunen(2)), undefined, 'where the sum is small, so is all')
  t.strictSame(sightOfParts([]), [])
})

t.test('persons of a single Verbund are no group, however many they are', async (t) => {
  const parts = [
    { part: '111', asked: 40, submitted: 30, contributors: 2 },
    { part: '117', asked: 40, submitted: 30, contributors: 8 },
    { part: '118', asked: 40, submitted: 35, contributors: 9 },
  ]
  t.strictSame(sightOfParts(parts), [false, false, true])
})

t.test('what is said instead', async (t) => {
  t.strictSame(shownCount(12, 24, true), { text: '12', share: 0.5 })
  t.strictSame(shownCount(12, 24, false), { text: 'verdeckt', share: null })
  t.equal(responseOf({ asked: 24, submitted: 2, contributors: 2 }, 'Kommunen'), 'weniger als 3 von 24 Kommunen')
  t.equal(responseOf({ asked: 24, submitted: 12, contributors: 12 }, 'Kommunen'), '12 von 24 Kommunen, 50,0\u00a0%')
})
