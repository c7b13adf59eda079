import t from 'tap'
import type { SurveyPreparation } from '../../../schemas/preparation.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { checkPreparations } from '../../../surveys/preparation/check-preparations.ts'
import { isNumberType } from '../../../surveys/types/index.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'

const ids = [0, 1, 2, 3, 4].map((number) => `umfrage-${number}`)
const figures = ['kennzahlen', 'kennzahlen-traeger'].map((id) => published(id))
const surveys = await Promise.all([
  ...ids.flatMap((id) => [published(id, '1.0.0'), published(id)]),
  published('folgewelle'),
  ...figures,
])

t.test('of every number of every survey it is said where it comes from, once', async (t) => {
  for (const { id, version, sections, preparation } of surveys) {
    const named = [...(preparation?.sources.flatMap(({ questions }) => questions) ?? []), ...(preparation?.own ?? [])]
    const asked = sections
      .flatMap(({ questions }) => questions)
      .map(({ number, variables }) => ({
        number,
        numbers: variables.filter(({ type }) => isNumberType(type)).length,
      }))
      .filter(({ numbers }) => numbers > 0)
    for (const { number, numbers } of asked)
      t.strictSame(
        named.filter((one) => one.number === number).map((one) => one.numbers),
        [numbers],
        `${id} ${version} ${number}`,
      )
    t.notMatch(JSON.stringify(preparation), /\{(stichtag|zeitraum|frist|F:)/)
  }
})

t.test('dates are those of the wave, and numbers of questions those of the version', async (t) => {
  const [first] = surveys.filter(({ id }) => id === 'umfrage-1')
  const office = first?.preparation?.sources[0]
  t.match(office, {
    name: 'Ausländerbehörde',
    asOf: '15.12.2018',
    hint: /\(F3\).*15\.12\.2018/,
    questions: [{ number: 'F4', numbers: 1 }, { number: 'F5' }, { number: 'F7' }, { number: 'F8' }, { number: 'F9' }],
  })
  t.match(first?.preparation?.time.join(' '), /08\.02\.2019.*F13 bis F31/)
  const moves = (await published('umfrage-4')).preparation?.sources.find(({ name }) => /Umzüge/.test(name))
  t.match(moves, { asOf: /1\. Januar bis 31\. Dezember/, questions: [{ number: 'F6' }, { number: 'F7' }] })
})

const small = compile(smallDefinition())
const whole: SurveyPreparation = {
  survey: 'probe',
  introduction: ['Bis {frist}.'],
  atHand: [],
  time: [],
  sources: [{ name: 'Amt', asOf: '{stichtag}', questions: ['gesamt', 'alter'] }],
  own: small.sections
    .flatMap(({ questions }) => questions.map(({ id }) => id))
    .filter((id) => !['gesamt', 'alter'].includes(id)),
}
const problemsOf = (...documents: object[]) =>
  checkPreparations(
    documents.map((document, at) => ({ file: `${at}.json`, text: JSON.stringify(document) })),
    [small],
  ).problems.map(({ path, message }) => `${path}: ${message}`)

t.test('what is wrong is named', async (t) => {
  t.strictSame(problemsOf(whole), [])
  const source = (changes: object) => ({ ...whole, sources: [{ ...whole.sources[0], ...changes }] })
  t.match(problemsOf(source({ questions: ['gesamt'] })), [/^\/sources: Woher die Zahlen zu F5 \(„alter“, Fassung 1/])
  t.match(problemsOf(source({ questions: ['gesamt', 'altr', 'alter'] })), [
    /questions\/1: .*„altr“.*Meinen Sie „alter“/,
  ])
  t.match(problemsOf({ ...whole, own: [...whole.own, 'alter'] }), [
    /„alter“ steht schon bei \/sources\/0\/questions\/1/,
  ])
  t.match(problemsOf(source({ asOf: '{stichtage}' })), [/Lücke \{stichtage\}/])
  t.match(problemsOf({ ...whole, survey: 'andere' }), [/^\/survey: .*„andere“/])
  t.match(problemsOf(whole, whole), [/^\/survey: .*schon alles in 0\.json/])
  t.match(problemsOf(source({ asOf: undefined })), [/\/sources\/0/])
  t.match(checkPreparations([{ file: 'x.json', text: '{' }], [small]).problems, [{ path: '/' }])
})

t.test('who would be asked only for what a version does not ask is left out', async (t) => {
  const other = { name: 'Anderes Amt', asOf: 'heute', questions: ['gibt_es_hier_nicht'] as [string] }
  const { preparation } = compile(
    smallDefinition(),
    {},
    { preparation: { ...whole, sources: [...whole.sources, other] } },
  )
  t.strictSame(
    preparation?.sources.map(({ name, asOf, questions }) => [name, asOf, questions.map(({ number }) => number)]),
    [['Amt', '15.12.2018', ['F4', 'F5']]],
  )
})
