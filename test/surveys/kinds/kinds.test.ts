import t from 'tap'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import { pageReader } from '../../../surveys/answer/submitted-page.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { questionFindings } from '../../../surveys/view/question-view.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(kindsDefinition())
const last = { wave: 'zuvor', title: 'Zuvor', stichtag: '15.12.2018', values: new Map([['personen', 120]]) }

function answered(raw: Record<string, string>) {
  const cells = readCells(instrument, raw)
  return { instrument, raw, cells, findings: findingsOf(instrument, raw, cells, { ...eislingen, last }), last }
}

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
  t.strictSame(answered(complete).findings, [])
  const content = contentOf(instrument, answered(complete).cells, [])
  t.equal(content.answers.stellen, 8.05)
  t.equal(content.answers.form, 'anders')
  t.equal(content.answers.guete_jobcenter, 'gut')
  t.equal(content.answers.orte, '117019 111000')
  t.strictSame(content.contact, { kontakt_mail: 'oe@example.org', kontakt_name: 'Ö. Beispiel' })
  const again = contentOf(instrument, readCells(instrument, rawOf(instrument, content)), [])
  t.strictSame(again.answers, content.answers)
})

t.test('shares that are still being typed are no news in the form, too much is', async (t) => {
  const question = instrument.questions.get('zeit')
  if (question === undefined) return t.fail('there are shares')
  t.strictSame(questionFindings(question, answered({ zeit_a: '60' })), [])
  t.equal(questionFindings(question, answered({ zeit_a: '101', zeit_b: '0' })).length, 0)
  t.equal(questionFindings(question, answered({ zeit_a: '60', zeit_b: '50' })).length, 1)
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
