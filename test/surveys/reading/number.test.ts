import fc from 'fast-check'
import t from 'tap'
import { formatNumber, readNumber } from '../../../surveys/reading/number.ts'
import { wholeNumber } from '../../../surveys/types/count.ts'
import { decimal, decimalNumber } from '../../../surveys/types/decimal.ts'

// What single texts are read as stands in test/cases/numbers, for server and browser.

const readCount = (text: string) => readNumber(wholeNumber, text)

t.test('every whole number comes back from its German form', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      const read = readCount(formatNumber(value))
      return read.state === 'given' && read.value === value
    }),
    { numRuns: 10_000 },
  )
})

t.test('less than nothing has a minus before it', async (t) => {
  t.equal(formatNumber(-526), '−526')
  t.equal(formatNumber(-1234.5), '−1.234,5')
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
