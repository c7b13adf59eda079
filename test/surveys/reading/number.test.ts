import fc from 'fast-check'
import t from 'tap'
import { formatNumber, readNumber } from '../../../surveys/reading/number.ts'
import { wholeNumber } from '../../../surveys/types/count.ts'
import { decimal, decimalNumber } from '../../../surveys/types/decimal.ts'
import { percentage } from '../../../surveys/types/percent.ts'

const readCount = (text: string) => readNumber(wholeNumber, text)

const given: [typed: string, value: number][] = [
  ['0', 0],
  ['120', 120],
  ['007', 7],
  [' 12 ', 12],
  ['1.234', 1234],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['1\u202f234', 1234],
  ['1’234', 1234],
  ["1'234'567", 1234567],
  ['１２', 12],
  ['120,0', 120],
  ['1.234,00', 1234],
  ['12 Personen', 12],
]
for (const [typed, value] of given) {
  t.test(`„${typed}“ is ${value}`, async (t) => t.strictSame(readCount(typed), { state: 'given', value }))
}

for (const typed of ['', ' ', '\t', '\u00a0']) {
  t.test(`${JSON.stringify(typed)} is blank`, async (t) => t.strictSame(readCount(typed), { state: 'blank' }))
}

const unreadable: [typed: string, code: string][] = [
  ['8,05', 'fraction'],
  ['1.234,5', 'fraction'],
  ['1.5', 'ambiguous'],
  ['1.23', 'ambiguous'],
  ['120.0', 'ambiguous'],
  ['-1', 'negative'],
  ['−3', 'negative'],
  ['ca. 12', 'approximate'],
  ['~ 40', 'approximate'],
  ['k.A.', 'placeholder'],
  ['k. A.', 'placeholder'],
  ['-', 'placeholder'],
  ['/', 'placeholder'],
  ['unbekannt', 'placeholder'],
  ['1e3', 'notANumber'],
  ['0x10', 'notANumber'],
  ['½', 'notANumber'],
  ['zwölf', 'notANumber'],
  ['1,234', 'fraction'],
  ['1.2345', 'ambiguous'],
  ['12.34.56', 'notANumber'],
  ['Infinity', 'notANumber'],
  ['1234567890', 'tooLarge'],
  ['9'.repeat(70), 'notANumber'],
]
for (const [typed, code] of unreadable) {
  t.test(`„${typed.slice(0, 20)}“ is asked back: ${code}`, async (t) => {
    const read = readCount(typed)
    t.equal(read.state, 'unreadable')
    t.equal(read.state === 'unreadable' && read.problem.code, code)
  })
}

t.test('every whole number comes back from its German form', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      const read = readCount(formatNumber(value))
      return read.state === 'given' && read.value === value
    }),
    { numRuns: 10_000 },
  )
})

t.test('any text is read quickly, and a number only ever comes from its digits', async () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
      const read = readCount(text)
      if (read.state !== 'given') return true
      return (
        read.value ===
        Number(
          text
            .normalize('NFKC')
            .replace(/,0+(?=\D*$)/, '')
            .replace(/\D/g, ''),
        )
      )
    }),
    { numRuns: 10_000 },
  )
})

t.test('the longest text costs no time', async (t) => {
  for (const text of ['1'.repeat(100_000), '1.'.repeat(50_000), ' '.repeat(100_000), `ca.${' '.repeat(50_000)}1`]) {
    t.not(readCount(text).state, 'given')
  }
})

const decimals: [typed: string, value: number][] = [
  ['8,05', 8.05],
  ['1.234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['0.5', 0.5],
  ['1.5', 1.5],
  [',5', 0.5],
  ['12', 12],
  ['12,', 12],
  ['1,50', 1.5],
  ['0,500', 0.5],
  ['2,5 VZÄ', 2.5],
]
for (const [typed, value] of decimals) {
  t.test(`„${typed}“ is ${value} as a decimal`, async (t) =>
    t.strictSame(readNumber(decimalNumber, typed), { state: 'given', value }),
  )
}

const unreadableDecimals: [typed: string, code: string][] = [
  ['1.500', 'ambiguousDecimal'],
  ['1,234', 'tooPrecise'],
  ['1,2,3', 'notADecimal'],
  ['1.2.3', 'notADecimal'],
  ['1e3', 'notADecimal'],
  ['-0,5', 'negative'],
  ['ca. 1,5', 'approximate'],
  [',', 'notADecimal'],
  ['.', 'placeholder'],
  ['½', 'notADecimal'],
]
for (const [typed, code] of unreadableDecimals) {
  t.test(`„${typed}“ is asked back as a decimal: ${code}`, async (t) => {
    const read = readNumber(decimalNumber, typed)
    t.equal(read.state === 'unreadable' && read.problem.code, code)
  })
}

t.test('a share lies between 0 and 100', async (t) => {
  t.strictSame(readNumber(percentage, '40 %'), { state: 'given', value: 40 })
  t.strictSame(readNumber(percentage, '100'), { state: 'given', value: 100 })
  t.match(readNumber(percentage, '100,5'), { problem: { code: 'overHundred' } })
  t.match(readNumber(percentage, '101'), { problem: { code: 'overHundred' } })
})

t.test('every number with two decimals comes back from its German form', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (hundredths) => {
      const value = hundredths / 100
      const read = readNumber(decimalNumber, decimal.field(value))
      return read.state === 'given' && read.value === value
    }),
    { numRuns: 10_000 },
  )
})
