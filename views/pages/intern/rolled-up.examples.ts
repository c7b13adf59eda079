import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { RolledUpPage } from '../../page-data/roll-up-pages.ts'

const frame = intern('Landkreis Göppingen, Kennzahlen zum Integrationsmanagement 2024', '')
const root = '/intern/erhebungen/kennzahlen/zusammenfuehrung'
const page: RolledUpPage = {
  id: 'kennzahlen',
  waveHref: '/intern/erhebungen/kennzahlen',
  listHref: root,
  synthetic: true,
  year: '2024',
  level: 'Zuwendungsempfänger',
  name: hostile,
  key: '117000',
  status: { tone: 'warning', label: 'geändert seit der Freigabe' },
  warning: 'Frist für die Übermittlung ist der 31.03.2025.',
  notice: 'Gespeichert.',
  facts: [
    { label: 'Angaben eingegangen', value: '37 von 41' },
    { label: 'Es fehlen Angaben von', value: '117000-003, 117000-004' },
  ],
  sums: {
    heads: ['Kennzahl', 'liegt vor', 'freigegeben'],
    rows: [['Erreichte Personen', 'mindestens 4.200 aus 37 von 41', 'mindestens 4.210 aus 37 von 41']],
  },
  below: {
    heads: ['Wer', 'Stand', 'Erreichte Personen'],
    rows: [
      [{ text: '117000-001' }, { text: '2. Fassung' }, { text: '90' }],
      [{ text: 'Donzdorf', href: `${root}/empfaenger/117019` }, { text: 'freigegeben' }, { text: '140 aus allen 3' }],
    ],
  },
  changes: {
    heads: ['Woher', 'Kennzahl', 'bei der Freigabe', 'jetzt', 'geändert'],
    rows: [['117000-001', 'Erreichte Personen', '100', '90', '02.01.2025, 12:00 Uhr, 117000-001']],
  },
  differences: {
    heads: ['Wer', 'Kennzahl', 'im Jahr davor', 'jetzt'],
    rows: [['117000-001', 'Erreichte Personen', '400', '90']],
  },
  history: ['Freigabe 1: k.meier, 01.01.2025, 10:00 Uhr'],
  notes: ['Wer von mehreren Personen beraten wurde, zählt mehrfach.'],
  files: [{ label: 'csv', href: `${root}/kreis/117/uebergabe?format=csv` }],
  signAction: `${root}/empfaenger/117000/freigabe`,
  seen: 'f'.repeat(64),
  signLabel: 'Neu freigeben',
  own: {
    wave: null,
    action: `${root}/empfaenger/117000/zahlen`,
    fields: [{ name: 'vzae', label: 'Wie viele VZÄ waren besetzt?', value: '2,5', error: '' }],
  },
  questions: {
    action: `${root}/empfaenger/117000/rueckfragen`,
    toUs: [
      {
        ...{ id: 3, ofPerson: false, title: 'Landkreis Göppingen fragt nach „Erreichte Personen“', typed: hostile },
        badge: { tone: 'info', label: 'offen' },
        due: '28.02.2025',
        entries: [{ who: 'Frage', by: 'k.meier', at: '14.02.2025, 10:00 Uhr', text: hostile, receipt: null }],
        ...{ corrected: false, mayAnswer: true, mayClose: false, mailHref: '' },
      },
    ],
    below: [
      {
        ...{ id: 4, ofPerson: true, title: 'An 117000-001 zu „Erreichte Personen“', typed: '' },
        badge: { tone: 'warning', label: 'beantwortet' },
        due: '',
        entries: [
          { who: 'Frage', by: 'k.meier', at: '14.02.2025, 10:00 Uhr', text: 'Stimmt die 100?', receipt: null },
          { who: 'Erneut abgesendet', by: 'ab', at: '15.02.2025, 9:00 Uhr', text: 'Geändert.', receipt: null },
        ],
        ...{ corrected: true, mayAnswer: false, mayClose: true, mailHref: '' },
      },
    ],
    ask: {
      who: [{ label: '', options: [{ value: 'person/117000-001', label: '117000-001' }] }],
      figures: [{ label: 'Personen', options: [{ value: 'erreicht', label: 'Erreichte Personen' }] }],
      ...{ text: '', bis: '28.02.2025', byMail: { checked: true } },
    },
  },
  errors: [],
}

export const examples: Examples<'intern/rolled-up'> = {
  all: { frame, page },
  begun: {
    frame,
    page: {
      ...page,
      ...{
        synthetic: false,
        warning: '',
        notice: '',
        history: [],
        notes: [],
        files: [],
        signLabel: 'Zahlen freigeben',
      },
      status: { tone: 'plain', label: 'noch nicht freigegeben' },
      changes: { ...page.changes, rows: [] },
      differences: { ...page.differences, rows: [] },
    },
  },
  faulty: {
    frame,
    page: {
      ...page,
      notice: '',
      own: {
        ...page.own,
        fields: [{ name: 'vzae', label: 'Wie viele VZÄ?', value: hostile, error: 'Bitte geben Sie eine Zahl an.' }],
      },
      errors: [{ field: 'vzae', message: 'Bitte geben Sie eine Zahl an.' }],
    },
  },
  reader: {
    frame,
    page: {
      ...page,
      signAction: '',
      own: { wave: { href: '#', label: 'kennzahlen-traeger' }, action: '', fields: [] },
    },
  },
}
