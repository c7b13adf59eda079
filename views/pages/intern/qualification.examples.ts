import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Qualifikation', 'Qualifikation')
const page = {
  day: '15.03.2018',
  errors: [],
  result: {
    day: '15.03.2018',
    synthetic: true,
    notes: ['Gezählt sind Personen, die an diesem Tag für einen Zuwendungsempfänger arbeiten.'],
    facts: [
      { label: 'Integrationsmanager/-innen', value: '416', note: 'Personen, nicht Stellen' },
      { label: 'Buchstabe a', value: '247 (59,4 %)', note: hostile },
    ],
    sections: [
      {
        id: 'kreise-abschnitt',
        title: 'Nach Kreis',
        paragraphs: [],
        charts: [],
        tables: [
          {
            label: 'Integrationsmanager/-innen nach Kreis und Qualifikation',
            table: {
              head: ['Kreis', 'Personen', 'Buchstabe a', 'Buchstabe b'],
              rows: [
                ['Landkreis Göppingen', '21', '14 (66,7 %)', 'verdeckt'],
                ['Alle', '416', '247 (59,4 %)', '104 (25,0 %)'],
              ],
            },
          },
        ],
      },
    ],
    state: 'Verzeichnis nach Datei Nummer 12.',
    files: [{ href: '/intern/qualifikation/datei?tag=2018-03-15&format=csv', label: 'csv' }],
  },
}

export const examples: Examples<'intern/qualification'> = {
  some: { frame, page },
  unread: {
    frame,
    page: {
      day: hostile,
      errors: [{ field: 'tag', message: 'Bitte geben Sie einen Tag an, zum Beispiel 15.03.2018.' }],
      result: null,
    },
  },
}
