import type { Raw } from '../../surveys/answer/cells.ts'
import { findingsOf } from '../../surveys/answer/finding.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { viewQuestion } from '../../surveys/view/question-view.ts'
import type { QuestionView } from '../../surveys/view/view.ts'
import { hostile } from './example-frame.ts'

async function load(id: string): Promise<Instrument> {
  const loaded = await loadInstrument(id)
  if (loaded === undefined) throw new Error(`${id} is missing`)
  return loaded
}
export const instrument = await load('umfrage-1')
const repeated = await load('umfrage-4')

const around: Surroundings = {
  unit: '117019',
  register: {
    gemeinden: new Map([['117019', { name: 'Donzdorf', einwohner: 10_700 }]]),
    kreise: new Map([['117', 'Landkreis Göppingen']]),
    verbuende: new Map([['117019', { name: 'Donzdorf', numbers: new Set(['117019-001']) }]]),
  },
}

/** Answers with everything that can happen: sums that fit and that do not, blanks, a flag, texts that are no numbers. */
export const answers: Raw = {
  gkz: '08117019',
  kuerzel: 'KM',
  zg_gruppe_gestattung: '1',
  zg_gruppe_erlaubnis: '1',
  zg_gruppe_andere: '1',
  zg_gruppe_andere_text: hostile,
  zg_alter: '18 Jahre',
  zg_unterbringung_privat: '1',
  zg_ankunft: '/',
  zg_kriterien: `Wohnsitz in Donzdorf\n${hostile}`,
  zp_gesamt: '1234',
  zp_gesamt_kom: 'Stand des Ausländerzentralregisters',
  zp_status_kontingent: '10',
  zp_status_gestattung: '620',
  zp_status_erlaubnis: '400',
  zp_status_duldung: '170',
  zp_unterbringung_nv: '1',
  zp_herkunft_syrien: '800',
  zp_herkunft_afghanistan: '1.5',
  zp_herkunft_irak: 'ca. 40',
  zp_herkunft_kom: hostile,
  zp_alter_a14_17: '4',
  zp_alter_a18_25: '430',
  zp_alter_ue25: '800',
  zp_alter_unbekannt: '0',
  zp_geschlecht_frauen: '480',
  zp_geschlecht_maenner: '900',
  anmerkungen: hostile,
}

/** The views of the questions of a section, or of all. */
export function questionViews(section: string | null, raw: Raw): QuestionView[] {
  return viewsOf(instrument, section, raw, around)
}

/** The same of Umfrage 4, in which the name of the Kommune is confirmed and states are looked up. */
export function repeatedViews(section: string, raw: Raw): QuestionView[] {
  return viewsOf(repeated, section, raw, around)
}

/** The views of the questions of any survey. */
export function viewsOf(
  instrument: Instrument,
  section: string | null,
  raw: Raw,
  around: Surroundings,
): QuestionView[] {
  const cells = readCells(instrument, raw)
  const findings = findingsOf(instrument, raw, cells, around)
  const kommune = around.register.gemeinden.get(around.unit)
  return instrument.sections
    .filter(({ id }) => section === null || id === section)
    .flatMap(({ questions }) => questions)
    .map((question) => viewQuestion(question, { instrument, raw, cells, findings, last: around.last, kommune }))
}
