import t from 'tap'
import { readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import { pageReader } from '../../../surveys/answer/submitted-page.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { questionFindings, viewQuestion } from '../../../surveys/view/question-view.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(kindsDefinition())
const last = { wave: 'zuvor', title: 'Zuvor', stichtag: '15.12.2018', values: new Map([['personen', 120]]) }

function answered(raw: Record<string, string>) {
  const cells = readCells(instrument, raw)
  return { instrument, raw, cells, findings: findingsOf(instrument, raw, cells, { ...eislingen, last }), last }
}

const found = (raw: Record<string, string>) =>
  answered(raw).findings.map(({ check, severity, message }) => ({ check, severity, message }))
const only = (raw: Record<string, string>) => found(raw).map(({ check }) => check)

const complete = {
  gkz: '117019',
  kommune: 'Stadt Eislingen',
  personen: '130',
  stellen: '8,05',
  anteil: '12,5',
  zeit_a: '60',
  zeit_b: '39,5',
  zeit_c: '0,5',
  zeit_c_text: 'Garten',
  form: 'anders',
  form_anders_text: 'im Verbund',
  gruende_a: '1',
  gruende_c: '1',
  wege_b: '1',
  guete_jobcenter: 'gut',
  guete_weitere: 'schlecht',
  guete_weitere_text: 'Verein',
  orte: '117019 Eislingen/Fils\n111000 Stuttgart',
  kontakt_name: 'Ö. Beispiel',
  kontakt_mail: 'oe@example.org',
}

t.test('a complete answer has no finding, and comes back from what is stored', async (t) => {
  t.strictSame(found(complete), [])
  const content = contentOf(instrument, answered(complete).cells, [])
  t.equal(content.answers.stellen, 8.05)
  t.equal(content.answers.form, 'anders')
  t.equal(content.answers.guete_jobcenter, 'gut')
  t.equal(content.answers.orte, '117019 111000')
  t.strictSame(content.contact, { kontakt_mail: 'oe@example.org', kontakt_name: 'Ö. Beispiel' })
  const again = contentOf(instrument, readCells(instrument, rawOf(content)), [])
  t.strictSame(again.answers, content.answers)
})

t.test('shares make 100, with a little rounding', async (t) => {
  t.strictSame(only({ zeit_a: '33,3', zeit_b: '33,3', zeit_c: '33,3', zeit_c_text: 'x' }), [])
  const [less] = found({ zeit_a: '60', zeit_b: '30' })
  t.match(less, {
    check: 'zeit_summe',
    severity: 'error',
    message: 'ergeben 90 Prozent, es müssen 100 sein: es fehlen 10',
  })
  t.match(found({ zeit_a: '60', zeit_b: '50' })[0]?.message, '10 zu viel')
  t.strictSame(only({}), [])
})

t.test('shares that are still being typed are no news in the form, too much is', async (t) => {
  const question = instrument.questions.get('zeit')
  if (question === undefined) return t.fail('there are shares')
  t.strictSame(questionFindings(question, answered({ zeit_a: '60' })), [])
  t.equal(questionFindings(question, answered({ zeit_a: '101', zeit_b: '0' })).length, 0)
  t.equal(questionFindings(question, answered({ zeit_a: '60', zeit_b: '50' })).length, 1)
  t.equal(viewQuestion(question, answered({ zeit_a: '60' })).sums[0]?.text, '60 von 100, es fehlen 40')
})

t.test('limits of a list', async (t) => {
  t.strictSame(only({ wege_a: '1', wege_b: '1', wege_c: '1' }), ['wege_hoechstens'])
  t.strictSame(found({ gruende_a: '1' }), [
    {
      check: 'gruende_genau',
      severity: 'signal',
      message: 'In F8 ist nach 2 Antworten gefragt, angekreuzt sind weniger.',
    },
  ])
  t.strictSame(only({ gruende_a: '1', gruende_b: '1', gruende_c: '1' }), ['gruende_hoechstens'])
})

t.test('what is named must be chosen, and the other way round', async (t) => {
  t.strictSame(only({ form: 'anders' }), ['form_anders_benannt'])
  t.strictSame(only({ form: 'eigen', form_anders_text: 'doch anders' }), ['form_anders_benannt'])
  t.strictSame(only({ guete_weitere: 'gut' }), ['guete_weitere_benannt'])
  t.strictSame(only({ form: 'eigen' }), [])
})

t.test('the name of the Kommune is held against its key', async (t) => {
  t.strictSame(only({ kommune: 'Eislingen/Fils' }), [])
  t.match(found({ kommune: 'Göppingen' })[0]?.message, 'Eislingen/Fils')
})

t.test('posts are at most persons', async (t) => {
  t.strictSame(only({ personen: '120', stellen: '120' }), [])
  t.strictSame(
    found({ personen: '110', stellen: '110,25' })[0]?.message,
    '110,25 Stellen sind 0,25 mehr als 110 Personen.',
  )
})

t.test('a change is held against the last wave', async (t) => {
  t.strictSame(found({ personen: '12' })[0]?.message, 'Personen in Beratung: jetzt 12, zuletzt 120, 108 weniger.')
  t.strictSame(only({ personen: '110' }), [])
})

t.test('a list of Kommunen', async (t) => {
  t.strictSame(only({ orte: '117019 Eislingen/Fils' }), [])
  t.match(found({ orte: 'Musterstadt' })[0]?.message, 'Zeile 1: „Musterstadt“ ist keine Kommune')
  const [unconfirmed] = answered({ orte: 'eislingen\nStuttgart' }).findings
  t.strictSame(unconfirmed?.suggestion, { value: '117019 Eislingen/Fils\n111000 Stuttgart', label: 'Bestätigen' })
})

t.test('only what stands in a list can be sent', async (t) => {
  const read = pageReader(instrument.variables)
  const page = { _rev: '0', _umfang: 'abschnitt' }
  t.equal(read({ ...page, form: 'erfunden' }), undefined)
  t.equal(read({ ...page, guete_jobcenter: 'gut' })?.typed.guete_jobcenter, 'gut')
  t.equal(read({ ...page, form: '' })?.typed.form, '')
  t.equal(read({ ...page, stellen: '1.234,50' })?.typed.stellen, '1234,5')
})

t.test('the codebook says what a code means', async (t) => {
  const rows = codebook(instrument)
  t.equal(
    rows.find(({ spalte }) => spalte === 'form')?.werte,
    'eigen = Selbst; verbund = Gemeinsam mit anderen Kommunen; anders = Anders',
  )
  t.match(rows.find(({ spalte }) => spalte === 'guete_jobcenter')?.werte, 'schlecht = Schlecht')
  t.notOk(rows.some(({ spalte }) => spalte.startsWith('kontakt_')))
})
