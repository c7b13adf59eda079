import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Vorschau', 'Verzeichnis')
const page = {
  title: 'Vorschau: GV100AD_30112025.txt',
  lead: '',
  href: '/intern/verzeichnis/dateien/vorschau/1',
  problems: [],
  summary: { tone: 'info' as const, text: 'Noch ist nichts eingelesen. 3 Änderungen stehen an.' },
  facts: [
    { label: 'Datei', value: 'Gemeindeverzeichnis GV100AD' },
    { label: 'Gilt ab', value: '30.11.2025' },
  ],
  notes: ['Einwohnerzahlen bleiben, wie sie sind: ihr Tag ist nicht angegeben.'],
  changes: [
    { label: 'Neu', lines: ['117998 Neuberg, ab 30.11.2025'] },
    { label: 'Umbenannt', lines: Array.from({ length: 22 }, (_, at) => `${117001 + at} Ort ${at} → ${hostile}`) },
  ],
  fields: [
    { name: 'ab', label: 'Gilt ab', hint: 'leer: ab dem Gebietsstand der Datei', value: '' },
    {
      name: 'nachfolge-117003',
      label: 'Albershausen (117003) ist aufgegangen in',
      hint: 'GKZ der heutigen Kommune, sechs Ziffern',
      value: '117026',
    },
  ],
  confirm: 'Einlesen',
  mayChange: true,
  backHref: '/intern/verzeichnis/dateien',
}

export const examples: Examples<'intern/register-preview'> = {
  changes: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      problems: [`liste.csv, Zeile 3, Spalte PLZ: „${hostile}“ ist keine Postleitzahl: fünf Ziffern, ohne „D-“.`],
      summary: { tone: 'info', text: '' },
      facts: [],
      notes: [],
      changes: [],
      fields: [],
      confirm: '',
      mayChange: false,
    },
  },
  takeOver: {
    frame,
    page: {
      ...page,
      title: 'Ansprechpersonen aus umfrage-0',
      lead: 'Übernommen wird nur, was der Zweck deckt, der den Befragten genannt wurde.',
      facts: [
        { label: 'Den Befragten gesagt', value: 'Die Kontaktdaten nutzen wir nur für Einladungen und Rückfragen.' },
      ],
      notes: [],
      changes: [{ label: 'Neu', lines: ['117001 Adelberg: Adelberg, Max Muster, max@adelberg.example'] }],
      fields: [],
      confirm: 'Der Zweck deckt es: übernehmen',
      mayChange: false,
    },
  },
}
