import t from 'tap'
import { type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await loadInstrument('umfrage-3')
if (instrument === undefined) throw new Error('umfrage-3 is missing')
const questions = outline(instrument).sections.flatMap((section) => section.questions)

t.test('what excludes the rest, and what is to be named', async (t) => {
  const { checks, variables } = instrument
  const exclusive = checks.flatMap((check) => (check.kind === 'exclusive' ? [check.option] : []))
  t.strictSame(exclusive, ['plan_a_grund_immer', 'plan_b_grund_immer'])
  t.strictSame(
    variables.filter(({ role }) => role === 'other').map(({ number }) => number),
    ['F6', 'F12', 'F16', 'F17', 'F19', 'F25a', 'F25b', 'F25', 'F26', 'F27'],
  )
})

t.test('the question on the introduction has the steps of the others, and one more', async (t) => {
  const steps = (id: string) => questions.find((one) => one.id === id)?.options as { code: string; label: string }[]
  const plain = (id: string) => steps(id).map(({ code, label }) => ({ code, label }))
  t.strictSame(plain('vorbereitung_kurse').slice(0, 4), plain('vorbereitung_ausbildung'))
  const scale = questions.find(({ id }) => id === 'koop')?.scale
  t.strictSame(scale?.slice(0, 4), plain('vorbereitung_ausbildung'))
})

const person = { ...eislingen, unit: '117019-001' }
const found = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), person)
const tick = (id: string, ...codes: string[]) => Object.fromEntries(codes.map((code) => [`${id}_${code}`, '1']))

const faults: [check: string, severity: string, raw: Raw, message: RegExp][] = [
  ['im_nummer_gueltig', 'error', { im_nummer: '117019-007' }, /117019/],
  ['kommunen_bekannt', 'error', { kommunen: 'Musterstadt' }, /Musterstadt/],
  ['klienten_ohne_auftrag_lesbar', 'error', { klienten_ohne_auftrag: '120' }, /mehr als 100 Prozent/],
  ['zeit_summe', 'error', { zeit_sprechstunde: '60', zeit_termin: '30' }, /F5 ergeben 90 Prozent.*es fehlen 10/],
  ['zeit_summe', 'error', { zeit_sprechstunde: '60', zeit_termin: '50' }, /F5 ergeben 110 Prozent.*10 zu viel/],
  ['thema_summe', 'error', { thema_schulden: '10' }, /F6 ergeben 10 Prozent/],
  ['thema_sonstiges_benannt', 'signal', { thema_kennzahlen: '90', thema_sonstiges: '10' }, /Sonstiges/],
  ['kontaktweg_andere_benannt', 'signal', tick('kontaktweg', 'andere'), /Andere Art/],
  ['plan_a_beginn_andere_mittel_benannt', 'signal', { plan_a_beginn: 'andere_mittel' }, /andere Mittel/],
  ['plan_a_grund_immer_allein', 'error', tick('plan_a_grund', 'immer', 'keine_zeit'), /Teil A immer/],
  ['plan_b_grund_immer_allein', 'error', tick('plan_b_grund', 'immer', 'aufwand'), /Teil B immer/],
  ['umgebung_frauen_hoechstens', 'error', tick('umgebung_frauen', 'arbeit', 'kirche', 'politik', 'rettung'), /F25a.*3/],
  ['umgebung_maenner_hoechstens', 'error', tick('umgebung_maenner', 'arbeit', 'kirche', 'bildung', 'rettung'), /F25b/],
  ['vorteil_hoechstens', 'error', tick('vorteil', 'neu', 'intensiver', 'lernen', 'vernetzung'), /F25 .*höchstens 3/],
  ['vorteil_genau', 'signal', tick('vorteil', 'neu', 'intensiver'), /F25 ist nach 3/],
  ['schwaeche_genau', 'signal', tick('schwaeche', 'anzahl'), /F26 ist nach 3/],
  ['massnahme_genau', 'signal', tick('massnahme', 'software', 'angebote'), /F27 ist nach 3/],
]

for (const [check, severity, raw, message] of faults) {
  t.test(`${check}: ${JSON.stringify(raw)}`, async (t) => {
    t.match(
      found(raw).map((one) => ({ check: one.check, severity: one.severity, message: one.message })),
      [{ check, severity, message }],
    )
  })
}

t.test('answers that fit together have no findings', async (t) => {
  t.strictSame(
    found({
      im_nummer: '117019-001',
      kommunen: '117019 Eislingen/Fils',
      klienten_ohne_auftrag: '12,5',
      zeit_sprechstunde: '39,5',
      zeit_termin: '60,5',
      thema_kennzahlen: '95',
      thema_sonstiges: '5',
      thema_sonstiges_text: 'Umzug',
      weiterbildung_mal: '0,5',
      ...tick('umgebung_frauen', 'sprachkurs'),
      ...tick('vorteil', 'neu', 'intensiver', 'lernen'),
      ...tick('plan_a_grund', 'immer'),
    }),
    [],
  )
})
