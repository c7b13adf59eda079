import t from 'tap'
import { drawSample } from '../../../analysis/texts/drawing/draw-sample.ts'

const texts = Array.from({ length: 2000 }, (_, at) => ({
  text: `t${at}`,
  question: at % 10 === 0 ? 'rare' : 'frequent',
}))
const rare = (drawn: readonly string[]) => drawn.filter((text) => text.endsWith('0')).length

t.test('a share of each question, the same for the same seed', async (t) => {
  const drawn = drawSample(texts, { seed: 7, share: 0.2 })
  t.ok(Math.abs(drawn.length - 400) < 60, `${drawn.length}: 400 give or take three and a half standard deviations`)
  t.ok(Math.abs(rare(drawn) - 40) < 20, `${rare(drawn)}`)
  t.strictSame(drawSample(texts, { seed: 7, share: 0.2 }), drawn)
  const other = drawSample(texts, { seed: 8, share: 0.2 })
  const common = other.filter((text) => drawn.includes(text)).length
  t.ok(Math.abs(common - 80) < 32, `${common}: another seed draws others`)
  t.strictSame(drawSample([...texts].reverse(), { seed: 7, share: 0.2 }), [...drawn].reverse(), 'in the order given')
})

t.test('no text comes or goes because others were added', async (t) => {
  const few = texts.slice(0, 700)
  const before = drawSample(few, { seed: 1, share: 0.1 })
  const known = new Set(few.map(({ text }) => text))
  const after = drawSample(texts, { seed: 1, share: 0.1 })
  t.strictSame(
    after.filter((text) => known.has(text)),
    before,
  )
  t.ok(after.length > before.length)
})

t.test('at least so many of each question, and what is kept stays', async (t) => {
  const few = texts.slice(0, 100)
  const drawn = drawSample(few, { seed: 1, share: 0, atLeast: 5 })
  t.equal(drawn.length, 10)
  t.equal(rare(drawn), 5)
  t.equal(rare(drawSample(few, { seed: 1, share: 0, atLeast: 50 })), 10, 'all, if there are no more')
  const more = { seed: 1, share: 0, atLeast: 5 }
  const kept = new Set(drawn)
  t.notSame(drawSample(texts, more), drawn, 'which those added could push out')
  t.strictSame(drawSample(texts, { ...more, kept }), drawn)
  t.strictSame(drawSample([], more), [])
  t.throws(() => drawSample(few, { seed: 0.5, share: 0.1 }), RangeError)
  t.throws(() => drawSample(few, { seed: 1, share: 1.1 }), RangeError)
})
