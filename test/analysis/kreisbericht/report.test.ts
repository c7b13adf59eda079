import t from 'tap'
import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import type { Fact } from '../../../schemas/kreisbericht.ts'
import { cellsOf, fact, factsWith, goeppingen, sentencesOf } from '../../support/kreis-facts.ts'

t.test('what the Landkreis Göppingen told in 2018 is told', async (t) => {
  const report = kreisReport(goeppingen())
  t.equal(report.title, 'Integrationsmanagement im Landkreis Göppingen')
  const sentences = sentencesOf(report)
  for (const sentence of [
    'Fünf Kommunen führen das Integrationsmanagement in eigener Verantwortung: die Städte Donzdorf, Ebersbach, Eislingen und Göppingen sowie die Gemeinde Salach.',
    'Für alle übrigen Kommunen hat der Landkreis diese Aufgabe übernommen.',
    'Am 01.08.2018 arbeiteten 10 Personen mit zusammen 8,05 VZÄ im Integrationsmanagement des Landkreises.',
    'Zum 01.11.2018 werden es voraussichtlich 16 Personen mit zusammen 13,45 VZÄ sein, also 6 Personen und 5,4 VZÄ mehr.',
    'Im Herbst 2017 gehörten 1.024 Personen zur Zielgruppe (in den Gemeinden, für die der Landkreis zuständig ist).',
    'Im dritten Quartal 2018 waren es etwa 1.400 Personen, also etwa 37 Prozent mehr.',
    'Bis zum 31.07.2018 wurden 915 Personen erreicht.',
    'Bis dahin entfiel von den erreichten Personen etwa ein Drittel auf Einzelpersonen.',
    'Bis dahin fand etwa ein Drittel der Beratungen aufsuchend in der Wohnung der Geflüchteten statt.',
    'Bis dahin ging es besonders häufig um diese Themen: Kinder, Wohnung, Sprache, Arbeit und gesellschaftliche Teilhabe.',
    'Im dritten Quartal 2018 waren 815.185 Euro Fördermittel bewilligt.',
    'Davon werden voraussichtlich 815.185 Euro verwendet, also die ganze bewilligte Summe.',
    'Integrationspläne: keine Angabe.',
  ])
    t.ok(sentences.includes(sentence), sentence)
})

t.test('every figure leads to its origin', async (t) => {
  const report = kreisReport(goeppingen())
  const target = report.sections.find(({ id }) => id === 'target')?.blocks[0]
  const [first, second] = target?.kind === 'sentences' ? target.sentences : []
  const originOf = (number: number | undefined) => report.notes.find((note) => note.number === number)?.text
  t.match(originOf(first?.[0]?.notes[0]), /^Erhebung im Herbst 2017/)
  t.match(originOf(second?.[0]?.notes[0]), /^Erfahrungsbericht .*Herausforderungen$/)
  const mixed = kreisReport(
    factsWith({
      figures: {
        staffPersons: [fact({ value: 2, origin: 'Stellenplan' })],
        staffVzae: [fact({ value: 1.5, origin: 'Haushalt' })],
      },
    }),
  )
  const staff = mixed.sections.find(({ id }) => id === 'staff')?.blocks[0]
  t.strictSame(staff?.kind === 'sentences' && staff.sentences[0], [
    { text: 'Am 01.08.2018 arbeiteten ', notes: [] },
    { text: '2 Personen', notes: [1] },
    { text: ' mit zusammen ', notes: [] },
    { text: '1,5 VZÄ', notes: [2] },
    { text: ' im Integrationsmanagement des Landkreises.', notes: [] },
  ])
  t.strictSame(
    mixed.notes.map(({ text }) => text),
    ['Stellenplan', 'Haushalt'],
  )
})

const years = (...given: (number | null | Partial<Fact>)[]): Fact[] =>
  given.map((one, place) => {
    const { at: _, ...rest } = fact(typeof one === 'object' && one !== null ? one : { value: one })
    return { ...rest, from: `${2017 + place}-01-01`, until: `${2017 + place}-12-31` }
  })

const consultationsOf = (...given: Parameters<typeof years>) =>
  sentencesOf(kreisReport(factsWith({ figures: { consultations: years(...given) } }))).filter(
    (one) => /^Im Jahr/.test(one) || /^Beratungen, /.test(one),
  )

t.test('a figure rises, falls, stays, comes to one and to none', async (t) => {
  t.strictSame(consultationsOf(200, 250, 1), [
    'Im Jahr 2017 wurden 200 Beratungen geführt.',
    'Im Jahr 2018 waren es 250 Beratungen, also 50 Beratungen (25 Prozent) mehr.',
    'Im Jahr 2019 war es eine Beratung, also 249 Beratungen (99,6 Prozent) weniger.',
  ])
  t.strictSame(consultationsOf(0, 1, 1), [
    'Im Jahr 2017 wurde keine Beratung geführt.',
    'Im Jahr 2018 war es eine Beratung, also eine Beratung mehr.',
    'Im Jahr 2019 war es eine Beratung, also ebenso viele wie zuvor.',
  ])
})

t.test('what is only about right or a limit is compared no more closely than it is known', async (t) => {
  t.strictSame(consultationsOf(1000, { value: 1002, precision: 'about' }, { value: 1500, precision: 'least' }), [
    'Im Jahr 2017 wurden 1.000 Beratungen geführt.',
    'Im Jahr 2018 waren es etwa 1.002 Beratungen, also etwa ebenso viele wie zuvor.',
    'Im Jahr 2019 waren es mindestens 1.500 Beratungen.',
  ])
  const unlike = sentencesOf(
    kreisReport(
      factsWith({
        figures: {
          consultations: [
            ...years(100),
            fact({ value: 60, at: undefined as never, from: '2018-01-01', until: '2018-06-30' }),
          ],
        },
      }),
    ),
  )
  t.ok(
    unlike.includes('Vom 01.01.2018 bis zum 30.06.2018 wurden 60 Beratungen geführt.'),
    'half a year is not held against a whole one',
  )
})

t.test('figures of different Gemeinden are never held against each other', async (t) => {
  const report = kreisReport(
    factsWith({
      figures: {
        targetPersons: [
          fact({ value: 1024, at: '2017-10-01', scope: 'in den Gemeinden des Landkreises' }),
          fact({ value: 3000, at: '2018-10-01', scope: 'im ganzen Kreis' }),
        ],
      },
    }),
  )
  t.notOk(sentencesOf(report).some((one) => /mehr|weniger/.test(one)))
  t.ok(cellsOf(report).includes('im ganzen Kreis'))
})

t.test('a missing fact makes no sentence with a hole, and is listed as open', async (t) => {
  t.strictSame(consultationsOf(200, { value: null, why: 'Ausfall der Software' }, 100), [
    'Im Jahr 2017 wurden 200 Beratungen geführt.',
    'Im Jahr 2019 waren es 100 Beratungen, also 100 Beratungen (50 Prozent) weniger.',
    'Beratungen, im Jahr 2018: keine Angabe. Grund: Ausfall der Software.',
  ])
  const nothing = kreisReport(factsWith({}))
  t.strictSame(
    nothing.sections.map(({ id }) => id),
    ['open'],
  )
  t.match(sentencesOf(nothing), [
    'Träger des Integrationsmanagements: keine Angabe.',
    'Personen im Integrationsmanagement: keine Angabe.',
  ])
})

t.test('parts are listed with sowie, one alone has a sentence', async (t) => {
  const housing = (...given: [label: string, of: Partial<Fact>][]) =>
    sentencesOf(
      kreisReport(factsWith({ housing: given.map(([label, of]) => ({ label, facts: [fact(of)] as [Fact] })) })),
    )[0]
  t.equal(
    housing(
      ['in Gemeinschaftsunterkünften', { value: 300 }],
      ['in Wohnungen', { value: 1 }],
      ['ohne Angabe', { value: 0 }],
    ),
    'Am 01.08.2018 wohnten die Zielpersonen so: 300 Personen in Gemeinschaftsunterkünften, eine Person in Wohnungen sowie niemand ohne Angabe.',
  )
  t.equal(
    housing(['in Wohnungen', { share: '2/3' }]),
    'Am 01.08.2018 wohnten zwei Drittel der Zielpersonen in Wohnungen.',
  )
  t.equal(
    housing(['in Wohnungen', { percent: 12.5, precision: 'about' }]),
    'Am 01.08.2018 wohnten etwa 12,5 Prozent der Zielpersonen in Wohnungen.',
  )
  t.equal(housing(['in Wohnungen', { value: 1 }]), 'Am 01.08.2018 wohnte eine Person in Wohnungen.')
})

t.test('who runs it, in every way there is', async (t) => {
  const told = (...providers: [string, unknown, string?][]) =>
    sentencesOf(
      kreisReport(
        factsWith({
          providers: providers.map(([kind, kommunen, name]) => ({
            kind,
            kommunen,
            origin: 'A',
            ...(name && { name }),
          })) as never,
        }),
      ),
    ).filter((one) => /Integrationsmanagement (in|bei|über)|Aufgabe/.test(one))
  t.strictSame(told(['kreis', 'others']), [
    'Für alle Kommunen hat der Landkreis das Integrationsmanagement übernommen.',
  ])
  t.strictSame(told(['own', [{ name: 'Süßen', kind: 'Stadt' }]], ['free', 'others', 'Caritas']), [
    'Eine Kommune führt das Integrationsmanagement in eigener Verantwortung: die Stadt Süßen.',
    'Für alle übrigen Kommunen liegt das Integrationsmanagement bei einem freien Träger (Caritas).',
  ])
  t.strictSame(told(['verbund', [{ name: 'Salach' }, { name: 'Süßen', kind: 'Stadt' }]], ['own', 'others']), [
    'Für die Stadt Süßen sowie die Kommune Salach liegt das Integrationsmanagement bei einem Verbund.',
    'Alle übrigen Kommunen führen das Integrationsmanagement in eigener Verantwortung.',
  ])
})

t.test('what of the grant is used', async (t) => {
  const grant = (granted: Partial<Fact>, used: Partial<Fact>) =>
    sentencesOf(kreisReport(factsWith({ figures: { grantGranted: [fact(granted)], grantUsed: [fact(used)] } }))).slice(
      0,
      2,
    )
  t.strictSame(grant({ value: 1000.5 }, { value: 1 }), [
    'Am 01.08.2018 waren 1.000,50 Euro Fördermittel bewilligt.',
    'Davon wurde 1 Euro verwendet, das sind 0,1 Prozent der bewilligten Summe.',
  ])
  t.strictSame(
    grant({ value: 1000 }, { value: 900, precision: 'about' })[1],
    'An diesem Tag waren etwa 900 Euro Fördermittel verwendet.',
  )
})
