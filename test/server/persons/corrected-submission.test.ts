import t from 'tap'
import { makeForm } from '../../../server/forms/form.ts'
import { correctedSubmission, newErrors, submittedTexts } from '../../../server/persons/corrected-submission.ts'
import { correctedText } from '../../../server/persons/corrected-text.ts'
import { contentHash } from '../../../surveys/answer/submission.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { complete, register } from '../../../views/examples/example-kinds-answers.ts'
import { keptSubmission } from '../../support/kept-submission.ts'

const form = makeForm(compile(kindsDefinition()))
const comments = form.instrument.variables
  .filter(({ role }) => role === 'comment')
  .map(({ name }) => [name, 'von Weis'])
const kept = {
  ...keptSubmission(form.instrument, { ...complete, ...Object.fromEntries(comments) }, 'Q-1'),
  justifications: [{ check: 'summe', values: { personen: '3' }, reason: 'sonst', text: 'sagt Weis' }],
}
const contact = { kontakt_name: 'Weis' }

t.test('what is not corrected is the same to the last byte, in a form with every kind of question', (t) => {
  const { content, justifications } = correctedSubmission(form, kept, contact, {})
  t.strictSame(content.answers, kept.answers)
  t.strictSame(content.comments, kept.comments)
  t.strictSame(content.contact, contact)
  t.strictSame(justifications, kept.justifications)
  t.equal(content.hash, contentHash({ answers: kept.answers, comments: kept.comments, justifications }))
  t.end()
})

t.test('each text can be corrected, the reason of a signal among them, and nothing else changes', (t) => {
  const texts = submittedTexts(form, kept, contact)
  t.equal(texts['text.summe'], 'sagt Weis')
  const { content, justifications } = correctedSubmission(form, kept, contact, { 'text.summe': 'sagt Weiß' })
  t.strictSame(justifications, [{ check: 'summe', values: { personen: '3' }, reason: 'sonst', text: 'sagt Weiß' }])
  t.strictSame(content.answers, kept.answers)
  t.ok(comments.length > 0)
  for (const field of Object.keys(kept.comments)) {
    const { content: changed } = correctedSubmission(form, kept, contact, { [field]: 'neu' })
    t.strictSame(changed.comments, { ...kept.comments, [field]: 'neu' })
    t.strictSame(changed.answers, kept.answers)
    t.not(changed.hash, kept.content_hash)
  }
  t.end()
})

t.test('what a field does not take is refused, and an error that was not there before', (t) => {
  const around = { unit: '117019', register }
  const errors = (changes: Record<string, string>) => newErrors(form, kept, { contact, changes }, around)
  t.strictSame(errors({}), [])
  t.match(errors({ zeit_a: '70' }), [/100/], 'shares that no longer add up')
  t.match(correctedText(form, 'personen', 'zwölf'), { fault: /Zahl/ })
  t.match(correctedText(form, 'personen', ' '), { fault: /Löschung/ })
  t.match(correctedText(form, 'gibt_es_nicht', 'x'), { fault: /gibt es im Fragebogen nicht/ })
  t.end()
})
