import t from 'tap'
import { responseCurve } from '../../../analysis/response/response-curve.ts'
import type { SentTimes } from '../../../analysis/response/sent-times.ts'

const times: SentTimes = {
  wave: 'umfrage-1',
  openedOn: '2026-11-01',
  lastDay: 4,
  now: 2.5,
  asked: 8,
  sent: [0.4, 2.1, 0.9, 2.4],
}

t.test('until today while it runs', async (t) => {
  t.strictSame(responseCurve(times), [
    { day: 0, sent: 2, share: 0.25 },
    { day: 1, sent: 0, share: 0.25 },
    { day: 2, sent: 2, share: 0.5 },
  ])
})

t.test('until the Frist, or the last that came after it', async (t) => {
  t.equal(responseCurve({ ...times, now: 100 }).length, 5)
  const late = responseCurve({ ...times, now: 100, sent: [...times.sent, 6.2] })
  t.strictSame(late.at(-1), { day: 6, sent: 1, share: 0.625 })
  t.equal(late[4]?.share, 0.5)
})

t.test('nothing of nobody, nor before it begins', async (t) => {
  t.strictSame(responseCurve({ ...times, asked: 0, sent: [] }), [])
  t.strictSame(responseCurve({ ...times, now: -0.2, sent: [] }), [])
})
