import { readFileSync } from 'node:fs'
import t from 'tap'
import { applyRedactions } from '../../../analysis/texts/redaction/apply-redactions.ts'
import { ownWords } from '../../../analysis/texts/redaction/own-words.ts'
import { type OfUnit, proposeRedactions } from '../../../analysis/texts/redaction/propose-redactions.ts'
import { surveys } from '../../support/all-surveys.ts'
import { directory, kommuneNames, kreisNames } from '../../support/directory.ts'

const names = directory()
/** What is proposed, as `written kind`, with a question mark where it is asked about. */
const told = (text: string, unit: OfUnit = {}) =>
  proposeRedactions(text, names, unit).map(
    ({ start, end, kind, certain }) => `${text.slice(start, end)} ${kind}${certain ? '' : '?'}`,
  )
const released = (text: string, unit: OfUnit = {}) =>
  applyRedactions(
    text,
    proposeRedactions(text, names, unit).filter(({ certain }) => certain),
  )

t.test('names in all forms, each at its longest', async (t) => {
  const cases: Record<string, string[]> = {
    'Die Stuttgarter Stellen, auch die Stuttgarts.': ['Stuttgarter kommune', 'Stuttgarts kommune'],
    'Er sitzt im Göppinger Landratsamt.': ['Göppinger landkreis'],
    'Die Ämter des Ostalbkreises helfen.': ['Ostalbkreises landkreis'],
    'Das Villingen-Schwenninger Rathaus ist neu.': ['Villingen-Schwenninger kommune'],
    'Im Landkreis Böblingen gilt das, in Böblingen nicht.': ['Böblingen landkreis', 'Böblingen kommune'],
    'Die Landkreise Böblingen, Calw und Esslingen zahlen.': [
      'Böblingen landkreis',
      'Calw landkreis',
      'Esslingen landkreis',
    ],
    'Das LRA Esslingen zahlt, der Kreis Göppingen auch.': ['Esslingen landkreis', 'Göppingen kreis'],
    'Wir in VS und SHA kennen das, im LRA ES auch.': ['VS kreis?', 'SHA kreis?', 'ES kreis?'],
    'Unsere MA und die AU gehören zur AA.': [],
    'Bei uns in Neuhausen auf den Fildern, nicht in Hausen.': ['Neuhausen auf den Fildern kommune', 'Hausen kommune?'],
    'In Singen (Hohentwiel) und Kirchheim u. T., Lahr/Schwarzwald.': [
      'Singen (Hohentwiel) kommune',
      'Kirchheim u. T. kommune',
      'Lahr/Schwarzwald kommune',
    ],
    'Goeppingen, GÖPPINGEN und göppingen': ['Goeppingen kommune', 'GÖPPINGEN kommune', 'göppingen kommune'],
    'Die Filderstädterinnen und Neuhäuser, Friedrichshafner, Karlsruher': [
      'Filderstädterinnen kommune',
      'Neuhäuser kommune',
      'Friedrichshafner kommune',
      'Karlsruher kommune',
    ],
    'Stutt-\ngart trennt man so.': ['Stutt-\ngart kommune'],
    'stuttgartweit, laut Gutachten am Gutacher Weg': ['stuttgartweit kommune?', 'Gutacher kommune'],
    'Im Heidelbergprojekt, in Altböblingen, in Stuttgart-Zuffenhausen': [
      'Heidelbergprojekt kommune?',
      'Altböblingen kommune?',
      'Stuttgart kommune',
      'Zuffenhausen name?',
    ],
    'Das Gmünder Modell, die Waldseer Stellen, in Teinach und Zavelstein': [
      'Gmünder kommune',
      'Waldseer kommune?',
      'Teinach kommune',
      'Zavelstein kommune',
    ],
    'Im Rems-Murr-Klinikum, auf der Ostalb, am Kehlkopf': ['Rems-Murr landkreis', 'Ostalb landkreis'],
    'Der Gemeindeverwaltungsverband Oberes Tal ist zuständig.': ['Gemeindeverwaltungsverband Oberes Tal name'],
    'Baden-Württemberg zahlt, auch für Baden-Baden.': ['Baden-Baden kommune'],
  }
  for (const [text, expected] of Object.entries(cases)) t.strictSame(told(text), expected, text)
})

t.test('what is also a German word is asked about, or is one', async (t) => {
  const cases: Record<string, string[]> = {
    'In Berg, Au und Stein gibt es Wald.': ['Berg kommune?', 'Au kommune?', 'Stein kommune?', 'Wald kommune?'],
    'Weil der Stadt das Geld fehlt, ist Schluss.': ['Weil der Stadt kommune?'],
    'Es geht nicht, weil der Stadt das Geld fehlt.': [],
    'Weil es eng ist. Aus Kostengründen. Wieder nichts.': [],
    'Wir singen und laufen, haben engen Kontakt und essen süßen Brei.': [],
    'bei uns in berg sind viele weg, weil nichts frei ist, in stuttgart auch': ['berg kommune?', 'stuttgart kommune'],
    'Das Asperger-Syndrom kennt hier niemand.': ['Asperger kommune?'],
    'Die Kirche St. Peter hilft.': ['St. Peter kommune?'],
  }
  for (const [text, expected] of Object.entries(cases)) t.strictSame(told(text), expected, text)
})

t.test('contact data, and whoever is called Frau or Herr', async (t) => {
  const contact = {
    persons: ['Frau Dr. Erika Muster-Mann', 'Karl Koch'],
    mails: ['info@rathaus.example', 'hans.kluge@rathaus.example'],
    phones: ['07161 202-4123'],
  }
  const cases: Record<string, string[]> = {
    'Frau Muster-Mann fragen, oder Musters Vertretung.': ['Muster-Mann name', 'Musters name'],
    'Herr Koch ist Koch.': ['Koch name', 'Koch name?'],
    'Erika hilft, Hans Kluge auch.': ['Erika name?', 'Hans Kluge name?'],
    'Herr Bürgermeister Yilmaz und Frau Dr. Bühler waren da, Frau Kollegin.': ['Yilmaz name?', 'Bühler name?'],
    'Schreiben Sie an erika.muster@lra-es.de oder post(at)example.org.': [
      'erika.muster@lra-es.de mail',
      'post(at)example.org mail',
    ],
    'Tel. 4123 oder 07161/202-99, +49 7161 20 21 22, (0711) 12 34 56': [
      '4123 phone',
      '07161/202-99 phone',
      '+49 7161 20 21 22 phone',
      '(0711) 12 34 56 phone',
    ],
    'Die 202-4123 am 01.02.2021, seit 2019-2020, 1.234.567 Euro, 0,5 Stellen': ['202-4123 phone'],
    'Nummer 117019-001 auf www.goeppingen.de.': ['117019-001 number', 'www.goeppingen.de web?'],
  }
  for (const [text, expected] of Object.entries(cases)) t.strictSame(told(text, { contact }), expected, text)
})

t.test('words that only one unit writes', async (t) => {
  const own = ownWords([
    { unit: 'a', text: 'Der Verein Solwodi in Zuffenhausen berät, ebenso die Lessingschule mit dem Sprachkurs.' },
    { unit: 'a', text: 'Solwodi hat uns sehr geholfen. Plieningen fehlt noch.' },
    { unit: 'a', text: 'Man kann mit Herrn Frau Professorin alles bereden.' },
    { unit: 'b', text: 'Das Programm Enaio stürzt ab.' },
    { unit: 'c', text: 'Auch bei uns ist Enaio langsam, der Schulhofbeauftragte klagt.' },
  ])
  t.strictSame([...own].sort(), ['lessingschule', 'plieningen', 'solwodi', 'zuffenhausen'])
  t.strictSame(told('Die Lessingschule und der Sprachkurs, Enaio', { own }), ['Lessingschule name?'])
})

t.test('what is accepted is replaced, and the text itself stays', async (t) => {
  const text = 'Das Landratsamt Göppingen sagt: „Stuttgart zahlt.“'
  t.equal(released(text), 'Das Landratsamt [Name des Landkreises] sagt: „[Name der Kommune] zahlt.“')
  t.equal(text, 'Das Landratsamt Göppingen sagt: „Stuttgart zahlt.“')
  t.equal(released('Im Ostalbkreis und in Berg.'), 'Im [Name des Landkreises] und in Berg.')
  const at = (start: number, end: number) => ({ start, end, replacement: '…' })
  t.equal(applyRedactions('abcdef', [at(4, 5), at(0, 2)]), '…cd…f')
  for (const faulty of [[at(0, 3), at(2, 4)], [at(2, 2)], [at(3, 9)], [at(-1, 2)], [at(0.5, 2)]])
    t.throws(() => applyRedactions('abcdef', faulty), RangeError)
})

/** The name in three forms, made by what grammar says and not by what finds them. */
function inThreeForms(name: string): [before: string, form: string, after: string][] {
  const [, head = '', rest = ''] = /^(.*?)( (?:an|am|auf|unter|im|ob|der) .*| ?[(/].*)?$/.exec(name) ?? []
  const genitive = /[sßzx]$/.test(head) ? head : `${head}s`
  const inhabitant = /ingen$/.test(head) ? head.replace(/en$/, 'er') : `${head.replace(/e$/, '')}er`
  return [
    ['Wir haben in ', name, ' zu wenige Plätze.'],
    ['Die Stellen ', genitive + rest, ' sind besetzt.'],
    ['Im ', inhabitant, ' Rathaus ist mittwochs offen.'],
  ]
}

/**
 * Names that, in one of the forms at least, are a word or a name of persons as well: decided by reading all of them.
 */
const alsoWords = `
  Weil der Stadt, Weil im Schönbuch, Owen, Gingen an der Fils, Kuchen, Süßen, Wangen, Zell unter Aichelberg, Asperg,
  Korb, Kernen im Remstal, Widdern, Wüstenrot, Rot am See, Rosengarten, Ahorn, Rosenberg, Wört, Forst, Weingarten
  (Baden), Au am Rhein, Bühl, Buchen (Odenwald), Leimen, Mauer, Höfen an der Enz, Neulingen, Keltern, Empfingen,
  Glatten, Au, St. Peter, Stegen, Reute, Riegel am Kaiserstuhl, Winden im Elztal, Lauf, Zell am Harmersbach, Sulz am
  Neckar, Zimmern ob Rottweil, Hausen ob Verena, Engen, Moos, Singen (Hohentwiel), Hasel, Hausen im Wiesental,
  Steinen, Weil am Rhein, Zell im Wiesental, Häusern, Wehr, St. Johann, Hausen am Tann, Rosenfeld, Weilen unter den
  Rinnen, Zimmern unter der Burg, Hausen am Bussen, Rot an der Rot, Berg, Vogt, Wangen im Allgäu, Weingarten,
  Mengen, Wald`

t.test('every Kommune is found in three forms within sentences', async (t) => {
  const missed: string[] = []
  const asked = new Set<string>()
  for (const name of kommuneNames()) {
    for (const [before, form, after] of inThreeForms(name)) {
      const text = before + form + after
      const covering = proposeRedactions(text, names).filter(
        ({ start, end }) => start === before.length && end >= start + form.length,
      )
      if (covering.length !== 1) missed.push(text)
      else if (covering[0]?.certain === false) asked.add(name)
    }
  }
  t.equal(kommuneNames().length, 1101)
  t.strictSame(missed, [])
  t.strictSame(
    [...asked].sort(),
    [...new Set(alsoWords.trim().replace(/\s+/g, ' ').split(', '))].sort(),
    'asked about is what is a word, no other',
  )
})

t.test('every Kreis is found as one', async (t) => {
  for (const name of kreisNames()) {
    const texts = /kreis$/i.test(name)
      ? [`Im ${name}`, `Ämter des ${name}es`]
      : [`Im Landkreis ${name}`, `Das LRA ${name}`]
    for (const text of texts) {
      const [first, ...more] = proposeRedactions(text, names)
      t.match(first, { kind: 'landkreis', certain: true, end: text.length }, text)
      t.equal(more.length, 0)
    }
  }
})

t.test('texts by the thousand', async (t) => {
  const some = kommuneNames().map((name) => `In ${name} dauert es Monate, bis das Landratsamt antwortet. `.repeat(4))
  const begun = process.cpuUsage()
  for (const text of some) proposeRedactions(text, names)
  t.ok(process.cpuUsage(begun).user < 3_000_000, 'a thousand take some tenths of a second')
})

/** Sentences as if each were from a unit of its own, so that every rare word of them occurs in one unit only. */
function falselyProposed(sentences: readonly string[]): string[] {
  const own = ownWords(sentences.map((text, at) => ({ unit: String(at), text })))
  return sentences.filter((text) => proposeRedactions(text, names, { own }).length > 0)
}

t.test('less than 2 % of sentences without names are asked about', async (t) => {
  const written = readFileSync(new URL('sentences-without-names.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  t.ok(written.length >= 195)
  const wrong = falselyProposed(written)
  t.ok(wrong.length / written.length < 0.02, wrong.join('\n'))
  const asked = new Set(surveys.flatMap((survey) => sentencesOf(`${survey}.v2.json`)))
  const wronglyAsked = falselyProposed([...asked])
  t.ok(asked.size > 500, `${asked.size}`)
  t.ok(wronglyAsked.length / asked.size < 0.02, wronglyAsked.join('\n'))
})

/** What a questionnaire says in whole sentences and labels of four words and more. */
function sentencesOf(file: string): string[] {
  const text = readFileSync(new URL(`../../../surveys/definitions/${file}`, import.meta.url), 'utf8')
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner)
  return strings.flatMap((one) => one.split(/(?<=[.!?])\s+/)).filter((one) => one.split(' ').length >= 4)
}
