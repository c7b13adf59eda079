import t from 'tap'
import { doubtedAnswers } from '../../../analysis/compare/doubted.ts'
import type { Step } from '../../../analysis/compare/results.ts'
import { reasonNumber } from '../../../analysis/panel/reasons.ts'
import { doubtedSection } from '../../../analysis/report/doubted.ts'
import { cellText } from '../../../analysis/report/print/cell-text.ts'

const units = ['a', 'b', 'c', 'd']
const before = { result: { values: Float64Array.from([1, 2, 3, 4]), reasons: new Uint8Array(4) } }
const after = {
  result: {
    values: Float64Array.from([5, Number.NaN, Number.NaN, 8]),
    reasons: Uint8Array.from([0, reasonNumber.widerspruch, reasonNumber.leer, 0]),
  },
}

t.test('answers that checks speak against, the worst first, and only of those that are meant', async (t) => {
  const found = doubtedAnswers([0, 1, 2], units, {
    before: {
      values: before,
      doubts: new Map([
        [0, { doubt: 'justified', checks: ['x'] }],
        [3, { doubt: 'open', checks: ['x'] }],
      ]),
    },
    after: { values: after, doubts: new Map([[2, { doubt: 'open', checks: ['y', 'z'] }]]) },
  })
  t.strictSame(found, [
    { doubt: 'contradictory', checks: [], unit: 'b', wave: 'after' },
    { doubt: 'open', checks: ['y', 'z'], unit: 'c', wave: 'after' },
    { doubt: 'justified', checks: ['x'], unit: 'a', wave: 'before', value: 1 },
  ])
  const step = {
    from: 'früher',
    to: 'später',
    total: { result: { kind: 'number', doubted: found } },
  } as unknown as Step
  const [section] = doubtedSection(step, (unit) => `Ort ${unit}`)
  t.match(section?.sentences[0], /: 1 widersprüchlich, 1 mit offenem Hinweis, 1 mit begründetem Hinweis\./)
  t.strictSame(
    section?.tables[0]?.rows.map((row) => row.map(cellText)),
    [
      ['Ort b', 'später', '–', 'widersprüchlich', 'ein Teil ist größer als das Ganze'],
      ['Ort c', 'später', '–', 'offener Hinweis', 'y, z'],
      ['Ort a', 'früher', '1', 'begründeter Hinweis', 'x'],
    ],
  )
  t.strictSame(doubtedSection({ ...step, total: { size: step.total.size } }, String), [])
})
