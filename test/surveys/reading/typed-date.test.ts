import fc from 'fast-check'
import t from 'tap'
import { formatDate, formatMonth } from '../../../surveys/reading/dates.ts'
import { type ReadDate, readDay, readMonth } from '../../../surveys/reading/typed-date.ts'
import { date } from '../../../surveys/types/date.ts'
import { month } from '../../../surveys/types/month.ts'

const days: Record<string, readonly string[]> = {
  '2018-12-15': [
    '15.12.2018',
    ' 15. 12. 2018 ',
    '15. Dezember 2018',
    '15. Dez. 2018',
    '15 dez 2018',
    '15.DEZEMBER 2018',
    '15,12,2018',
    '15 12 2018',
    '15/12/2018',
    '15-12-2018',
    '2018-12-15',
    '2018/12/15',
    '15122018',
    '20181215',
    '１５.１２.２０１８',
    '15.12.\u00a02018',
  ],
  '2018-02-01': ['1.2.2018', '01.02.2018', '1. Feb. 2018', '01022018'],
  '2018-03-04': ['4. März 2018', '4. Maerz 2018', '4. Mrz 2018', '4. mär 2018'],
  '2018-09-04': ['4. Sept. 2018', '4.9.2018'],
  '2020-02-29': ['29.2.2020'],
  '1911-10-20': ['20101911'],
  '2018-05-05': ['5/5/2018'],
}

const months: Record<string, readonly string[]> = {
  '2018-12': [
    '12/2018',
    '12.2018',
    '12-2018',
    '12 2018',
    'Dezember 2018',
    'dezember  2018',
    'Dez. 2018',
    'Dez 2018',
    'Dez.2018',
    'Dezember/2018',
    '2018-12',
    '2018/12',
    '122018',
    '201812',
  ],
  '2018-01': ['1/2018', '01/2018', 'Jan 2018', '012018'],
  '2019-12': ['201912'],
}

type Case = [typed: string, problem: object, sentence: RegExp]

const noDays: Case[] = [
  ['heute', { code: 'notADate' }, /^„heute“ ist kein Datum\. Bitte geben Sie Tag, Monat und Jahr ein, zum Beispiel/],
  ['15.12.218', { code: 'notADate' }, /kein Datum/],
  ['31122', { code: 'notADate' }, /kein Datum/],
  ['4. Brumaire 2018', { code: 'notADate' }, /kein Datum/],
  ['12 Personen', { code: 'notADate' }, /kein Datum/],
  ['43449', { code: 'notADate' }, /kein Datum/],
  ['1.'.repeat(40), { code: 'notADate' }, /kein Datum/],
  ['k. A.', { code: 'placeholder' }, /Ist die Information nicht vorhanden, lassen Sie das Feld bitte leer\.$/],
  ['-', { code: 'placeholder' }, /kein Datum/],
  ['12/2018', { code: 'missing', part: 'day' }, /^In „12\/2018“ fehlt der Tag\. Bitte geben Sie Tag, Monat und Jahr/],
  ['Dezember 2018', { code: 'missing', part: 'day' }, /fehlt der Tag/],
  ['2018', { code: 'missing', part: 'day' }, /fehlt der Tag/],
  ['15.12.', { code: 'missing', part: 'year' }, /^In „15\.12\.“ fehlt das Jahr/],
  ['15. Dezember', { code: 'missing', part: 'year' }, /fehlt das Jahr/],
  [
    '15.12.18',
    { code: 'century', meant: ['2018-12-15', '1918-12-15'] },
    /^In „15\.12\.18“ fehlt das Jahrhundert\. Bitte schreiben Sie das Jahr mit vier Ziffern: 15\.12\.2018 oder 15\.12\.1918\.$/,
  ],
  ['29.2.20', { code: 'century', meant: ['2020-02-29', '1920-02-29'] }, /29\.02\.2020 oder 29\.02\.1920/],
  ['29.2.00', { code: 'century', meant: ['2000-02-29'] }, /vier Ziffern: 29\.02\.2000\.$/],
  [
    '5/6/2018',
    { code: 'order', meant: ['2018-06-05', '2018-05-06'] },
    /^„5\/6\/2018“ ist nicht eindeutig: .* Bitte schreiben Sie 05\.06\.2018 oder 06\.05\.2018\.$/,
  ],
  [
    '30.02.2018',
    { code: 'noSuchDay', day: '2018-02-30' },
    /^Den 30\.02\.2018 gibt es nicht: Der Februar 2018 hat 28 Tage\. Bitte prüfen Sie Tag und Monat\.$/,
  ],
  ['29.02.1900', { code: 'noSuchDay' }, /Februar 1900 hat 28 Tage/],
  ['31.4.18', { code: 'noSuchDay', day: '2018-04-31' }, /April 2018 hat 30 Tage/],
  ['0.1.2018', { code: 'noSuchDay' }, /^Den 00\.01\.2018 gibt es nicht: Der Januar 2018 hat 31 Tage/],
  ['12/25/2018', { code: 'noSuchMonth', month: 25 }, /^Einen Monat 25 gibt es nicht\. Bitte prüfen Sie „12\/25\/2018“/],
  ['15.12.2918', { code: 'farYear', year: '2918' }, /Das Jahr 2918 in „15\.12\.2918“ kann nicht gemeint sein/],
  [
    'ca. 15.12.2018',
    { code: 'approximate', meant: '2018-12-15' },
    /^Bitte geben Sie nur das Datum ein, also 15\.12\.2018 statt „ca\. 15\.12\.2018“\. .* in den Kommentar/,
  ],
  ['Mitte 2018', { code: 'missing', part: 'day' }, /^In „Mitte 2018“ fehlt der Tag/],
]

const noMonths: Case[] = [
  ['bald', { code: 'notADate' }, /^„bald“ ist kein Monat\. .* zum Beispiel 12\/2018 oder Dezember 2018\.$/],
  ['132018', { code: 'notADate' }, /kein Monat/],
  ['unbekannt', { code: 'placeholder' }, /kein Monat/],
  ['2018', { code: 'missing', part: 'month' }, /^In „2018“ fehlt der Monat/],
  ['Dezember', { code: 'missing', part: 'year' }, /^In „Dezember“ fehlt das Jahr/],
  ['13/2018', { code: 'noSuchMonth', month: 13 }, /^Einen Monat 13 gibt es nicht\. Bitte prüfen Sie „13\/2018“\.$/],
  ['12/18', { code: 'century' }, /vier Ziffern: Dezember 2018 oder Dezember 1918\.$/],
  ['Dez. 18', { code: 'century' }, /fehlt das Jahrhundert/],
  ['12/0018', { code: 'farYear' }, /Das Jahr 0018/],
  [
    'seit 12/2018',
    { code: 'approximate' },
    /^Bitte geben Sie nur den Monat ein, also Dezember 2018 statt „seit 12\/2018“/,
  ],
  ['15.12.2018', { code: 'wholeDay' }, /^Gefragt ist nur nach dem Monat\. Bitte schreiben Sie Dezember 2018 statt „15/],
]

const kinds = [
  { name: 'day', read: readDay, type: date, format: formatDate, cases: days, faults: noDays },
  { name: 'month', read: readMonth, type: month, format: formatMonth, cases: months, faults: noMonths },
]

for (const { name, read, type, format, cases, faults } of kinds) {
  for (const [value, texts] of Object.entries(cases)) {
    for (const typed of texts) {
      t.test(`as a ${name}, „${typed}“ is ${value}`, async (t) => {
        t.strictSame(read(typed), { state: 'given', value })
        t.equal(type.kept(typed), value)
      })
    }
  }
  for (const [typed, problem, sentence] of faults) {
    t.test(`as a ${name}, „${typed.slice(0, 20)}“ is asked back`, async (t) => {
      t.match(read(typed), { state: 'unreadable', problem })
      t.match(type.read(typed), { state: 'unreadable', raw: typed, message: sentence })
      t.equal(type.kept(typed), typed, 'what cannot be read stays')
    })
  }
  for (const typed of ['', ' ', '\u00a0'])
    t.test(`as a ${name}, ${JSON.stringify(typed)} is blank`, async (t) =>
      t.strictSame(read(typed), { state: 'blank' }),
    )

  t.test(
    `every ${name} comes back from the form in which it is shown, and from the one in which it is kept`,
    async () => {
      fc.assert(
        fc.property(
          fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
          (any) => {
            const value = any.toISOString().slice(0, name === 'day' ? 10 : 7)
            const isValue = (one: ReadDate) => one.state === 'given' && one.value === value
            return isValue(read(value)) && isValue(read(format(value)))
          },
        ),
      )
    },
  )

  t.test(`whatever is typed as a ${name} is read, or answered with a sentence`, async () => {
    const pieces = [...'0123456789./-, ', 'Dez', 'März', 'ca. ', '20', '19', '?']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 10 }), (typed) => {
        const found = type.read(typed)
        if (found.state === 'given') return type.kept(type.field(found.value)) === found.value
        return found.state === 'blank' || /\.$/.test(found.message)
      }),
      { numRuns: 5_000 },
    )
  })
}

t.test('who does not know the day is told of the box where there is one', async (t) => {
  t.match(date.read('k. A.', { box: true, field: '' }), {
    message: /kreuzen Sie bitte „liegt nicht vor“ an oder lassen Sie das Feld leer\.$/,
  })
})
