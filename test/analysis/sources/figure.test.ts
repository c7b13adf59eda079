import fc from 'fast-check'
import t from 'tap'
import { readFigure } from '../../../analysis/sources/figure.ts'
import { missingReasons } from '../../../analysis/sources/missing.ts'

const german = { decimal: ',', grouped: true } as const
const english = { decimal: '.', grouped: true } as const
const plain = { decimal: ',', grouped: false } as const

const numbers: [string, typeof german | typeof english | typeof plain, number][] = [
  ['0', plain, 0],
  ['62253', plain, 62253],
  ['-0,3', plain, -0.3],
  ['35747,85', plain, 35747.85],
  ['1.234', german, 1234],
  ['1.234.567,5', german, 1234567.5],
  [' 91 113', german, 91113],
  ['1\u00a0606', german, 1606],
  ['  56,73', german, 56.73],
  ['−5', german, -5],
  ['+7', german, 7],
  [' 53.02', english, 53.02],
  ['90,164', english, 90164],
]
for (const [text, style, value] of numbers) {
  t.test(`„${text}“ is ${value}`, async (t) => {
    t.strictSame(readFigure(text, style), { value, missing: null, uncertain: false })
  })
}

t.test('every symbol is a reason of its own, and none of them is 0', async (t) => {
  for (const { code, symbols } of missingReasons) {
    for (const symbol of symbols) {
      t.strictSame(readFigure(` ${symbol} `, german), { value: null, missing: code, uncertain: false }, symbol)
    }
  }
  t.equal(
    new Set(missingReasons.flatMap(({ symbols }) => symbols)).size,
    missingReasons.flatMap(({ symbols }) => symbols).length,
  )
})

t.test('a number in brackets is kept and marked', async (t) => {
  t.strictSame(readFigure('(120)', german), { value: 120, missing: null, uncertain: true })
})

const faulty: [string, typeof german | typeof english | typeof plain, RegExp][] = [
  ['1.5', german, /nicht eindeutig.*das Komma/],
  ['1,5', english, /nicht eindeutig.*der Punkt/],
  ['1.234', plain, /nicht eindeutig/],
  ['1.23.456', german, /nicht eindeutig/],
  ['12a', german, /„12a“ ist keine Zahl und keines der Zeichen/],
  ['--', german, /keine Zahl/],
  ['1 23', german, /keine Zahl/],
  ['1234567890123456', german, /zu viele Ziffern/],
]
for (const [text, style, sentence] of faulty) {
  t.test(`„${text}“ is not guessed`, async (t) => t.match(readFigure(text, style), sentence))
}

t.test('what is written in German or English comes back', async (t) => {
  const cents = fc.integer({ min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(cents, (hundredths) => {
      const value = hundredths / 100
      for (const [locale, style] of [
        ['de-DE', german],
        ['en-US', english],
      ] as const) {
        const text = value.toLocaleString(locale, { maximumFractionDigits: 2 })
        const figure = readFigure(text, style)
        t.equal(typeof figure === 'string' ? figure : figure.value, value === 0 ? 0 : value)
      }
    }),
  )
})

t.test('any text is a figure or a sentence, never an error', async () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const figure = readFigure(text, german)
      return typeof figure === 'string' || (figure.value === null) !== (figure.missing === null)
    }),
  )
})
