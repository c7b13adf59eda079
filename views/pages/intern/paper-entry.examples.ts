import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PaperEntryPage, PaperField } from '../../page-data/paper-pages.ts'

const frame = intern('Erfassen', 'Papier')
const home = '/intern/erhebungen/umfrage-1'
const href = `${home}/papierboegen/117019`
const field = { keys: 'numeric', value: '', options: [], error: '' }
const fields: PaperField[] = [
  { ...field, name: 'zp_gesamt', label: 'Zielpersonen', kind: 'number', value: '120' },
  {
    ...field,
    name: 'zp_frauen',
    label: hostile,
    kind: 'number',
    value: hostile,
    error: `„${hostile}“ ist keine Zahl.`,
  },
  { ...field, name: 'zp_nv', label: 'nicht verfügbar', kind: 'tick', value: 'ja' },
  {
    ...field,
    name: 'zg_alter',
    label: 'Alter der Zielgruppe',
    kind: 'choice',
    options: [
      { value: 'a', label: '1 ab 14', selected: true },
      { value: 'b', label: `2 ${hostile}`, selected: false },
    ],
  },
  { ...field, name: 'zg_andere', label: 'Andere Umgebung', kind: 'text', keys: 'text', value: hostile },
  { ...field, name: 'kommentar', label: 'Kommentar', kind: 'long', keys: 'text', value: `${hostile}\nzweite Zeile` },
]
const page: PaperEntryPage = {
  id: 'umfrage-1',
  waveHref: home,
  papersHref: `${home}/papierboegen`,
  href,
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  waveTitle: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  entryHref: `${href}/erfassen`,
  turn: 1,
  keptAt: '14:03',
  sections: [
    {
      title: 'Zielpersonen',
      questions: [
        { number: 'F1', title: 'Angaben zu Zielpersonen', fields: [] },
        { number: 'F1', title: 'Wie viele?', fields: fields.map((one) => ({ ...one, error: '' })) },
      ],
    },
  ],
  errors: [],
  mayKeepUnread: false,
}

export const examples: Examples<'intern/paper-entry'> = {
  typing: { frame, page },
  unread: {
    frame,
    page: {
      ...page,
      turn: 2,
      keptAt: '',
      sections: [{ title: 'Zielpersonen', questions: [{ number: 'F1', title: 'Wie viele?', fields }] }],
      errors: [{ field: 'zp_frauen', message: `F1: „${hostile}“ ist keine Zahl.` }],
      mayKeepUnread: true,
    },
  },
}
