import t from 'tap'
import type { Condition } from '../../../schemas/questionnaire.ts'
import { earlierSurvey } from '../../../server/forms/form.ts'
import { heldNow } from '../../../server/forms/last-wave.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { lastProblems } from '../../../surveys/concordance/last-problems.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { formerDefinition, sinceThen } from '../../support/former-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const before = compile(formerDefinition())

/** The same survey with a last section that hangs on something. */
function hungOn(condition: Condition) {
  const { sections, ...rest } = filteredDefinition()
  const asked = { if: [condition] as [Condition], words: 'Nur wenn es zuletzt so war' }
  const questions: (typeof sections)[0]['questions'] = [
    { number: 'F13', id: 'zuletzt_text', kind: 'longtext', title: 'Was hat sich verändert?' },
  ]
  const [first, ...others] = sections.slice(0, 3)
  const last = { id: 'zuletzt', title: 'Zuletzt', questions, asked }
  return compile({ ...rest, checks: [], sections: [first as (typeof sections)[0], ...others, last] })
}

t.test('answers of the last wave count by the codes of today; what is not certain decides nothing', async (t) => {
  const isClosed = (condition: Condition, answers: Record<string, string | true>) => {
    const now = hungOn(condition)
    const earlier = earlierSurvey([sinceThen], now)
    if (earlier === undefined) return t.fail('it continues none')
    const last = heldNow({ earlier, now }, { wave: 'zuvor', stichtag: null, answers }, before)
    return readCells(now, {}, { ...eislingen, last }).get('zuletzt_entfaellt')?.state === 'given'
  }
  const ja: Condition = { chosen: { last: 'stelle' }, any: ['ja'] }
  t.equal(isClosed(ja, { stelle: 'besteht' }), false, 'it is „ja“ today')
  t.equal(isClosed(ja, { stelle: 'keine' }), true, 'it is „nein“ today')
  t.equal(isClosed(ja, { stelle: 'offen' }), false, 'it may be any of today')
  t.equal(isClosed(ja, { wege_amt: true }), false, 'there is no answer')
  t.equal(isClosed({ chosen: { last: 'stelle' }, none: ['ja'] }, { stelle: 'besteht' }), true)
  t.equal(isClosed({ chosen: { last: 'wege' }, any: ['vor_ort'] }, { wege_amt: true }), true)
  t.equal(isClosed({ chosen: { last: 'wege' }, all: ['vor_ort', 'amt'] }, { wege_amt: true }), true)
  t.equal(isClosed({ chosen: { last: 'wege' }, none: ['vor_ort'] }, { wege_amt: true }), false)
  t.equal(isClosed({ chosen: { last: 'wege' }, any: ['vor_ort'] }, {}), false, 'nothing ticked is no answer')
})

t.test('what no answer of the last wave can decide is refused, with its place', async (t) => {
  const problems = (condition: Condition, known = [sinceThen]) =>
    lastProblems(hungOn(condition), new Map([['zuvor', before]]), known).map(
      ({ path, message }) => `${path}: ${message}`,
    )
  t.strictSame(problems({ chosen: { last: 'stelle' }, any: ['ja'] }), [])
  t.strictSame(problems({ chosen: { last: 'wege' }, none: ['amt'] }), [])
  t.strictSame(problems({ known: { last: 'gesamt' }, relation: 'atLeast', right: [{ value: 1 }] }), [])
  t.match(problems({ chosen: { last: 'stelle' }, any: ['ja', 'geplant'] }), [
    /^asked \(zuletzt\): Zu „stelle“ bedeutet nach surveys\/concordance keine Antwort aus zuvor sicher „geplant“/,
  ])
  t.match(problems({ chosen: { last: 'urteil_beratung' }, any: ['gut'] }), [/zuvor hat nach .* nicht danach gefragt/])
  t.match(problems({ known: { last: 'weitergabe' }, relation: 'atLeast', right: [{ value: 1 }] }), [
    /„weitergabe“ aus der letzten Erhebung ist hier nie bekannt/,
  ])
  t.match(problems({ chosen: { last: 'stelle' }, any: ['ja'] }, []), [
    /setzt nach surveys\/concordance keine andere fort/,
  ])
})
