import type { Raw } from '../../surveys/answer/cells.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import { compile } from '../../surveys/compile/compile.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { QuestionView } from '../../surveys/view/view.ts'
import { viewsOf } from './example-answers.ts'
import { hostile } from './example-frame.ts'
import { kindsDefinition } from './example-kinds.ts'

const instrument = compile(kindsDefinition())

/** Two Kommunen have the same name. */
export const register: Register = {
  gemeinden: new Map([
    ['117019', { name: 'Eislingen/Fils', einwohner: 22_325, einwohnerAm: '2022-12-31' }],
    ['111000', { name: 'Stuttgart', einwohner: 612_663 }],
    ['225058', { name: 'Neckarzimmern' }],
    ['117026', { name: 'Göppingen' }],
    ['415091', { name: 'Neuhausen' }],
    ['326012', { name: 'Neuhausen' }],
  ]),
  kreise: new Map([
    ['117', 'Landkreis Göppingen'],
    ['111', 'Stadtkreis Stuttgart'],
    ['415', 'Landkreis Reutlingen'],
    ['326', 'Schwarzwald-Baar-Kreis'],
  ]),
  verbuende: new Map(),
}

/** There was an earlier wave. */
const around: Surroundings = {
  unit: '117019',
  register,
  last: {
    title: 'Umfrage 1',
    wave: 'umfrage-1',
    stichtag: '15.12.2018',
    values: new Map([
      ['personen', 1120],
      ['alter_jung', 410],
      ['alter_mittel', 700],
      ['alter_alt', 10],
    ]),
    words: new Map<string, string | true>([
      ['form', 'anders'],
      ['form_anders_text', 'im Verbund'],
      ['wege_a', true],
      ['wege_b', true],
      ['guete_jobcenter', 'gut'],
      ['guete_schule', 'eher_gut'],
      ['guete_weitere', 'schlecht'],
      ['guete_weitere_text', 'Wohnungsgesellschaft'],
      ['beginn_wer', 'amt'],
      ['beginn_monat', '2016-12'],
    ]),
  },
}

/** An answer of every kind that has no fault. */
export const complete: Raw = {
  gkz: '117019',
  kommune: 'Eislingen/Fils',
  personen: '1130',
  stellen: '8,05',
  anteil: '12,5',
  zeit_a: '60',
  zeit_b: '39,5',
  zeit_c: '0,5',
  zeit_c_text: 'Garten',
  form: 'anders',
  form_anders_text: 'im Verbund',
  gruende_a: '1',
  gruende_c: '1',
  wege_b: '1',
  guete_jobcenter: 'gut',
  guete_schule: 'eher_schlecht',
  guete_weitere: 'schlecht',
  guete_weitere_text: 'Wohnungsgesellschaft',
  orte: '117019 Eislingen/Fils\n111000 Stuttgart',
  kontakt_name: 'Ö. Beispiel',
  kontakt_telefon: '07161 123-456',
  kontakt_mail: 'oe@example.org',
  alter_jung: '410',
  alter_mittel: '720',
  angebote_kurse: '1',
  beginn_wer: 'rat',
  beginn_stellen: '0,5',
  beginn_monat: '2017-04',
  beschluss: '2016-12-15',
}

/** An answer of every kind that has a fault, as far as it can have one. */
export const faulty: Raw = {
  ...complete,
  gkz: '08117019',
  stellen: '1.500',
  anteil: '120',
  zeit_b: '50',
  zeit_c: 'viel',
  zeit_c_text: hostile,
  form_anders_text: '',
  gruende_b: '1',
  wege_a: '1',
  wege_c: '1',
  guete_weitere_text: hostile,
  guete_weitere: '',
  orte: '117019 Eislingen/Fils\nNeuhausen\nMusterstadt',
  kontakt_mail: hostile,
  alter_jung: '1.1',
  angebote_keine: '1',
  angebote_andere_text: hostile,
  beginn_monat: '13/2018',
  beschluss: '2019-01-01',
}

/** The views of all questions. */
export const kindsViews = (raw: Raw): QuestionView[] => viewsOf(instrument, null, raw, around)
