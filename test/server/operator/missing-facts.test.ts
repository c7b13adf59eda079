import t from 'tap'
import { missingFacts } from '../../../server/operator/missing-facts.ts'
import { openWithout } from '../../../server/operator/open-without.ts'
import { readOperator } from '../../../server/operator/read-operator.ts'
import { unknownOperator } from '../../../server/operator/site-operator.ts'
import { whyNotOpen } from '../../../server/operator/why-not-open.ts'
import { stichtag } from '../../support/child.ts'
import { kiel, operatorFile } from '../../support/operators.ts'

const operatorOf = (facts: object) => ({ ...unknownOperator, file: 'b.jsonc', facts })
const fields = (facts: object) =>
  missingFacts(operatorOf(facts)).flatMap(({ field, needed }) => (needed ? [field] : []))

t.test('of whom all is known, nothing is missing', async (t) => {
  t.strictSame(fields(kiel), [])
  t.strictSame(whyNotOpen(operatorOf(kiel)), [])
})

t.test('each fact that is left out is missed, one by one', async (t) => {
  const optional = new Set(['businessId', 'further', 'funder'])
  for (const key of Object.keys(kiel)) {
    if (optional.has(key)) continue
    const { [key as keyof typeof kiel]: _left, ...rest } = kiel
    t.ok(fields(rest).length > 0, key)
    t.ok(
      fields(rest).every((field) => field.split('.')[0] === key),
      key,
    )
  }
})

t.test('null says that there is none; what only some need is asked only of them', async (t) => {
  t.strictSame(fields({ ...kiel, register: null, vatId: null, supervisoryBody: null, client: null }), [])
  t.strictSame(fields({ ...kiel, accessibility: { ...kiel.accessibility, state: 'partial' } }), [
    'accessibility.exceptions',
  ])
  t.strictSame(fields({ ...kiel, privacy: { ...kiel.privacy, basis: 'legitimateInterest' } }), [
    'privacy.legitimateInterest',
  ])
  t.strictSame(fields({ ...kiel, privacy: { ...kiel.privacy, law: undefined } }), ['privacy.law'])
  t.strictSame(fields({ ...kiel, privacy: { ...kiel.privacy, basis: 'consent', law: undefined } }), [])
  const { law: _law, ...answering } = kiel.answering ?? {}
  t.strictSame(fields({ ...kiel, answering }), ['answering.law'])
  t.strictSame(fields({ ...kiel, answering: { ...answering, mandatory: false } }), [])
})

t.test('who writes a page in words of their own says there what it needs', async (t) => {
  const { accessibility: _left, ...rest } = kiel
  const read = readOperator(
    operatorFile({ ...rest, texts: { barrierefreiheit: 'b.md' } }, { 'b.md': '## Stand\n\nGut.\n' }),
  )
  if ('problems' in read) return t.fail(read.problems.join('\n'))
  t.strictSame(
    missingFacts(read.operator).filter(({ needed }) => needed),
    [],
  )
})

t.test('an invented operator opens no real wave, however much is known of it', async (t) => {
  t.match(whyNotOpen(operatorOf({ ...kiel, invented: true })), [/ist erfunden/])
})

t.test('the command says what is missing, and ends with 1 until nothing is', async (t) => {
  const { dataProtectionOfficer: _left, ...rest } = kiel
  const check = (file: string, ...args: string[]) =>
    stichtag(['operator', 'check', ...args], { STICHTAG_OPERATOR: file })
  const whole = await check(operatorFile(kiel))
  t.equal(whole.code, 0, whole.stderr)
  t.match(whole.stdout, /Universität Beispielstadt[\s\S]*Wünschenswert: logo[\s\S]*Alles Nötige/)
  const part = await check(operatorFile(rest))
  t.equal(part.code, 1)
  t.match(part.stderr, /dataProtectionOfficer: Datenschutzbeauftragte.*Artikel 13/)
  const json = await check(operatorFile(rest), '--json')
  t.equal(json.code, 1)
  t.match(JSON.parse(json.stdout).missing[0], { field: 'dataProtectionOfficer', needed: true })
  t.equal((await check(operatorFile('{'))).code, 1)
})

t.test('waves that were open before anybody asked who runs them are named at the start', async (t) => {
  const wave = (id: string, open: boolean, synthetic = false) => ({ id, open, synthetic })
  const waves = [wave('alt', false), wave('demo', true, true), wave('neu', true)]
  t.match(openWithout(unknownOperator, waves), /^Achtung: neu ist offen, obwohl/)
  t.equal(openWithout(unknownOperator, waves.slice(0, 2)), '')
  t.equal(openWithout(operatorOf(kiel), waves), '')
})
