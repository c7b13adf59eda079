import t from 'tap'
import { type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { contentOf, justifies, obstacles } from '../../../surveys/answer/submission.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { smallDefinition } from '../../support/definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(smallDefinition())
const find = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)
const found = (raw: Raw) => find(raw).map(({ check, severity }) => `${severity} ${check}`)

t.test('an empty form has no findings: blank is no answer, not a wrong one', async (t) => {
  t.strictSame(found({}), [])
})

t.test('0 is an answer', async (t) => {
  t.strictSame(found({ gesamt: '0', alter_jung: '0', alter_alt: '0', alter_unbekannt: '0' }), [])
  t.strictSame(found({ gesamt: '1', alter_jung: '0', alter_alt: '0', alter_unbekannt: '0' }), ['signal alter_summe'])
})

t.test('a sum names its numbers and what is missing', async (t) => {
  const [finding] = find({ gesamt: '120', alter_jung: '100', alter_alt: '18', alter_unbekannt: '0' })
  t.equal(finding?.message, 'F5 ergibt 118, F4 ist 120: es fehlen 2.')
  const [more] = find({ gesamt: '1.200', alter_jung: '1300', alter_alt: '0', alter_unbekannt: '0' })
  t.equal(more?.message, 'F5 ergibt 1.300, F4 ist 1.200: 100 zu viel.')
})

t.test('a part that is not available is not taken for 0', async (t) => {
  t.strictSame(found({ gesamt: '120', alter_nv: '1' }), [])
})

t.test('the flag and a number at once stop the submission', async (t) => {
  t.strictSame(found({ alter_nv: '1', alter_jung: '3' }), ['error alter_nv_allein'])
  t.strictSame(found({ alter_nv: '1', alter_jung: 'drei' }), ['error alter_jung_lesbar', 'error alter_nv_allein'])
})

t.test('what cannot be read stops the submission, and is no number in any sum', async (t) => {
  t.strictSame(found({ gesamt: '120', alter_jung: 'ca. 90', alter_alt: '40', alter_unbekannt: '0' }), [
    'error alter_jung_lesbar',
  ])
})

t.test('each item is held against its whole, with the persons without information', async (t) => {
  const whole = { gesamt: '10', alter_jung: '4', alter_alt: '5', alter_unbekannt: '1' }
  t.strictSame(found({ ...whole, betreut_jung: '5', betreut_alt: '6' }), [])
  const [finding] = find({ ...whole, betreut_jung: '6' })
  t.equal(finding?.check, 'betreut_in_alter_jung')
  t.equal(finding?.message, 'Betreut und jung: 6, insgesamt 5.')
})

t.test('the register is asked, and where it knows nothing, nothing is said', async (t) => {
  t.strictSame(found({ gesamt: '30000' }), ['error gesamt_einwohner'])
  const raw = { gesamt: '30000' }
  t.strictSame(findingsOf(instrument, raw, readCells(instrument, raw), { ...eislingen, unit: '999999' }), [])
})

t.test('other and its name belong together, an exclusive option stands alone', async (t) => {
  t.strictSame(found({ zg_gruppe_andere: '1' }), ['signal zg_gruppe_andere_benannt'])
  t.strictSame(found({ zg_gruppe_andere_text: 'Familien' }), ['signal zg_gruppe_andere_benannt'])
  t.strictSame(found({ zg_gruppe_andere: '1', zg_gruppe_andere_text: 'Familien' }), [])
  t.strictSame(found({ zg_gruppe_keine: '1', zg_gruppe_a: '1' }), ['error zg_gruppe_keine_allein'])
})

t.test('a key of another Kommune comes with the right one', async (t) => {
  t.strictSame(found({ gkz: '117019' }), [])
  const [finding] = find({ gkz: '08117019' })
  t.equal(finding?.severity, 'error')
  t.equal(finding?.suggestion?.value, '117019')
})

t.test('a justification holds for its values only', async (t) => {
  const raw = { gesamt: '120', alter_jung: '100', alter_alt: '18', alter_unbekannt: '0' }
  const [finding] = find(raw)
  if (finding === undefined) return t.fail('there is a finding')
  const given = { check: finding.check, values: finding.values, reason: 'bestand', text: 'Nachgezählt.' }
  t.ok(justifies(given, finding))
  t.strictSame(obstacles([finding], [given]), [])
  const [changed] = find({ ...raw, alter_alt: '17' })
  t.notOk(changed && justifies(given, changed), 'it lapses when a value changes')
  t.equal(obstacles(find({ ...raw, alter_alt: '17' }), [given]).length, 1)
  t.equal(obstacles(find({ gesamt: 'x' }), [given]).length, 1, 'an error cannot be justified')
})

t.test('what is stored has values only, apart from comments and contact data', async (t) => {
  const raw = {
    kuerzel: 'KM',
    gesamt: '1.234',
    alter_nv: '1',
    gesamt_kom: 'Stand gestern',
    zg_gruppe_a: '1',
    anmerkungen: '  ',
  }
  const content = contentOf(instrument, readCells(instrument, raw), [])
  t.strictSame(content.answers, { zg_gruppe_a: true, gesamt: 1234, alter_nv: true })
  t.strictSame(content.comments, { gesamt_kom: 'Stand gestern' })
  t.strictSame(content.contact, { kuerzel: 'KM' })
})
