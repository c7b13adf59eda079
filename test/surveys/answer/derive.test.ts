import t from 'tap'
import type { Questionnaire } from '../../../schemas/questionnaire.ts'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { blanksOf, progressOf } from '../../../surveys/answer/progress.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import { derivingDefinition } from '../../support/definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(derivingDefinition())

function answered(raw: Raw) {
  const cells = readCells(instrument, raw)
  const findings = findingsOf(instrument, raw, cells, eislingen)
  const stored = contentOf(instrument, cells, [])
  const followed = [...instrument.questions.values()].flatMap((question) => {
    const { id, follows } = viewQuestion(question, { instrument, raw, cells, findings })
    return follows ? [[id, follows] as const] : []
  })
  return { cells, findings: findings.map(({ check }) => check), stored, follows: Object.fromEntries(followed) }
}

t.test('once the given shares make 100, the rest is 0, and is told from a 0 that was typed', async (t) => {
  const raw = { zeit_a: '50', zeit_b: '50' }
  const { stored, findings, follows } = answered(raw)
  t.strictSame(stored.answers, { zeit_a: 50, zeit_andere: 0, zeit_b: 50, zeit_rest: 'zeit_andere' })
  t.strictSame(findings, [], 'what is 0 needs no name')
  t.match(follows.zeit, /als 0 gilt|gilt als 0/)
  t.match(follows.zeit, /„Sonstiges“/)
  t.strictSame(rawOf(instrument, stored), raw, 'what was typed is taken out again')
  t.strictSame(answered({ ...raw, zeit_andere: '0' }).stored.answers, { zeit_a: 50, zeit_andere: 0, zeit_b: 50 })
})

t.test('shares that do not make 100, or cannot be read, leave nothing over', async (t) => {
  t.strictSame(answered({ zeit_a: '50', zeit_b: '40' }).stored.answers, { zeit_a: 50, zeit_b: 40 })
  t.strictSame(answered({ zeit_a: '50', zeit_b: '50', zeit_andere: 'x' }).stored.answers, { zeit_a: 50, zeit_b: 50 })
  t.strictSame(answered({}).stored.answers, {})
})

t.test('what an answer rules out does not apply, and is not open', async (t) => {
  const { cells, findings, stored, follows } = answered({ gesamt: '0' })
  t.equal(cells.get('alter_jung')?.state, 'notApplicable')
  t.equal(cells.get('wege_a')?.state, 'notApplicable')
  t.strictSame(stored.answers, { niemand: true, gesamt: 0 })
  t.strictSame(findings, [])
  t.strictSame(Object.keys(follows), ['alter', 'wege'])
  const ages = instrument.questions.get('alter')
  if (ages === undefined) return t.fail('there is a question')
  t.strictSame(blanksOf(ages, cells), [])
  t.strictSame(progressOf([ages], cells), { filled: 0, total: 0 })
  t.strictSame(rawOf(instrument, stored), { gesamt: '0' })
})

t.test('what is answered all the same stays, and is held against what rules it out', async (t) => {
  const { cells, findings } = answered({ gesamt: '0', alter_jung: '5' })
  t.match(cells.get('alter_jung'), { state: 'given', value: 5 })
  t.equal(cells.get('alter_alt')?.state, 'notApplicable')
  t.strictSame(findings, ['alter_summe'])
  t.equal(answered({ gesamt: '1' }).cells.get('alter_jung')?.state, 'blank')
  t.equal(answered({}).cells.get('alter_jung')?.state, 'blank', 'a blank rules nothing out')
})

t.test('a row that was left blank beside others does not apply', async (t) => {
  t.equal(answered({ gruppe_b: 'gut' }).cells.get('gruppe_a')?.state, 'notApplicable')
  t.equal(answered({}).cells.get('gruppe_a')?.state, 'blank')
})

t.test('codebook and files say what can follow, and why a value is missing', async (t) => {
  const row = (name: string) => codebook(instrument).find(({ spalte }) => spalte === name)
  t.equal(row('alter_jung')?.trifft_nicht_zu_wenn, 'niemand = 1')
  t.match(row('alter_jung_fehlt')?.werte, /leer = .*; nicht_vorhanden = .*; trifft_nicht_zu = Trifft nicht zu/)
  t.notMatch(row('gesamt_fehlt')?.werte, /trifft_nicht_zu/)
  t.match(row('zeit_rest')?.bezeichnung, /als 0 gelten/)
  const names = describedColumns(instrument).map(({ name }) => name)
  t.ok(names.includes('niemand') && names.includes('zeit_rest'))
  t.notOk(names.includes('niemand_fehlt') || names.includes('zeit_rest_fehlt'), 'they are never missing')
})

t.test('a rule that asks beyond the answers, or names what is not there, is refused', async (t) => {
  const faulty = (rule: Partial<NonNullable<Questionnaire['notApplicable']>[number]>) => {
    const definition = derivingDefinition()
    const [first] = definition.notApplicable ?? []
    return () => compile({ ...definition, notApplicable: [{ ...first, ...rule }] })
  }
  t.throws(faulty({ questions: ['nirgends'] }), /nirgends/)
  t.throws(
    faulty({ if: [{ numbers: [{ variable: 'gesamt' }], relation: 'atMost', right: [{ last: 'gesamt' }] }] }),
    /nur aus Antworten/,
  )
  t.throws(faulty({ id: 'gesamt' }), /gesamt/, 'a name is given once')
})
