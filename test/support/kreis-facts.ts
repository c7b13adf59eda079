import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Block, KreisReport, Sentence } from '../../analysis/kreisbericht/report.ts'
import { plainText } from '../../analysis/kreisbericht/report.ts'
import type { Fact, Item, KreisFacts } from '../../schemas/kreisbericht.ts'

/** What the Landkreis Göppingen told its Kreistag in 2018. */
export const goeppingenFile = new URL('../reference/kreisbericht/goeppingen-2018.json', import.meta.url)
export const goeppingen = (): KreisFacts => JSON.parse(readFileSync(goeppingenFile, 'utf8'))

/** A fact of which only the value matters. */
export const fact = (given: Partial<Fact>): Fact => ({ at: '2018-08-01', origin: 'Akte', ...given })

export const asOf = '2020-06-30'

export const factsWith = (given: Partial<KreisFacts>): KreisFacts => ({ kreis: 'Landkreis Beispiel', asOf, ...given })

/** Every sentence of a report, without notes. */
export const sentencesOf = ({ sections }: KreisReport): string[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(sentencesIn).map(plainText))

function sentencesIn(block: Block): readonly Sentence[] {
  if (block.kind === 'sentences') return block.sentences
  if (block.kind === 'list') return block.items
  if (block.kind === 'own') return block.paragraphs.map((span) => [span])
  return []
}

/** Every cell of the tables of a report. */
export const cellsOf = ({ sections }: KreisReport): string[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [])),
  )

/** All that a reader sees, piece by piece. */
export const textsOf = (report: KreisReport): string[] => [
  report.title,
  ...report.highlights.flatMap(({ label, value }) => [label, value.text]),
  ...sentencesOf(report),
  ...cellsOf(report),
  ...report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === 'table' ? [one.label, ...one.head] : [])),
  ),
  ...report.notes.map(({ text }) => text),
]

const day = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const past = day.map((one) => (one > asOf ? asOf : one))
const word = fc.constantFrom(
  'Aufnahme',
  'Wohnung',
  ' Arbeit',
  'Sprache  und Schule',
  'Gesundheit\n',
  'Teilhabe',
  'Kita',
)
const precision = fc.constantFrom(undefined, 'about', 'least', 'most')

const timeOf = (one: typeof day) =>
  fc.oneof(
    one.map((at) => ({ at })),
    one.map((until) => ({ until })),
    fc.tuple(one, one).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a })),
    fc.integer({ min: 2016, max: 2019 }).map((year) => ({ from: `${year}-01-01`, until: `${year}-12-31` })),
  )

const without = (given: Record<string, unknown>): Fact =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as Fact

const count = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000_000 }), fc.constant(null))
const decimal = fc.oneof(
  fc.constantFrom(0, 1, 0.5),
  fc.integer({ min: 0, max: 90_000 }).map((cents) => cents / 100),
)

const beside = { origin: fc.constantFrom('Akte 1', 'Akte  2', 'Umfrage 4, F5, 14 von 33 Kommunen'), precision }
const scope = fc.constantFrom(undefined, 'im ganzen Kreis', 'in den  Gemeinden, die der Landkreis betreut')
const called = fc.constantFrom(undefined, undefined, 'im Herbst  2017')

const figureOf = (value: fc.Arbitrary<number | null>) =>
  fc
    .record({
      ...beside,
      value,
      scope,
      called,
      why: fc.constantFrom(undefined, 'noch nicht ausgezählt'),
      time: timeOf(day),
    })
    .map(({ time, ...rest }) => without({ ...rest, ...time }))

const part = fc.oneof(
  count.map((value) => ({ value })),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => ({ percent: tenths / 10 })),
  fc.constantFrom('1/2', '1/3', '2/3', '3/4', '9/10').map((share) => ({ share })),
)
const partOf = fc
  .record({ ...beside, scope, of: part, time: timeOf(past) })
  .map(({ time, of, ...rest }) => without({ ...rest, ...of, ...time }))

const keyOf = ({ at = '', from = '', until = '', scope: of = '' }: Fact) => [at, from, until, of].join('|')
const series = (one: fc.Arbitrary<Fact>) => fc.uniqueArray(one, { selector: keyOf, maxLength: 6 })
const items = fc.uniqueArray(
  fc.record({ label: word, facts: fc.uniqueArray(partOf, { selector: keyOf, minLength: 1, maxLength: 6 }) }),
  { selector: ({ label }) => label.trim(), maxLength: 5 },
) as unknown as fc.Arbitrary<Item[]>

const figures = fc.record(
  {
    staffPersons: series(figureOf(count)),
    staffVzae: series(figureOf(decimal)),
    targetPersons: series(figureOf(count)),
    caredPersons: series(figureOf(count)),
    personsWithPlan: series(figureOf(count)),
    reachedPersons: series(figureOf(count)),
    consultations: series(figureOf(count)),
    integrationPlans: series(figureOf(count)),
    grantGranted: series(figureOf(decimal)),
    grantUsed: series(figureOf(decimal)),
  },
  { requiredKeys: [] },
)

const kommunen = fc.constantFrom(
  [{ kind: 'Stadt', name: 'Donzdorf' }],
  [{ name: 'Salach' }, { kind: 'Gemeinde', name: 'Eschenbach' }, { kind: 'Stadt', name: 'Süßen' }],
)
const providers = fc.oneof(
  fc.constant([]),
  fc
    .tuple(
      kommunen,
      fc.constantFrom('own', 'kommune', 'kreis', 'verbund', 'free'),
      fc.constantFrom('own', 'kommune', 'kreis', 'verbund', 'free'),
    )
    .map(([named, one, other]) => [
      { kind: other, kommunen: 'others', origin: 'Akte 1' },
      { kind: one, kommunen: named, origin: 'Akte 3' },
    ]),
)

/** Facts of every kind that the schema lets through. */
export const anyFacts = fc.record(
  {
    kreis: fc.constantFrom('Landkreis Beispiel', 'Stadtkreis  Ulm', 'Ortenaukreis'),
    asOf: fc.constant(asOf),
    figures,
    providers,
    kommunenByProvider: items,
    reachedBy: items,
    consultationKinds: items,
    topics: items,
    housing: items,
    frequentTopics: fc.array(
      fc
        .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), timeOf(past))
        .map(([topics, time]) => ({ topics, origin: 'Akte', ...time })),
      { maxLength: 2 },
    ),
    open: fc.array(fc.record({ text: word }), { maxLength: 2 }),
    paragraphs: fc.array(
      fc.record({
        section: fc.constantFrom('start', 'staff', 'end'),
        text: fc.constantFrom('Ein  Absatz.', 'Zwei.\n\nAbsätze.'),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['kreis', 'asOf'] },
) as unknown as fc.Arbitrary<KreisFacts>
