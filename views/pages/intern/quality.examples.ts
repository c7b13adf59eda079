import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { QualityPage } from '../../page-data/evaluation-pages.ts'

const frame = intern('Qualität, umfrage-1', '')
const page: QualityPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  scope: hostile,
  error: '',
  result: {
    isDisclosed: true,
    units: '702 Kommunen',
    heads: ['Frage', 'Prüfung', 'gilt', 'verletzt', 'davon begründet', 'nicht entscheidbar', 'nichts angegeben'],
    violated: [
      ['F5, F4', `zp_status_summe: ${hostile}`, '641', '12', '12', '49', '0'],
      ['F6', 'zp_bilanz: Die Bilanz passt nicht.', 'verdeckt', 'verdeckt', 'verdeckt', '9', '0'],
    ],
    others: [['F7', `zp_zugezogen_nv_allein: ${hostile}`, '641', '0', '0', '7', '0']],
    state: '2.893',
    permanentHref: '/intern/erhebungen/umfrage-1/qualitaet?stand=2893',
    files: [{ href: '/intern/erhebungen/umfrage-1/qualitaet/datei?stand=2893&format=csv', label: 'csv' }],
  },
}

export const examples: Examples<'intern/quality'> = {
  all: { frame, page },
  fine: { frame, page: { ...page, result: page.result && { ...page.result, violated: [], isDisclosed: false } } },
  impossible: {
    frame,
    page: { ...page, scope: '', error: `Den Datenstand „${hostile}“ gibt es noch nicht.`, result: null },
  },
}
