import t from 'tap'
import { type Raw, readCells } from '../../../surveys/answer/cell.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { outline } from '../../../surveys/codebook/outline.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await loadInstrument('umfrage-0')
if (instrument === undefined) throw new Error('umfrage-0 is missing')
const questions = outline(instrument).sections.flatMap((section) => section.questions)

t.test('what is known of it, and what is assumed', async (t) => {
  t.strictSame(
    questions.map(({ id, kind }) => `${id} ${kind}`),
    [
      'gkz gkz',
      'kommune text',
      'zustaendig choice',
      'kontakt contact',
      'vertretung contact',
      'plan_erfassung choices',
      'kennzahl_erfassung choices',
      'erfassung_seit text',
      'erfassung_wer choices',
      'auswertung choice',
      'anmerkungen longtext',
    ],
  )
  const assumed = instrument.assumed.join(' ')
  for (const about of [/gedruckter Fragebogen/, /Stichtag 31\.08\.2018/, /Frist 30\.09\.2018/]) t.match(assumed, about)
  t.strictSame([instrument.stichtag, instrument.frist], ['2018-08-31', '2018-09-30'])
})

t.test('contact data are told from answers', async (t) => {
  t.strictSame(
    instrument.variables.filter(({ contact }) => contact).map(({ name }) => name),
    ['kontakt', 'vertretung'].flatMap((who) => ['name', 'funktion', 'telefon', 'mail'].map((what) => `${who}_${what}`)),
  )
  t.strictSame(
    questions.filter(({ comment }) => comment === null).map(({ id }) => id),
    ['kontakt', 'vertretung', 'anmerkungen'],
  )
})

const found = (raw: Raw) => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)

const faults: [check: string, severity: string, raw: Raw][] = [
  ['gkz_gueltig', 'error', { gkz: '117' }],
  ['kommune_name', 'signal', { kommune: 'Göppingen' }],
  ['zustaendig_traeger_benannt', 'signal', { zustaendig: 'traeger' }],
  ['plan_erfassung_gar_nicht_allein', 'error', { plan_erfassung_gar_nicht: '1', plan_erfassung_papier: '1' }],
  ['kennzahl_erfassung_software_benannt', 'signal', { kennzahl_erfassung_software: '1' }],
  ['erfassung_wer_andere_benannt', 'signal', { erfassung_wer_andere: '1' }],
]

for (const [check, severity, raw] of faults) {
  t.test(`${check}: ${JSON.stringify(raw)}`, async (t) => {
    t.match(
      found(raw).map((one) => ({ check: one.check, severity: one.severity })),
      [{ check, severity }],
    )
  })
}

t.test('answers that fit together have no findings', async (t) => {
  t.strictSame(found({ gkz: '117019', kommune: 'Stadt Eislingen', zustaendig: 'kommune', auswertung: 'ja' }), [])
})
