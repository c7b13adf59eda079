import t from 'tap'
import { formatPeriod, lastDayOf, readPeriod } from '../../../analysis/sources/period.ts'

const periods: [string, string, number, string][] = [
  ['2018', '2018-01-01', 12, '2018-12-31'],
  ['31.12.2020', '2020-12-31', 0, '2020-12-31'],
  ['1.7.2019', '2019-07-01', 0, '2019-07-01'],
  ['2024-12-31', '2024-12-31', 0, '2024-12-31'],
  ['2019-02', '2019-02-01', 1, '2019-02-28'],
  ['201902', '2019-02-01', 1, '2019-02-28'],
  ['09/2019', '2019-09-01', 1, '2019-09-30'],
  ['9.2019', '2019-09-01', 1, '2019-09-30'],
  ['September 2019', '2019-09-01', 1, '2019-09-30'],
  ['Mrz 16', '2016-03-01', 1, '2016-03-31'],
  ['März 2016', '2016-03-01', 1, '2016-03-31'],
  ['Feb. 2016', '2016-02-01', 1, '2016-02-29'],
  ['2019-Q3', '2019-07-01', 3, '2019-09-30'],
  ['2023-10P6M', '2023-10-01', 6, '2024-03-31'],
]
for (const [text, start, months, last] of periods) {
  t.test(`„${text}“`, async (t) => {
    const period = readPeriod(text)
    t.strictSame(period, { start, months })
    if (period) t.equal(lastDayOf(period), last)
  })
}

for (const text of [
  '',
  '31.02.2020',
  '2019-13',
  '0000',
  '1899',
  '2023-10P5M',
  'Foo 2019',
  'WS 2015/16',
  '20.2019',
  '12345',
]) {
  t.test(`„${text}“ is no time`, async (t) => t.equal(readPeriod(text), undefined))
}

t.test('as a person reads it', async (t) => {
  const shown = ['2018', '2019-09', '2024-12-31', '2023-10P6M'].map((text) => {
    const period = readPeriod(text)
    return period && formatPeriod(period)
  })
  t.strictSame(shown, ['2018', '09/2019', '31.12.2024', '10/2023 (6 Monate)'])
})
