import fc from 'fast-check'
import t from 'tap'
import { Random } from '../../../server/demo/random.ts'
import { blankPaper, filledPaper, forAnybody, type PaperFor } from '../../../server/http/pages/questionnaire-paper.ts'
import { typeset } from '../../../server/paper/typeset.ts'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { reasonField, textField, validityField } from '../../../surveys/answer/draft-fields.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { validityOf } from '../../../surveys/answer/justification.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { LastWave, Surroundings } from '../../../surveys/answer/surroundings.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { documentOf, readDefinitionFiles } from '../../../surveys/definition/load.ts'
import { answers, instrument as umfrage1 } from '../../../views/examples/example-answers.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { anyDefinition } from '../../support/any-definition.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { personDefinition } from '../../support/person-definition.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { eislingen } from '../../support/surroundings.ts'
import { validAnswer } from '../../support/valid-answer.ts'

const place: PaperFor = {
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  stichtag: '15.12.2018',
  frist: '08.02.2019',
  synthetic: false,
  address: 'https://stichtag.example/erhebung/umfrage-1/117019',
}

/** Where a line ends is the typesetter's business. */
const squeezed = (text: string) => text.replace(/\s+/g, '')

/** Every sentence of a questionnaire, in the order in which it is asked. */
const sentencesOf = (instrument: Instrument): string[] => [
  instrument.title,
  ...instrument.introduction.map((paragraph) => paragraph.replace(/ ?[^.]*eine Papierfassung\./, '')),
  ...instrument.sections.flatMap((section) => [
    section.title,
    ...section.introduction,
    ...section.questions.flatMap((question) =>
      [question, ...question.parts].flatMap(({ number, title, heading, help, variables }) => [
        ...(heading === undefined ? [] : [heading]),
        number,
        title,
        ...(help === undefined ? [] : [help]),
        ...variables.flatMap(({ type, role, label, options = [], box }) => [
          ...(type === 'gkz' || type === 'im_number' || box ? [] : role === 'comment' ? ['Kommentar'] : [label]),
          ...options.map((option) => option.label),
        ]),
      ]),
    ),
  ]),
]

function filled(raw: Raw, changes: Partial<PaperFor> = {}, instrument = umfrage1, last?: LastWave) {
  const answered = { instrument, raw, cells: readCells(instrument, raw), findings: [], last }
  return typeset('questionnaire', filledPaper(answered, { ...place, ...changes }, '14.01.2019, 14:03 Uhr'))
}

const definitions = (await readDefinitionFiles()).map(documentOf)

for (const instrument of [...definitions, kindsDefinition()].map((definition) => compile(definition))) {
  t.test(`${instrument.id} ${instrument.version} on paper`, async (t) => {
    const pdf = await readPdf(typeset('questionnaire', blankPaper(instrument, place)))
    const text = squeezed(pdf.text)
    t.strictSame(
      sentencesOf(instrument).filter((sentence) => !text.includes(squeezed(sentence))),
      [],
      'says everything that is asked',
    )
    t.notMatch(text, 'Papierfassung', 'and does not speak of itself')
    t.match(pdf, { tagged: true, accessible: '1', language: 'de-DE', title: instrument.title, outside: [] })
    const numbers = instrument.sections.flatMap(({ questions }) =>
      questions.map(({ number, title }) => `${number} ${title}`),
    )
    t.strictSame(
      pdf.outline.filter((title) => numbers.includes(title)),
      numbers,
      'has a bookmark for each question',
    )
    for (const [index, page] of pdf.pages.entries()) {
      t.match(page, `Seite ${index + 1} von ${pdf.pages.length}`)
      t.match(page, `${instrument.id}, Fassung ${instrument.version}, Prüfsumme ${instrument.hash.slice(0, 16)}`)
      t.match(
        page,
        index === 0
          ? /Kommune Donzdorf \(GKZ 117019\) Stichtag 15\.12\.2018 Frist 08\.02\.2019/
          : 'Donzdorf (GKZ 117019)',
      )
    }
  })
}

t.test('any valid definition is printed whole, blank and with a valid answer', async (t) => {
  await fc.assert(
    fc.asyncProperty(anyDefinition, fc.string(), async (definition, seed) => {
      const instrument = compile(definition)
      const blank = await readPdf(typeset('questionnaire', blankPaper(instrument, place)))
      const answered = await readPdf(filled(validAnswer(instrument, new Random(seed)), {}, instrument))
      const text = squeezed(blank.text)
      t.strictSame(
        sentencesOf(instrument).filter((sentence) => !text.includes(squeezed(sentence))),
        [],
      )
      t.match(blank, { accessible: '1', outside: [] })
      t.match(answered, { accessible: '1', outside: [] })
    }),
    { numRuns: 15 },
  )
})

t.test(
  'a paper for somebody leaves out what is known not to be asked there, and one for anybody nothing',
  async (t) => {
    const instrument = compile(filteredDefinition())
    const known = { wave: 'zuvor', title: 'Zuvor', stichtag: '', values: new Map() }
    const linesOf = async (around?: Surroundings) => {
      const { text } = await readPdf(typeset('questionnaire', blankPaper(instrument, place, around)))
      return text
    }
    const left =
      /Entfällt: Diese Frage stellen wir nur, wenn Sie in der letzten Erhebung eine Stelle hatten oder planten/
    const since = (stelle: string) => ({ ...eislingen, last: { ...known, words: new Map([['stelle', stelle]]) } })
    t.match(await linesOf(since('nein')), left)
    t.notMatch(await linesOf(since('ja')), /Entfällt/)
    t.notMatch(await linesOf(), /Entfällt/)
  },
)

t.test('a sheet that got loose can be told from those of others', async (t) => {
  const pdf = await readPdf(typeset('questionnaire', blankPaper(umfrage1, forAnybody(umfrage1))))
  for (const page of pdf.pages.slice(1)) t.match(page, `${umfrage1.title} Kommune:`)
})

t.test(
  'a blank paper shows the last wave beside the fields and says how options and rows belong together',
  async (t) => {
    const instrument = compile(kindsDefinition())
    const last = {
      wave: 'umfrage-1',
      title: 'Umfrage 1',
      stichtag: '15.12.2018',
      values: new Map([['personen', 1100]]),
    }
    const pdf = await readPdf(typeset('questionnaire', blankPaper(instrument, place, { ...eislingen, last })))
    t.match(pdf.text, 'Personen in Beratung 15.12.2018: 1.100')
    t.match(pdf.text, 'Bitte kreuzen Sie genau 2 an.')
    t.match(pdf.text, 'Bitte kreuzen Sie höchstens 2 an.')
    t.match(pdf.text, 'Keine (dann bitte nichts anderes ankreuzen)')
    t.match(pdf.text, 'Summe (100 %)')
    t.match(pdf.text, 'Summe (so viele wie in F3)')
    const blank = await readPdf(typeset('questionnaire', blankPaper(umfrage1, place)))
    t.match(blank.text, 'Summe der Zeilen 1 und 3 (höchstens so viele wie in F12)')
  },
)

t.test('the answers stand where they belong', async (t) => {
  const pdf = await readPdf(filled(answers))
  t.match(pdf.text, 'Anzahl Zielpersonen in Kommune 1.234 Kommentar Stand des Ausländerzentralregisters')
  t.match(pdf.text, 'aus Syrien 800 aus Afghanistan 1.5 aus Irak ca. 40 aus Eritrea aus Somalia')
  t.match(pdf.text, 'ohne vorliegende Altersangabe 0 ')
  t.match(pdf.text, 'Summe gegenüber F4: 1.200 von 1.234, es fehlen 34')
  t.match(pdf.text, 'Gespeichert am 14.01.2019, 14:03 Uhr.')
  t.notMatch(pdf.text, 'Hinweise zum Ausfüllen')
  t.notMatch(pdf.text, 'Synthetische Daten')
  const ticked = Object.values(answers).filter((value) => value === '1').length
  t.equal(pdf.alternatives.filter((words) => words === 'angekreuzt').length, ticked)
  t.match(pdf, { tagged: true, accessible: '1', outside: [] })
  t.match((await readPdf(filled(answers, { synthetic: true }))).pages.at(-1), 'Synthetische Daten')
})

t.test('what was justified stands with its reason on the paper that is filed, and what follows too', async (t) => {
  const raw: Raw = {
    zp_gesamt: '100',
    zp_alter_ue25: '98',
    zp_alter_a14_17: '0',
    zp_alter_a18_25: '0',
    zp_alter_unbekannt: '0',
    im_plan: '0',
  }
  const read = async (raw: Raw) => {
    const cells = readCells(umfrage1, raw)
    const answered = { instrument: umfrage1, raw, cells, findings: findingsOf(umfrage1, raw, cells, eislingen) }
    return (await readPdf(typeset('questionnaire', filledPaper(answered, place, '')))).text
  }
  const [finding] = findingsOf(umfrage1, raw, readCells(umfrage1, raw), eislingen)
  const { check, values } = finding ?? { check: '', values: {} }
  const why = { [reasonField(check)]: 'quelle', [textField(check)]: 'Zwei sind verzogen.' }
  t.match(
    await read({ ...raw, ...why, [validityField(check)]: validityOf(values) }),
    /es fehlen 2\..* Begründet: .*Zwei sind verzogen\./,
  )
  t.notMatch(await read(raw), 'begründen Sie', 'paper does not ask for a reason')
  t.match(await read(raw), 'Was hier leer ist, gilt nach Ihren Angaben als „trifft nicht zu“.')
})

t.test('every kind shows its answers', async (t) => {
  const definition = kindsDefinition()
  const raw = {
    gkz: '117019',
    personen: '1234',
    stellen: '2,5',
    anteil: '12,5',
    zeit_a: '60',
    zeit_c: '5',
    zeit_c_text: 'Berichte',
    form: 'anders',
    form_anders_text: 'Im Verein',
    gruende_b: '1',
    guete_jobcenter: 'gut',
    guete_weitere: 'kein',
    guete_weitere_text: 'Kirche',
    orte: 'Donzdorf\nSalach',
    kontakt_name: 'Erika Muster',
    kontakt_mail: 'muster@example.org',
    alter_jung: '7',
    beginn_wer: 'rat',
  }
  const last = { wave: 'umfrage-1', title: 'Umfrage 1', stichtag: '15.12.2018', values: new Map([['personen', 1100]]) }
  const pdf = await readPdf(filled(raw, {}, compile(definition), last))
  for (const words of [
    '117019',
    'Personen in Beratung 15.12.2018: 1.100 1.234',
    'Stellen in VZÄ 2,5',
    'Beratung 12,5 %',
    'Hausbesuchen 60 %',
    'Sonstiges Und zwar Berichte 5 %',
    'Summe: 65 von 100, es fehlen 35',
    'Anders Und zwar Im Verein',
    'Weitere Stelle Welche? Kirche',
    'Donzdorf Salach',
    'Name Erika Muster Funktion Telefon E-Mail muster@example.org',
    'Summe gegenüber F3: 7 von 1.234',
  ])
    t.match(pdf.text, words)
  t.equal(pdf.alternatives.filter((words) => words === 'angekreuzt').length, 5)
  t.match(pdf, { tagged: true, accessible: '1', outside: [] })
})

t.test('who answers by a number is named by it', async (t) => {
  const instrument = compile(personDefinition())
  const unit = { label: 'Integrationsmanager/-in', name: '111000-001', note: 'Antragsverbund Stuttgart' }
  const pdf = await readPdf(filled({ im_nr: '111000-001', klienten: '57' }, { unit, stichtag: '' }, instrument))
  t.match(pdf.text, 'Integrationsmanager/-in 111000-001 (Antragsverbund Stuttgart) Frist')
  t.match(pdf.text, 'Welche Nummer haben Sie? 111000-001 F2')
  t.notMatch(pdf.text, 'GKZ')
})

t.test('what people typed is printed as they typed it, whatever it is', async (t) => {
  const words = [
    '#import "@preview/x:1.0.0": *',
    '"]) #panic("x") $x$ @ref <label> *fett* _kursiv_ `roh` = Titel',
    "\\u{41} \\ // kein Kommentar /* auch nicht */ -- --- ... 'einfach'",
    'Öffentlich-rechtliche Größe: ÄÖÜäöüß €, Łódź, Ђорђе, Αθήνα',
    'gelöst 😀 ☎',
    'x'.repeat(900),
  ]
  const pdf = await readPdf(
    filled({ anmerkungen: words.join('\n'), zg_alter: words[1] ?? '', zp_gesamt: 'ungefähr'.repeat(20) }),
  )
  for (const word of words) t.ok(squeezed(pdf.text).includes(squeezed(word)), word.slice(0, 60))
  t.ok(squeezed(pdf.text).includes('ungefähr'.repeat(20)))
  t.match(pdf, { tagged: true, accessible: '1', outside: [] })
})

t.test('a text in a script without a font costs nobody the document', async (t) => {
  const pdf = await readPdf(filled({ kuerzel: 'KM', anmerkungen: 'Gespräch mit 张伟 \u0007' }))
  t.match(pdf.text, 'Gespräch mit')
  t.match(pdf, { tagged: true, accessible: null, outside: [] })
})

t.test('long answers go on over as many pages as they need', async (t) => {
  const essay = Array.from({ length: 300 }, (_, index) => `Zeile ${index} mit einigen Worten`).join('\n')
  const pdf = await readPdf(filled({ zp_gesamt_kom: essay, anmerkungen: essay }))
  t.strictSame(pdf.outside, [])
  t.equal(pdf.text.match(/Zeile 299 mit einigen Worten/g)?.length, 2)
})

t.test('the same answers give the same bytes', async (t) => {
  const first = filled(answers)
  filled({ zp_gesamt: '7' })
  t.ok(Buffer.from(first).equals(Buffer.from(filled(answers))))
  t.equal((await readPdf(first)).created, undefined)
})
