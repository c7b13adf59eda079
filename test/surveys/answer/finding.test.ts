import t from 'tap'
import { type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { contentOf, justifies, obstacles } from '../../../surveys/answer/submission.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { smallDefinition } from '../../support/definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(smallDefinition())
const find = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)

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
