import t from 'tap'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { ChangeCheck, RelationCheck } from '../../../surveys/checks/check.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('umfrage-4')
const first = await published('umfrage-1')
const questions = outline(instrument).sections.flatMap((section) => section.questions)
const before = outline(first).sections.flatMap((section) => section.questions)

/** The number that a question of the first survey has here. */
const moved: Record<string, string> = {
  ...{ F1: 'F1', F2: 'F3', F3: 'F4', F4: 'F5', F5: 'F8', F6: 'F9', F7: 'F10', F8: 'F11', F9: 'F12', F10: 'F13' },
  ...{ F11: 'F14', F12: 'F15', F13: 'F16', F14: 'F17', F15: 'F18', F16: 'F19', F17: 'F20', F18: 'F21', F19: 'F22' },
  ...{ F20: 'F23', F21: 'F24', F22: 'F25', F23: 'F26', F29: 'F27', F30: 'F28', F32: 'F29' },
}

t.test('who answered is contact data', async (t) => {
  t.ok(instrument.variable.get('kuerzel')?.contact)
})

t.test('what was asked before has its name, its items and its new number', async (t) => {
  const lower = (one: unknown) => JSON.stringify(one).toLowerCase()
  for (const question of before) {
    const again = questions.find(({ id }) => id === question.id)
    t.equal(again?.number, moved[question.number], question.id)
    if (again === undefined) continue
    t.equal(lower(again.items), lower(question.items), question.id)
    t.equal(lower(again.options), lower(question.options), question.id)
    t.strictSame(again.notAvailable, question.notAvailable, question.id)
  }
  const known = new Set(before.map(({ id }) => id))
  t.strictSame(
    questions.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    ['kommune', 'zp_weggezogen', 'zp_zugezogen'],
  )
})

t.test('no reference is stale', async (t) => {
  t.match(instrument.questions.get('zp_gesamt')?.help, /in F4 /)
  t.match(instrument.questions.get('im_plan')?.help, /F16 bis F28 /)
  const section = instrument.sections.find(({ id }) => id === 'integrationsmanagement')
  t.match(section?.introduction.join(' '), /Ab F16 /)
})

const last = (values: Record<string, number>) => ({
  title: 'Umfrage 1',
  wave: 'umfrage-1',
  stichtag: '15.12.2018',
  values: new Map(Object.entries(values)),
})
const find = (raw: Raw, then: Record<string, number> = {}) =>
  findingsOf(instrument, raw, readCells(instrument, raw), { ...eislingen, last: last(then) })
const relations = instrument.checks.filter((check): check is RelationCheck => 'left' in check)
const changes = instrument.checks.filter((check): check is ChangeCheck => check.kind === 'change')

for (const check of changes) {
  t.test(`${check.id} can be violated, and leaves small numbers alone`, async (t) => {
    const [finding] = find({ [check.variable]: '400' }, { [check.variable]: 40 })
    t.match(finding, { check: check.id, severity: 'signal', message: /400.*40.*360 mehr/ })
    t.strictSame(find({ [check.variable]: '4' }, { [check.variable]: 2 }), [])
    t.strictSame(find({ [check.variable]: '420' }, { [check.variable]: 400 }), [])
    t.strictSame(find({ [check.variable]: '400' }), [], 'without an earlier answer there is nothing to compare')
  })
}

t.test('every sentence stands once', async (t) => {
  const written = new Map(
    [...relations, ...changes].map(({ id, message, kind, questions: [question] }) => {
      const shared = kind === 'within' || kind === 'change'
      return [shared ? `${kind} ${question}` : id, message]
    }),
  )
  t.equal(new Set(written.values()).size, written.size)
})

t.test('answers that fit together have no findings', async (t) => {
  const raw: Record<string, string> = { gkz: '117019', kommune: 'Eislingen' }
  for (const { name, type } of instrument.variables) if (type === 'count') raw[name] = '0'
  t.strictSame(find(raw), [])
})
