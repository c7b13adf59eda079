import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PersonRequestPage } from '../../page-data/person-pages.ts'

const frame = intern('Anliegen 3: Löschung', 'Personen')
const text = {
  mark: 'a1b2c3',
  question: 'F20',
  label: 'Wie viele können mit dem lateinischen Alphabet lesen und schreiben? – Kommentar zu F20',
  text: 'laut Jürgen Weiß, Zimmer 12',
  state: 'abgesendet',
  at: '24.11.2026, 10:40 Uhr',
  checked: true,
}
const page: PersonRequestPage = {
  title: 'Anliegen 3: Löschung',
  hrefs: {
    here: '/intern/personen/3',
    suche: '/intern/personen/3/suche',
    auswahl: '/intern/personen/3/auswahl',
    frist: '/intern/personen/3/frist',
    abschluss: '/intern/personen/3/abschluss',
    loeschung: '/intern/personen/3/loeschung',
    aufhebung: '/intern/personen/3/aufhebung',
  },
  badges: [{ tone: 'warning', label: 'noch 3 Tage' }],
  facts: [
    { label: 'Recht', value: 'Löschung, Art. 17 DSGVO' },
    { label: 'Eingegangen', value: '02.11.2026' },
    { label: 'Frist', value: '02.12.2026' },
  ],
  errors: [],
  advice: 'Kreuzen Sie an, was diese Person betrifft.',
  state: 'open',
  searched: 'Weiß; JW',
  forms: [
    {
      title: 'Umfrage zur Lage der Geflüchteten vor Ort (umfrage-1)',
      unit: 'Donzdorf (117019)',
      texts: [text, { ...text, mark: 'd4e5f6', question: '', label: hostile, text: hostile, checked: false }],
    },
  ],
  cut: [{ mark: 'v9', label: 'Befragt als 117000-001 in umfrage-3', checked: false }],
  initials: [{ mark: 'k7', label: '„JW“ in umfrage-1, 117019', checked: true }],
  traces: ['Konto „j.weiss“ (Forschung): Ist es gesperrt, kann die Administration seinen Namen löschen.'],
  mayErase: true,
  act: null,
  mayExtend: true,
  outcomes: [{ value: 'erledigt', label: 'erledigt' }],
  proof: null,
  restrictions: { inForce: [], lifted: [], told: '' },
}
const done: PersonRequestPage = {
  ...page,
  state: 'closed',
  badges: [{ tone: 'success', label: 'erledigt' }],
  forms: [],
  initials: [],
  cut: [],
  traces: [],
  proof: {
    title: 'Nachweis der Löschung',
    lead: 'Gezählt in der Datenbank, unmittelbar vor und nach der Löschung.',
    toTell: 'Bitte teilen Sie denen, die sie haben, die Löschung mit (Art. 19 DSGVO).',
    facts: [
      { label: 'Vorher an den gewählten Stellen', value: '4' },
      { label: 'Nachher an den gewählten Stellen', value: '0' },
    ],
    files: [{ at: '25.11.2026, 08:00 Uhr', who: 'f.drei', what: 'Download: Antworten, umfrage-1', details: [] }],
    none: '',
  },
}

export const examples: Examples<'intern/person-request'> = {
  found: { frame, page },
  nothing: {
    frame,
    page: { ...page, forms: [], initials: [], cut: [], traces: [], mayErase: false, mayExtend: false },
  },
  toCorrect: {
    frame,
    page: { ...page, mayErase: false, act: { value: 'berichtigen', label: 'Berichtigung vorbereiten' } },
  },
  refused: {
    frame,
    page: {
      ...page,
      errors: [
        { field: 'suche', message: 'Bitte geben Sie an, wonach gesucht wird.' },
        { field: 'gefunden', message: 'Bitte kreuzen Sie an, was gelöscht werden soll.' },
        { field: 'antwort', message: 'Bitte schreiben Sie in einem Satz, was Sie geantwortet haben.' },
        { field: 'warum', message: 'Bitte geben Sie an, warum es länger dauert.' },
      ],
    },
  },
  proposed: { frame, page: { ...page, state: 'proposed', forms: [], initials: [], cut: [], traces: [] } },
  erased: { frame, page: done },
  restricted: {
    frame,
    page: {
      ...done,
      errors: [{ field: 'unterrichtet', message: 'Bitte geben Sie den Tag an, an dem die Person unterrichtet wurde.' }],
      restrictions: {
        inForce: [
          { id: 'a-1', label: 'umfrage-1, 117019: F20 Kommentar zu F20', note: 'seit 24.11.2026', checked: true },
          { id: 'a-2', label: hostile, note: hostile, checked: false },
        ],
        lifted: ['umfrage-1, 117019: alle Kontaktdaten, vom 24.11.2026 bis 29.11.2026'],
        told: '31.12.2099',
      },
    },
  },
  lifted: { frame, page: { ...done, restrictions: { inForce: [], lifted: [hostile], told: '' } } },
  unseen: {
    frame,
    page: {
      ...done,
      proof: { title: hostile, lead: '', facts: [], files: [], toTell: '', none: 'Nichts davon war abgesendet.' },
    },
  },
}
