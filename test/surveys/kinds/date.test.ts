import t from 'tap'
import { listVariables } from '../../../analysis/panel/list-variables.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import type { DateQuestion } from '../../../schemas/questionnaire.ts'
import { describableQuestions } from '../../../server/http/pages/intern/description-page.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import { pageReader } from '../../../surveys/answer/submitted-page.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { DefinitionError } from '../../../surveys/definition/problem.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import { dateDefinition } from '../../support/date-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(dateDefinition())

function answered(raw: Record<string, string>) {
  const cells = readCells(instrument, raw)
  return { instrument, raw, cells, findings: findingsOf(instrument, raw, cells, eislingen) }
}
const found = (raw: Record<string, string>) =>
  answered(raw).findings.map(({ check, message }) => `${check}: ${message}`)

t.test('a date is sent as people write it, kept as a calendar sorts it, and shown as people write it', async (t) => {
  const typed = { beginn: 'Apr. 2017', beschluss: '1.3.2017', antrag: '' }
  const page = pageReader(instrument.variables)({ ...typed, _rev: '0', _umfang: 'felder' })
  t.strictSame(page?.typed, { beginn: '2017-04', beschluss: '2017-03-01', antrag: '' })
  const { cells } = answered(typed)
  const content = contentOf(instrument, cells, [])
  t.strictSame(content.answers, { beginn: '2017-04', beschluss: '2017-03-01' })
  t.strictSame(rawOf(instrument, content), { beginn: '2017-04', beschluss: '2017-03-01' })
  const asked = instrument.variables.filter(({ name }) => name in typed)
  const shown = asked.map((variable) => shownValue(cells.get(variable.name), variable))
  t.strictSame(shown, ['April 2017', '01.03.2017', 'keine Angabe'])
})

t.test('a field shows what was read, or what was typed with the reason why it could not be', async (t) => {
  const questions = instrument.sections.flatMap((section) => section.questions)
  const fieldOf = (id: string, raw: Record<string, string>) =>
    questions
      .filter((one) => one.id === id)
      .map((one) => viewQuestion(one, answered(raw)))
      .flatMap((view) => (view.kind === 'date' ? [view.body.field] : []))[0]
  t.match(fieldOf('beschluss', { beschluss: '2017-03-01' }), { value: '01.03.2017', error: '', keys: 'numeric' })
  t.match(fieldOf('beginn', { beginn: '2017-04' }), { value: 'April 2017', error: '', hint: 'zum Beispiel 12/2018' })
  t.match(fieldOf('beschluss', { beschluss: '30.02.2017' }), { value: '30.02.2017', error: /28 Tage/ })
})

t.test('what lies outside of its bounds is said with both dates', async (t) => {
  t.strictSame(found({ beginn: '2016-12' }), [
    'beginn_frueh: In F2 steht Dezember 2016, gefragt ist nach Monaten ab Januar 2017.',
  ])
  t.strictSame(found({ beginn: '2017-01' }), [], 'the bound itself fits')
  t.strictSame(found({ beschluss: '2018-12-15' }), [])
  t.strictSame(found({ beschluss: '16.12.2018' }), [
    'beschluss_spaet: In F3 steht 16.12.2018, gefragt ist nach Tagen bis zum 15.12.2018.',
  ])
  t.strictSame(
    answered({ beginn: '12/2016', beschluss: '2019-01-01' }).findings.map(({ check, severity }) => [check, severity]),
    [
      ['beginn_frueh', 'signal'],
      ['beschluss_spaet', 'error'],
    ],
  )
})

t.test('a date that is not known is no blank, and not known and given contradict each other', async (t) => {
  t.strictSame(answered({ beschluss_nv: '1' }).cells.get('beschluss'), { state: 'notAvailable' })
  t.match(found({ beschluss_nv: '1', beschluss: '2017-03-01' }), [
    /^beschluss_nv_allein: Zu F3 .* zugleich stehen Angaben da/,
  ])
})

t.test('the codebook says how a date is written, and which checks it has', async (t) => {
  const rows = codebook(instrument)
  const row = (name: string) => rows.find(({ spalte }) => spalte === name)
  t.match(row('beginn'), { art: 'Monat', werte: 'JJJJ-MM (ISO 8601)', pruefungen: 'beginn_frueh' })
  t.match(row('beschluss'), { art: 'Datum', werte: 'JJJJ-MM-TT (ISO 8601)', fehlt_wenn: 'beschluss_nv = 1' })
  t.match(row('antrag_fehlt'), { art: 'Grund' })
})

t.test('a definition with faulty bounds is refused', async (t) => {
  const problemsOf = (own: Partial<DateQuestion>): string[] => {
    const definition = dateDefinition()
    const [, , asked] = definition.sections[0].questions
    Object.assign(asked ?? {}, own)
    try {
      compile(definition)
      return []
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems.map(({ path, message }) => `${path}: ${message}`)
      throw error
    }
  }
  const path = '/sections/0/questions/2'
  t.strictSame(problemsOf({ latest: '2018-02-30' }), [`${path}/latest: 2018-02-30 ist kein Tag des Kalenders.`])
  t.strictSame(problemsOf({ latest: '2018-02' }), [`${path}/latest: 2018-02 ist kein Tag des Kalenders.`])
  t.strictSame(problemsOf({ earliest: '2019-01-01' }), [`${path}/latest: 2018-12-15 liegt vor 2019-01-01.`])
  t.strictSame(problemsOf({ precision: 'month', latest: '2018-12-15' }), [
    `${path}/latest: 2018-12-15 ist kein Monat des Kalenders.`,
  ])
  t.strictSame(problemsOf({ precision: 'month', latest: '2018-13' }), [
    `${path}/latest: 2018-13 ist kein Monat des Kalenders.`,
  ])
})

t.test('a date is no number: sums refuse it, and evaluations leave it out and say why', async (t) => {
  const definition = dateDefinition()
  definition.checks.push({
    id: 'falsch',
    kind: 'compare',
    severity: 'signal',
    left: [{ variable: 'beginn' }],
    relation: 'atMost',
    right: [{ question: 'beschluss' }],
    message: '{links}',
  })
  t.throws(() => compile(definition), /„beginn“ ist keine Zahl[\s\S]*„beschluss“ fragt nicht nach Zahlen/)

  const surveys = [{ wave: 'probe', instrument }]
  const names = listVariables(surveys, [], () => []).map(({ name }) => name)
  t.strictSame(names, ['beschluss_nv', 'personen'])
  t.match(
    findVariable('beschluss', surveys, [], () => []),
    { known: true, problem: /keine Zahl und keine Auswahl/ },
  )
  t.strictSame(
    describableQuestions(instrument).map(({ id }) => id),
    ['personen'],
  )
})

t.test('survey show tells of a date and its bounds', async (t) => {
  const { checks, sections } = outline(instrument)
  t.match(sections[0]?.questions[1], { kind: 'date', items: [{ name: 'beginn' }] })
  t.match(checks.find(({ id }) => id === 'beginn_frueh')?.message, /ab Januar 2017/)
})
