import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ChangesPage } from '../../page-data/evaluation-pages.ts'

const frame = intern('Geändert, umfrage-1', '')
const page: ChangesPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  scope: hostile,
  error: '',
  result: {
    isDisclosed: false,
    resting: '2',
    facts: [
      { label: 'Geänderte Werte', value: '12', note: '' },
      { label: 'Kommunen', value: '9', note: 'mit mindestens einem geänderten Wert' },
    ],
    sections: [
      {
        id: 'angaben-abschnitt',
        title: 'Nach Angabe',
        paragraphs: [hostile],
        charts: [],
        tables: [
          {
            label: 'Summen vor und nach den Korrekturen',
            table: {
              head: ['Angabe', '', 'Vorher', 'Nachher', 'Veränderung', 'Geänderte Werte', 'Kommunen'],
              rows: [[`F1 ${hostile}`, 'Summe', '91.204', '82.310', '−8.894', '12', '9']],
            },
          },
        ],
      },
    ],
    state: '2.893',
    permanentHref: '/intern/erhebungen/umfrage-1/geaendert?stand=2893',
    files: [{ href: '/intern/erhebungen/umfrage-1/geaendert/datei?stand=2893&format=csv', label: 'csv' }],
  },
}

export const examples: Examples<'intern/changes'> = {
  all: { frame, page },
  disclosed: {
    frame,
    page: { ...page, scope: '', result: page.result && { ...page.result, isDisclosed: true, resting: '' } },
  },
  impossible: { frame, page: { ...page, error: `Den Datenstand „${hostile}“ gibt es noch nicht.`, result: null } },
}
