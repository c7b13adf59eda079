import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { StaffPages } from '../../page-data/staff-pages.ts'

const frame = intern('Scientific-Use-File, umfrage-1', 'Exporte')
const page: StaffPages['intern/risk'] = {
  id: 'umfrage-1',
  exportsHref: '/intern/exporte',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  problem: '',
  facts: ['Erzeugt mit Stichtag 0.1.0.', hostile],
  sections: [
    {
      title: 'Wer ist einmalig?',
      sentences: [hostile],
      table: {
        head: ['Bekannt', 'Einmalig vorher', 'Einmalig in der Datei'],
        rows: [['Kreis und Einwohnerzahl', '771', 'nicht enthalten']],
      },
    },
    {
      title: 'Entfernte Spalten',
      sentences: [],
      table: {
        head: ['Spalte', 'Was sie enthielt', 'Warum sie fehlt'],
        rows: Array.from({ length: 13 }, () => ['gkz', hostile, 'nennt die Kommune']),
      },
    },
  ],
}

export const examples: Examples<'intern/risk'> = {
  made: { frame, page },
  refused: { frame, page: { ...page, problem: hostile, facts: [], sections: [] } },
}
