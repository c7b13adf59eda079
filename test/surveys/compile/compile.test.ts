import t from 'tap'
import { outline } from '../../../surveys/codebook/outline.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { DefinitionError, type Problem } from '../../../surveys/definition/problem.ts'
import { smallDefinition } from '../../support/definition.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests spoil definitions in ways that the types forbid
type Spoiled = any

function problemsOf(spoil: (definition: Spoiled) => void): Problem[] {
  const definition = smallDefinition()
  spoil(definition)
  try {
    compile(definition)
    return []
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems
    throw error
  }
}

t.test('a valid definition compiles, with everything derived', async (t) => {
  const instrument = compile(smallDefinition())
  t.strictSame(
    instrument.variables.map(({ name }) => name),
    [
      'gkz',
      'kuerzel',
      'zg_gruppe_a',
      'zg_gruppe_keine',
      'zg_gruppe_andere',
      'zg_gruppe_andere_text',
      'zg_alter',
      'zg_kriterien',
      'zg_kom',
      'gesamt',
      'gesamt_kom',
      'alter_jung',
      'alter_alt',
      'alter_unbekannt',
      'alter_nv',
      'alter_kom',
      'betreut_jung',
      'betreut_alt',
      'betreut_kom',
      'anmerkungen',
    ],
  )
  t.strictSame(
    instrument.checks.map(({ id, severity }) => [id, severity]),
    [
      ['gkz_gueltig', 'error'],
      ['zg_gruppe_andere_benannt', 'signal'],
      ['zg_gruppe_keine_allein', 'error'],
      ['alter_nv_allein', 'error'],
      ['alter_summe', 'signal'],
      ['gesamt_einwohner', 'error'],
      ['betreut_in_alter_jung', 'signal'],
      ['betreut_in_alter_alt', 'signal'],
    ],
  )
  t.equal(instrument.introduction[0], 'Stand 15.12.2018, Frist 08.02.2019.')
  t.equal(instrument.questions.get('alter')?.title, 'Wie alt sind die Personen aus F4?')
})

t.test('the dates of a wave replace those of the definition, and leave its hash alone', async (t) => {
  const wave = compile(smallDefinition(), { stichtag: '2020-01-31', frist: '2020-03-06' })
  t.equal(wave.introduction[0], 'Stand 31.01.2020, Frist 06.03.2020.')
  t.equal(wave.hash, compile(smallDefinition()).hash)
})

t.test('the hash follows the content, not the order of keys', async (t) => {
  const { id, ...rest } = smallDefinition()
  t.equal(compile({ ...rest, id }).hash, compile(smallDefinition()).hash)
  t.not(compile({ ...smallDefinition(), title: 'Anders' }).hash, compile(smallDefinition()).hash)
})

const rules: [rule: string, spoil: (definition: Spoiled) => void, path: string, message: RegExp][] = [
  [
    'unknown variable',
    (d) => (d.checks[0].total.variable = 'gesmat'),
    '/checks/0/total',
    /Die Variable „gesmat“ gibt es nicht/,
  ],
  [
    'unknown question',
    (d) => (d.checks[0].parts[0].question = 'alt'),
    '/checks/0/parts/0',
    /Die Frage „alt“ gibt es nicht/,
  ],
  ['check on a text', (d) => (d.checks[0].total.variable = 'zg_alter'), '/checks/0/total', /keine Zahl/],
  [
    'check on a question of texts',
    (d) => (d.checks[0].parts[0].question = 'zg'),
    '/checks/0/parts/0',
    /fragt nicht nach Zahlen/,
  ],
  ['no such item', (d) => (d.checks[2].whole = 'gesamt'), '/checks/2/whole', /keine Gruppe von Zahlen/],
  [
    'missing counterpart',
    (d) => (d.sections[1].questions[1].items[0].code = 'mittel'),
    '/checks/2',
    /kein Gegenstück „alter_mittel“/,
  ],
  [
    'no unknown item',
    (d) => (d.checks[0].parts = [{ question: 'betreut', only: 'unknown' }]),
    '/checks/0/parts/0',
    /kein Feld dieser Art/,
  ],
  [
    'double question',
    (d) => (d.sections[1].questions[1].id = 'alter'),
    '/sections/1/questions/1/id',
    /Die Frage „alter“ gibt es schon/,
  ],
  ['double section', (d) => (d.sections[1].id = 'eins'), '/sections/1/id', /Den Abschnitt „eins“ gibt es schon/],
  [
    'double name',
    (d) => (d.sections[1].questions[0].items[1].code = 'jung'),
    '/sections/1/questions/0',
    /„alter_jung“ trägt schon/,
  ],
  ['double check', (d) => (d.checks[1].id = 'alter_summe'), '/checks/1/id', /Die Prüfung „alter_summe“ gibt es schon/],
  [
    'name over 32 characters',
    (d) => (d.sections[0].questions[3].id = 'eine_viel_zu_lange_bezeichnung_x2'),
    '/sections/0/questions/3',
    /hat 33 Zeichen, erlaubt sind 32/,
  ],
  [
    'name of a leading column of the export',
    (d) => (d.sections[0].questions[3].id = 'abgabe'),
    '/sections/0/questions/3',
    /„abgabe“ heißt schon eine Spalte jeder Ausgabe/,
  ],
  [
    'name of a leading column for another unit',
    (d) => (d.sections[0].questions[3].id = 'im_nummer'),
    '/sections/0/questions/3',
    /„im_nummer“ heißt schon eine Spalte/,
  ],
  [
    'name of a column with reasons',
    (d) => (d.sections[0].questions[3].id = 'gesamt_fehlt'),
    '/sections/0/questions/3',
    /„gesamt_fehlt“ heißt schon eine Spalte/,
  ],
  [
    'key of another unit',
    (d) => (d.unit = 'integrationsmanager'),
    '/sections/0/questions/0',
    /Integrationsmanager\/-in\. Die Art „gkz“ fragt nach jemand anderem/,
  ],
  [
    'uncovered item',
    (d) => (d.checks = [{ ...d.checks[0], parts: [{ variable: 'alter_jung' }, { variable: 'alter_unbekannt' }] }]),
    '/sections/1/questions/0',
    /„alter_alt“ steht in keiner Prüfung/,
  ],
  [
    'unknown gap',
    (d) => (d.checks[0].message = 'Es fehlen {viele}.'),
    '/checks (alter_summe)/message',
    /Lücke \{viele\}/,
  ],
  [
    'gap without question',
    (d) => (d.sections[0].questions[3].title = 'Laut {F:f3}?'),
    '/sections/0/questions/3/title',
    /Lücke \{F:f3\}/,
  ],
  [
    'key of a Kommune where a Kreis answers',
    (d) => (d.unit = 'kreis'),
    '/sections/0/questions/0',
    /Stadt- oder Landkreis\. Die Art „gkz“ fragt nach jemand anderem/,
  ],
  [
    'period with a day that not every year has',
    (d) => (d.period = { from: '02-29', to: '12-31' }),
    '/period/from',
    /02-29 ist kein Tag, den jedes Jahr hat/,
  ],
  [
    'period that ends before it begins',
    (d) => (d.period = { from: '07-01', to: '06-30' }),
    '/period/to',
    /endet, bevor er beginnt/,
  ],
  [
    'Stichtag outside the period',
    (d) => (d.period = { from: '01-01', to: '06-30' }),
    '/stichtag',
    /liegt nicht im Zeitraum/,
  ],
  ['a day that is none', (d) => (d.stichtag = '2018-02-30'), '/stichtag', /kein Tag des Kalenders/],
  ['Frist before the Stichtag', (d) => (d.frist = '2018-12-01'), '/frist', /vor dem Stichtag/],
  [
    'unknown property',
    (d) => (d.sections[0].questions[3].bananas = 1),
    '/sections/0/questions/3/bananas',
    /nicht vorgesehen/,
  ],
  ['missing property', (d) => delete d.sections[0].questions[3].label, '/sections/0/questions/3', /„label“ fehlt/],
  [
    'unknown kind',
    (d) => (d.sections[0].questions[3].kind = 'zahl'),
    '/sections/0/questions/3/kind',
    /Die Art „zahl“ gibt es hier nicht/,
  ],
  [
    'unknown kind of check',
    (d) => (d.checks[0].kind = 'summe'),
    '/checks/0/kind',
    /Die Art „summe“ gibt es hier nicht/,
  ],
  ['unknown severity', (d) => (d.checks[0].severity = 'hint'), '/checks/0/severity', /error, signal/],
  [
    'capital letters in a name',
    (d) => (d.sections[0].questions[3].id = 'Gesamt'),
    '/sections/0/questions/3/id',
    /Muster/,
  ],
  ['a single item', (d) => d.sections[1].questions[0].items.pop(), '/sections/1/questions/0/items', /mindestens 2/],
]
for (const [rule, spoil, path, message] of rules) {
  t.test(`refused: ${rule}`, async (t) => {
    const problems = problemsOf(spoil)
    t.ok(
      problems.some((problem) => problem.path === path && message.test(problem.message)),
      `${path} is named`,
      { problems },
    )
  })
}

t.test('all faults are told at once', async (t) => {
  const problems = problemsOf((d) => {
    d.checks[0].total.variable = 'gesmat'
    d.sections[1].id = 'eins'
  })
  t.equal(problems.length, 2)
})

t.test('the outline has the shape that people script against', async (t) => {
  const { sections, checks } = outline(compile(smallDefinition()))
  const [zg, alter] = [sections[0]?.questions[2], sections[1]?.questions[0]]
  t.strictSame(alter?.items, [
    { name: 'alter_jung', label: 'jung', unknown: false },
    { name: 'alter_alt', label: 'alt', unknown: false },
    { name: 'alter_unbekannt', label: 'ohne Angabe', unknown: true },
  ])
  t.strictSame(alter?.notAvailable, { name: 'alter_nv', label: 'Liegt nicht vor.' })
  t.strictSame(alter?.comment, { name: 'alter_kom' })
  t.strictSame(
    zg?.parts.map(({ kind }) => kind),
    ['choices', 'text', 'longtext'],
  )
  t.equal(zg?.options.length, 3)
  t.strictSame(Object.keys(checks[0] ?? {}), ['id', 'severity', 'kind', 'questions', 'message'])
})
