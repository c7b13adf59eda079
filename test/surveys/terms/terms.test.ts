import { readFileSync } from 'node:fs'
import t from 'tap'
import { compile } from '../../../surveys/compile/compile.ts'
import { checkGlossaries } from '../../../surveys/terms/check-glossaries.ts'
import { loadGlossaries } from '../../../surveys/terms/load-glossaries.ts'
import { firstUses } from '../../../surveys/terms/terms-of.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'

const ids = [0, 1, 2, 3, 4].map((number) => `umfrage-${number}`)
const figures = ['kennzahlen', 'kennzahlen-traeger'].map((id) => published(id))
const surveys = await Promise.all([
  ...ids.flatMap((id) => [published(id, '1.0.0'), published(id)]),
  published('folgewelle'),
  ...figures,
])
const namesAt = (survey: string, question: string, version?: string) =>
  surveys
    .findLast((one) => one.id === survey && (version === undefined || one.version === version))
    ?.terms.get(question)
    ?.map(({ term }) => term)

t.test('words are explained at the questions in whose texts they stand', async (t) => {
  for (const [survey, question, terms] of [
    ['umfrage-0', 'gkz', ['Verbund']],
    ['umfrage-0', 'auswertung', ['Stichtag', 'Integrationsplan']],
    ['umfrage-1', 'zp_gesamt', ['Stichtag', 'Zielperson']],
    [
      'umfrage-1',
      'zp_status',
      [
        ...['Zielperson', 'Aufenthaltsgestattung', 'Aufenthaltserlaubnis', 'Asylberechtigung'],
        ...['Flüchtlingseigenschaft', 'Subsidiärer Schutz', 'Abschiebungsverbot', 'Kontingentflüchtlinge', 'Duldung'],
      ],
    ],
    ['umfrage-1', 'zp_unterbringung', ['Zielperson', 'Gemeinschaftsunterkunft', 'Dezentrale Unterbringung']],
    ['umfrage-1', 'im_plan', ['Zielperson', 'Integrationsplan']],
    ['umfrage-2', 'vor_vzae', ['VZÄ']],
    ['umfrage-2', 'vor_personen', ['hauptamtlich', 'Stadtkreis', 'Vorläufige Unterbringung', 'Anschlussunterbringung']],
    ['umfrage-3', 'im_nummer', ['Verbund']],
    ['umfrage-3', 'thema', ['Kennzahlen']],
    ['umfrage-3', 'vereine_rolle', []],
    ['umfrage-4', 'im_sprache', ['Zielperson', 'A1 bis C2']],
  ] as const)
    t.strictSame(namesAt(survey, question), terms, `${survey} ${question}`)
  t.ok(namesAt('umfrage-1', 'zg')?.includes('Anschlussunterbringung'), 'of parts, with the whole')
  t.ok(namesAt('umfrage-3', 'erreicht')?.includes('Ausreisepflichtig'), 'in the rows of a matrix')
  t.ok(namesAt('umfrage-3', 'massnahme')?.includes('Duldung'), 'in options')
})

t.test('what was published before there were explanations has them as well', async (t) => {
  t.strictSame(namesAt('umfrage-1', 'zp_gesamt', '1.0.0'), ['Stichtag', 'Zielperson'])
  t.strictSame(namesAt('umfrage-2', 'vor_personen', '1.0.0'), ['hauptamtlich'], 'by the texts of that version')
})

t.test('what the law says is said with its place, in a sentence or two', async (t) => {
  const terms = new Map((await loadGlossaries()).flatMap((one) => one.terms).map((one) => [one.term, one]))
  for (const [term, source] of [
    ['Duldung', '§ 60a AufenthG'],
    ['Aufenthaltsgestattung', '§ 55 AsylG'],
    ['Flüchtlingseigenschaft', '§ 3 AsylG'],
    ['Subsidiärer Schutz', '§ 4 AsylG'],
    ['Asylberechtigung', 'Artikel 16a GG'],
  ] as const)
    t.equal(terms.get(term)?.source, source, term)
  for (const { term, meaning } of terms.values()) {
    t.match(meaning, /\.$/, term)
    t.ok(meaning.length < 280, `${term}: ${meaning.length}`)
  }
})

const small = () => {
  const definition = smallDefinition()
  Object.assign(definition.sections[0]?.questions[3] ?? {}, { title: 'Wie viele im Antragsverbund?' })
  return definition
}
const glossary = (words: string[], changes: object = {}) => ({
  surveys: ['probe'],
  terms: [{ term: 'Verbund', words, meaning: 'Ein Verbund.' }],
  ...changes,
})
const atTotal = (words: string[], changes: object = {}) =>
  compile(small(), {}, { glossaries: [glossary(words, changes) as never] }).terms.get('gesamt')?.length

t.test('a word is found as a whole, in large and small letters, in the surveys that the glossary names', async (t) => {
  t.equal(atTotal(['Antragsverbund']), 1)
  t.equal(atTotal(['antragsverbund']), 1)
  t.equal(atTotal(['Verbund']), 0)
  t.equal(atTotal(['Antrag']), 0)
  t.equal(atTotal(['viele.im']), 0, 'a dot is a dot')
  t.equal(atTotal(['Antragsverbund'], { surveys: ['andere'] }), undefined)
})

t.test('what is wrong with a glossary is named', async (t) => {
  const versions = [compile(small())]
  const problemsOf = (document: unknown) =>
    checkGlossaries([{ file: 'x.json', text: JSON.stringify(document) }], versions).problems.map(
      ({ path, message }) => `${path}: ${message}`,
    )
  t.strictSame(problemsOf(glossary(['Antragsverbund'])), [])
  t.match(problemsOf(glossary(['Verbund'])), [/^\/terms\/0: „Verbund“ steht in keiner Frage/])
  t.match(problemsOf(glossary(['Antragsverbund', 'antragsverbund'])), [/words\/1: .*steht schon bei Verbund/])
  t.match(problemsOf(glossary(['Antragsverbund'], { surveys: ['probe', 'prob'] })), [/^\/surveys\/1: .*„prob“/])
  t.match(problemsOf(glossary([])), [/\/terms\/0\/words/])
  t.match(checkGlossaries([{ file: 'x.json', text: '{' }], versions).problems, [{ file: 'x.json', path: '/' }])
})

t.test('no template knows a term: what is explained is data', async (t) => {
  for (const name of ['question', 'terms', 'glossary'])
    t.notMatch(readFileSync(`views/parts/${name}.eta`, 'utf8'), /Duldung|VZÄ|Zielperson/, name)
})

t.test('a word is explained where it comes up first in a section, and again in the next one', (t) => {
  const duldung = { term: 'Duldung', meaning: 'eine', source: '' }
  const plan = { term: 'Plan', meaning: 'einer', source: '' }
  const terms = new Map([
    ['a', [duldung]],
    ['b', [duldung, plan]],
    ['c', [plan]],
  ])
  const sections = [{ questions: [{ id: 'a' }, { id: 'b' }] }, { questions: [{ id: 'c' }] }]
  t.strictSame(
    [...firstUses(sections, terms)],
    [
      ['a', [duldung]],
      ['b', [plan]],
      ['c', [plan]],
    ],
  )
  t.end()
})
