import t from 'tap'
import { expectedShare } from '../../../analysis/response/expected-share.ts'
import type { SentTimes } from '../../../analysis/response/sent-times.ts'

const many = (count: number, at: number) => Array.from({ length: count }, () => at)
const current: SentTimes = {
  wave: 'jetzt',
  openedOn: '2026-11-01',
  lastDay: 19,
  now: 10,
  asked: 10,
  sent: [...many(1, 0.5), ...many(2, 3.2), ...many(1, 9.9)],
}
const last: SentTimes = {
  wave: 'davor',
  openedOn: '2024-11-01',
  lastDay: 29,
  now: 700,
  asked: 20,
  sent: [...many(4, 1), ...many(6, 8), ...many(4, 25), ...many(2, 40)],
}

/*
 * By hand. On day 10: r = 4/10, L = 10/20; at its Frist (before day 30) L = 14/20. Of the 10 missing then 4 sent: q = 0.4. So
 * r(T) = 1 − 0.6 · 0.6 = 0.64. p = (4 + 2)/14 = 3/7, p(1 − p) = 12/49; 1/6 + 1/14 = 5/21; √(60/1029) = 0.2414726;
 * times 1.96 · 0.6: 0.2839718. Seven days before: r(3) = 1/10, L(3) = 4/20; of 16 then missing 6 had sent by day 10:
 * 1 − 0.9 · (10/16) = 0.4375.
 */
t.test('the share at the Frist, as by hand', async (t) => {
  const found = expectedShare(current, last)
  const close = (value: number | undefined, wanted: number) => t.ok(Math.abs((value ?? 0) - wanted) < 1e-6, `${value}`)
  close(found?.share, 0.64)
  close(found?.ofMissing, 0.4)
  close(found?.margin, 0.2839718)
  t.equal(found?.before?.daysAgo, 7)
  close(found?.before?.share, 0.4375)
})

t.test('chance has a margin also where nobody sent later, and there is none where nobody is missing', async (t) => {
  const nobody = expectedShare(current, { ...last, sent: many(10, 1) })
  t.equal(nobody?.share, 0.4)
  t.equal(nobody?.ofMissing, 0)
  t.ok((nobody?.margin ?? 0) > 0.1)
  t.match(expectedShare({ ...current, sent: many(10, 1) }, last), { share: 1, margin: 0 })
})

t.test('a wave that runs longer than the last did expects no more', async (t) => {
  t.equal(expectedShare({ ...current, now: 35, lastDay: 60 }, last)?.share, 0.4)
})

t.test('nothing is told where nothing can be', async (t) => {
  t.equal(expectedShare(current, undefined), undefined)
  t.equal(expectedShare(current, { ...last, now: 12 }), undefined, 'the last one still runs')
  t.equal(expectedShare({ ...current, now: 20 }, last), undefined, 'the Frist is over')
  t.equal(expectedShare({ ...current, asked: 0, sent: [] }, last), undefined)
  t.equal(expectedShare(current, { ...last, asked: 10, sent: many(10, 2) }), undefined, 'nobody was missing')
  t.equal(expectedShare({ ...current, now: 7.5 }, last)?.before, undefined, 'too young to try the rule')
})
