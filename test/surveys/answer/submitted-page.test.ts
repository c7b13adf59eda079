import fc from 'fast-check'
import t from 'tap'
import { checkPageId, makeForm } from '../../../server/forms/form.ts'
import { applyAction } from '../../../surveys/answer/page-action.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(smallDefinition())
const { readers, fields, sections } = makeForm(instrument)
const read = (body: unknown) => readers.get('zwei')?.(body)
const page = { _rev: '3', _umfang: 'abschnitt', _csrf: 'x' }

t.test('a whole page: known fields, and boxes that were not sent are not ticked', async (t) => {
  const submitted = read({ ...page, alter_jung: '12', alter_kom: 'eins\r\nzwei' })
  t.strictSame(submitted?.typed, {
    alter_nv: '',
    'erledigt.zwei': '',
    alter_jung: '12',
    alter_kom: 'eins\nzwei',
  })
  t.equal(submitted?.rev, 3)
})

t.test('single fields: a box that is not there was not touched', async (t) => {
  t.strictSame(read({ ...page, _umfang: 'felder', alter_jung: '12' })?.typed, { alter_jung: '12' })
})

const refused: [why: string, body: unknown][] = [
  ['a field of another section', { ...page, gesamt: '1' }],
  ['an unknown field', { ...page, admin: '1' }],
  ['a name of the prototype', JSON.parse('{"_rev":"1","_umfang":"felder","__proto__":"1"}')],
  ['a field sent twice', { ...page, alter_jung: ['1', '2'] }],
  ['an object', { ...page, alter_jung: { a: 1 } }],
  ['a box with a strange value', { ...page, alter_nv: 'on' }],
  ['a reason for a check that there is not', { ...page, 'grund.gibt_es_nicht': 'bestand' }],
  ['a reason that is not offered', { ...page, 'grund.alter_summe': 'x' }],
  ['the values of a reason, which the server alone writes', { ...page, 'gilt.alter_summe': '{}' }],
  ['that another section is done', { ...page, 'erledigt.eins': '1' }],
  ['a way that nobody comes', { ...page, _von: 'https://example.org' }],
  ['a revision that is no number', { ...page, _rev: 'x' }],
  ['no revision', { _umfang: 'felder' }],
  ['no object', 'alter_jung=1'],
  ['nothing', undefined],
]
for (const [why, body] of refused) {
  t.test(`refused: ${why}`, async (t) => t.equal(read(body), undefined))
}

t.test('a text that is too long is named, not cut', async (t) => {
  const submitted = read({ ...page, alter_kom: 'x'.repeat(10_001) })
  t.strictSame(
    submitted?.tooLong.map(({ name }) => name),
    ['alter_kom'],
  )
  t.equal(submitted?.typed.alter_kom?.length, 10_001)
})

t.test('no body whatever makes a field that is not of the section', async () => {
  const names = sections.get('zwei')?.fields ?? new Set()
  const bodies = fc.dictionary(
    fc.oneof(fc.constantFrom('_rev', '_umfang', 'alter_jung', 'gesamt', 'grund.alter_summe'), fc.string()),
    fc.anything(),
  )
  fc.assert(
    fc.property(bodies, (body) => {
      const submitted = read(body)
      return (
        submitted === undefined ||
        Object.entries(submitted.typed).every(([name, value]) => names.has(name) && typeof value === 'string')
      )
    }),
    { numRuns: 5_000 },
  )
})

t.test('what is said about signals is read where they are shown, and where all is checked', async (t) => {
  const said = { 'grund.alter_summe': 'bestand', 'text.alter_summe': 'Nachgezählt.' }
  t.match(read({ ...page, ...said, 'erledigt.zwei': '1' })?.typed, { ...said, 'erledigt.zwei': '1' })
  t.strictSame(readers.get(checkPageId)?.({ ...page, ...said })?.typed, said)
  t.equal(readers.get(checkPageId)?.({ ...page, alter_jung: '1' }), undefined, 'answers are not given there')
  t.equal(readers.get('eins')?.({ ...page, ...said }), undefined)
  t.match(fields.get('text.alter_summe'), { number: 'F5', question: 'alter', type: 'longtext' })
})

t.test('buttons fill blanks with 0 and take over suggestions, in their own section only', async (t) => {
  const section = instrument.sections[1]
  if (section === undefined) return t.fail('there is a second section')
  const filled = applyAction(
    { action: 'null:alter', typed: { alter_jung: '3', alter_alt: ' ' } },
    section,
    eislingen.register,
  )
  t.strictSame(filled, {
    typed: { alter_jung: '3', alter_alt: '0', alter_unbekannt: '0' },
    confirmed: '',
    goTo: 'stay',
  })
  t.strictSame(applyAction({ action: 'null:gesamt', typed: {} }, section, eislingen.register), {
    typed: {},
    confirmed: '',
    goTo: 'stay',
  })
  t.strictSame(applyAction({ action: 'uebernehmen:gkz:117019', typed: {} }, section, eislingen.register), {
    typed: {},
    confirmed: '',
    goTo: 'stay',
  })
  t.strictSame(applyAction({ action: 'uebernehmen:alter_jung:4', typed: {} }, section, eislingen.register), {
    typed: { alter_jung: '4' },
    confirmed: '',
    goTo: 'stay',
  })
  t.equal(applyAction({ action: 'weiter', typed: {} }, section, eislingen.register).goTo, 'next')
  t.equal(applyAction({ action: '', typed: {} }, section, eislingen.register).goTo, 'stay')
})

t.test('what no field of the page could send, no button takes over', async (t) => {
  const [section] = (await published('umfrage-2')).sections.filter(({ id }) => id === 'organisation')
  if (section === undefined) return t.fail('there is such a section')
  const taken = (value: string) =>
    applyAction({ action: `uebernehmen:${value}`, typed: {} }, section, eislingen.register).typed
  t.strictSame(taken('organisation:traeger'), { organisation: 'traeger' })
  t.strictSame(taken('organisation:erfunden'), {})
  t.strictSame(taken('rekrutierung_intern:ja'), {})
  t.strictSame(taken(`organisation_sonstiges_text:${'x'.repeat(5_000)}`), {})
})
