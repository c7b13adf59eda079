import t from 'tap'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { givenReason, obstacles, validityOf } from '../../../surveys/answer/justification.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../surveys/answer/submission.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { smallDefinition } from '../../support/definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(smallDefinition())
const find = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)

t.test('a justification holds for its values only', async (t) => {
  const raw = { gesamt: '120', alter_jung: '100', alter_alt: '18', alter_unbekannt: '0' }
  const [finding] = find(raw)
  if (finding === undefined) return t.fail('there is a finding')
  const given = {
    ...raw,
    'grund.alter_summe': 'bestand',
    'text.alter_summe': 'Nachgezählt.',
    'gilt.alter_summe': validityOf(finding.values),
  }
  const stateOf = (said: Raw) => find(said).map((one) => givenReason(one, said, instrument).state)
  t.strictSame(stateOf(given), ['holds'])
  t.strictSame(obstacles(find(given), given, instrument), [])
  const changed = { ...given, alter_alt: '17' }
  t.strictSame(stateOf(changed), ['lapsed'], 'it lapses when a value changes')
  t.equal(obstacles(find(changed), changed, instrument).length, 1)
  t.strictSame(stateOf({ ...given, 'text.alter_summe': ' ' }), ['begun'], 'a sentence belongs to it')
  t.strictSame(stateOf({ ...given, 'grund.alter_summe': 'x' }), ['begun'], 'and a reason that is offered')
  t.strictSame(stateOf(raw), ['none'])
  const faulty = { ...given, gesamt: 'x' }
  t.equal(obstacles(find(faulty), faulty, instrument)[0]?.severity, 'error', 'an error cannot be justified')
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
