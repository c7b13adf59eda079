import t from 'tap'
import { bookOf } from '../../../analysis/codebook/book.ts'
import type { Codebook, CodebookColumn } from '../../../analysis/codebook/codebook.ts'
import { bookHtml } from '../../../analysis/codebook/html.ts'

const reason = (code: string, number: number, stata: string) => ({ code, label: `Grund ${code}`, number, stata })
const [blank, none, absent] = [reason('leer', -9, '.i'), reason('nicht_vorhanden', -7, '.g'), reason('weg', -4, '.d')]

const column = (name: string, rest: Partial<CodebookColumn> = {}): CodebookColumn =>
  ({ name, label: `Angabe ${name}`, type: 'integer', ...rest }) as CodebookColumn
const missing = (column: string, reasons = [blank, none, absent]) =>
  ({ missing: { column, reasons } }) as Partial<CodebookColumn>

const codebook = {
  study: {
    ...{
      id: 'a_b',
      title: 'Zwei Wellen',
      unit: 'gemeinde',
      producer: '',
      state: 7,
      at: null,
      program: '',
      values: 'amended',
    },
    waves: ['a', 'b'].map((wave) => ({
      ...{ wave, survey: `survey-${wave}`, version: '1', hash: '', title: '', source: '', stichtag: null },
      ...{ frist: '2020-01-01', synthetic: false, asked: 3, answered: 3, assumed: [] },
    })),
  },
  tables: [
    {
      ...{ file: 'a', wave: 'a', rows: 3, sections: [] },
      columns: [
        column('eins', {
          ...missing('eins_fehlt', [blank]),
          concept: 'survey-a.eins',
          statistics: { units: 3, n: 2, missing: [{ code: 'leer', count: 1 }] },
        }),
        column('zwei', {
          values: [
            { code: 1, label: 'ja' },
            { code: 0, label: 'nein' },
          ],
          concept: 'anders.zwei',
        }),
      ],
    },
    {
      ...{ file: 'a_b', wave: null, rows: 6, sections: [] },
      columns: [
        column('eins', { ...missing('eins_fehlt'), concept: 'survey-a.eins', unit: 'Personen' }),
        column('ein_langer_name', missing('ein_lang_fehlt')),
        column('drei', missing('drei_fehlt', [blank])),
      ],
    },
  ],
  concepts: ['eins', 'drei'].map((name) => ({
    concept: `survey-a.${name}`,
    label: `Angabe ${name}`,
    columns: [
      { file: 'a', name },
      { file: 'b', name: name === 'eins' ? name : 'dry' },
    ],
    comparability: ['a → b: gleich gefragt.'],
  })),
} as unknown as Codebook

t.test(
  'why values can be missing is explained once for all columns, and told of each where it is something else',
  async (t) => {
    const [first, both] = bookOf(codebook).tables
    t.strictSame(both?.reasons.rows, [
      ['leer', 'Grund leer', '-9, in Stata .i'],
      ['nicht_vorhanden', 'Grund nicht_vorhanden', '-7, in Stata .g'],
      ['weg', 'Grund weg', '-4, in Stata .d'],
    ])
    const facts = [first, both].flatMap(
      (table) =>
        table?.sections.flatMap(({ questions }) =>
          questions.flatMap(({ variables }) =>
            variables.map((one) => [one.name, ...one.facts.map(({ label, value }) => `${label}: ${value}`)]),
          ),
        ) ?? [],
    )
    t.strictSame(facts, [
      ['eins', 'Art: ganze Zahl', 'Verteilung: 2 Werte von 3', 'Fehlt: leer: 1'],
      ['zwei', 'Art: Auswahl', 'Werte: 1 = ja, 0 = nein', 'Konzept: anders.zwei'],
      ['eins', 'Art: ganze Zahl (Personen)'],
      ['ein_langer_name', 'Art: ganze Zahl', 'Grund steht in: ein_lang_fehlt'],
      ['drei', 'Art: ganze Zahl', 'Fehlt: leer'],
    ])
  },
)

t.test('what waves have in common stands by how far it can be compared', async (t) => {
  const { shared } = bookOf(codebook)
  t.strictSame(shared, [
    {
      comparability: 'a → b: gleich gefragt.',
      concepts: [
        { label: 'Angabe eins', columns: 'eins' },
        { label: 'Angabe drei', columns: 'a: drei, b: dry' },
      ],
    },
  ])
  t.match(bookHtml(bookOf(codebook)), /<p>a → b: gleich gefragt\.<\/p>\s*<table>.*Angabe drei/s)
})
