import { readFile } from 'node:fs/promises'
import t from 'tap'
import { carryOver, nextId, withSurvey } from '../../../surveys/definition/carry-over.ts'
import { compiledOrProblems } from '../../../surveys/definition/compile-draft.ts'
import { formatJson } from '../../../surveys/definition/format-json.ts'
import { definitionsFolder, readShared } from '../../../surveys/definition/load.ts'

const text = await readFile(new URL('umfrage-4.v2.json', definitionsFolder), 'utf8')
const earlier = {
  document: JSON.parse(text),
  questions: ['gkz', 'kommune'],
  labels: { survey: 'umfrage-4', counted: 'Personen' },
  preparation: undefined,
  regions: [
    {
      ...{ id: 'laender', title: 'Länder', edition: '1', source: 'Amt', assumed: [], states: [] },
      questions: [
        { survey: 'andere', question: 'herkunft' },
        { survey: 'umfrage-4', question: 'zp_herkunft' },
      ],
    },
  ],
} as never
const drafts = new Map(carryOver(earlier, 'umfrage-5').map(({ path, text }) => [path, text]))
const draft = (path: string) => JSON.parse(drafts.get(path) ?? '{}')

t.test('a further survey asks all that the earlier one asked, and has no dates yet', async (t) => {
  const { source: _source, ...rest } = JSON.parse(text)
  t.strictSame(draft('definitions/umfrage-5.v1.json'), {
    ...rest,
    ...{ id: 'umfrage-5', version: '1.0.0', stichtag: 'JJJJ-MM-TT', frist: 'JJJJ-MM-TT' },
  })
  const shared = await readShared()
  const compiled = (definition: string) => compiledOrProblems({ text: definition, shared })
  t.match(compiled(drafts.get('definitions/umfrage-5.v1.json') ?? ''), [
    { path: '/stichtag', message: /ein Datum stehen/ },
    { path: '/frist', message: /ein Datum stehen/ },
  ])
  const dated = { ...draft('definitions/umfrage-5.v1.json'), stichtag: '2027-01-31', frist: '2027-03-05' }
  t.match(compiled(JSON.stringify(dated)), { id: 'umfrage-5', version: '1.0.0' })
})

t.test('what stands beside it comes along, under its name', async (t) => {
  t.strictSame(
    [...drafts.keys()],
    [
      'definitions/umfrage-5.v1.json',
      'concordance/umfrage-5.json',
      'labels/umfrage-5.json',
      'regions/laender_umfrage_5.json',
    ],
  )
  t.match(draft('concordance/umfrage-5.json').steps, [
    { from: 'umfrage-4', to: 'umfrage-5', concepts: [{ status: 'same', questions: ['gkz', 'kommune'] }] },
  ])
  t.strictSame(draft('labels/umfrage-5.json'), { survey: 'umfrage-5', counted: 'Personen' })
  t.match(draft('regions/laender_umfrage_5.json'), {
    id: 'laender_umfrage_5',
    questions: [{ survey: 'umfrage-5', question: 'zp_herkunft' }],
  })
})

t.test('a glossary names the further survey where it names the earlier one', async (t) => {
  t.equal(withSurvey('{ "surveys": ["a", "b"], "x": 1 }', 'b', 'c'), '{ "surveys": ["a", "b", "c"], "x": 1 }')
  t.equal(withSurvey('{ "surveys": ["a"], "terms": ["b"] }', 'b', 'c'), undefined)
})

t.test('the next id counts on', async (t) => {
  t.strictSame(['umfrage-4', 'umfrage-9', 'spielplaetze'].map(nextId), ['umfrage-5', 'umfrage-10', 'spielplaetze-2'])
})

t.test('a file is laid out as the others are', async (t) => {
  t.strictSame(JSON.parse(formatJson(JSON.parse(text))), JSON.parse(text))
  t.ok(
    formatJson(JSON.parse(text))
      .split('\n')
      .every((line) => line.length <= 120 || /": "|^ +"/.test(line)),
  )
  t.equal(
    formatJson({
      a: [],
      b: { c: 1 },
      d: [{ e: 1 }, { f: 2 }],
      g: [
        { h: 1, i: 2 },
        { j: 1, k: 2 },
      ],
      l: ['x'.repeat(120)],
    }),
    [
      '{',
      '  "a": [],',
      '  "b": { "c": 1 },',
      '  "d": [{ "e": 1 }, { "f": 2 }],',
      '  "g": [',
      '    { "h": 1, "i": 2 },',
      '    { "j": 1, "k": 2 }',
      '  ],',
      '  "l": [',
      `    "${'x'.repeat(120)}"`,
      '  ]',
      '}',
      '',
    ].join('\n'),
  )
})
