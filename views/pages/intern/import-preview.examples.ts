import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ImportPreviewPage } from '../../page-data/staff-pages.ts'

const frame = intern('Vorschau', 'Verwaltungsdaten')
const page: ImportPreviewPage = {
  href: '/intern/verwaltungsdaten/vorschau/9b2f4a4e-0d0c-4c60-8f5e-1f5a6f0f9a11',
  file: '12411-01-01-5.csv',
  problems: [],
  summary: 'Vorschau, nichts ist eingelesen. 12411-01-01-5.csv: 1.090 neu, 11 geändert, 0 unverändert.',
  facts: [
    { label: 'Tabelle', value: '12411-01-01-5 Bevölkerung nach Geschlecht' },
    { label: 'Stand', value: '10.10.2017' },
    { label: 'Quelle', value: 'Statistische Ämter des Bundes und der Länder, Regionaldatenbank Deutschland' },
    { label: 'Lizenz', value: 'dl-de/by-2-0' },
    { label: 'SHA-256', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ],
  changed: [
    'einwohner, 117019 Eislingen/Fils, 31.12.2018: 200 → 20.000 Personen (× 100)',
    'einwohner:GES=GESW, 115003 Böblingen, 31.12.2018: 24.000 Personen → ohne Zahl („.“)',
  ],
  moreChanged: '… und 9 weitere',
  found: [
    'einwohner (Einwohnerzahl, Personen), 31.12.2018: 1.101 Angaben, davon 1.100 Zahlen; Kommunen und Stadtkreise 1.101',
  ],
  notes: ['Nicht eingelesen: 9.652 Angaben zu anderen Ländern (15)'],
  mayImport: true,
  settings: { zeit: '', indikator: '', strich: false, fehlerhafte: false },
  indicators: [
    { code: 'einwohner', label: 'Einwohnerzahl (einwohner)' },
    { code: 'schutzsuchende', label: 'Anzahl Schutzsuchende (schutzsuchende)' },
  ],
}
const nothing = { summary: '', facts: [], changed: [], moreChanged: '', found: [], notes: [], mayImport: false }

export const examples: Examples<'intern/import-preview'> = {
  changes: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      ...nothing,
      problems: ['12411.csv, Zeile 3, Spalte value: „1o“ ist keine Zahl (10.767-mal, auch in Zeile 4, 5, 6)', hostile],
      settings: { zeit: '2018', indikator: 'schutzsuchende', strich: true, fehlerhafte: true },
    },
  },
  hostile: { frame, page: { ...page, file: hostile, changed: [hostile], found: [hostile], notes: [hostile] } },
}
