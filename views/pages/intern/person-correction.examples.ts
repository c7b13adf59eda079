import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { CorrectedText, PersonCorrectionPage } from '../../page-data/person-pages.ts'

const frame = intern('Berichtigung, Anliegen 3: Berichtigung', 'Personen')
const text: CorrectedText = {
  mark: 'a1b2c3',
  question: 'F20',
  label: 'Kommentar zu F20',
  before: 'laut Jürgen Weis, Zimmer 12',
  after: '',
  places: ['steht im Entwurf', 'ist abgesendet'],
  error: '',
}
const page: PersonCorrectionPage = {
  title: 'Anliegen 3: Berichtigung',
  hrefs: { request: '/intern/personen/3', here: '/intern/personen/3/berichtigung' },
  stage: 'type',
  forms: [
    {
      title: 'Umfrage zur Lage der Geflüchteten vor Ort (umfrage-1)',
      unit: 'Donzdorf (117019)',
      texts: [text, { ...text, mark: 'd4e5f6', question: '', label: hostile, before: hostile, after: hostile }],
    },
  ],
  initials: [{ mark: 'k7', label: '„JW“ in umfrage-1, 117019', after: '', error: '' }],
  past: [`umfrage-1, 117019, Ansprechperson: „${hostile}“ (früher im Entwurf)`],
  effects: ['Alle anderen Antworten bleiben, wie sie sind.'],
  error: null,
}

export const examples: Examples<'intern/person-correction'> = {
  typing: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      forms: page.forms.map((form) => ({ ...form, texts: [{ ...text, error: 'Das ist derselbe Text.' }] })),
      initials: [{ mark: 'k7', label: hostile, after: hostile, error: 'Bitte geben Sie höchstens 60 Zeichen ein.' }],
      error: { field: '', message: 'Inzwischen wurde in einem der Formulare etwas geändert.' },
    },
  },
  preview: {
    frame,
    page: {
      ...page,
      stage: 'confirm',
      past: [],
      forms: page.forms.map((form) => ({ ...form, texts: [{ ...text, after: 'laut Jürgen Weiß, Zimmer 12' }] })),
      initials: [{ mark: 'k7', label: '„JW“ in umfrage-1, 117019', after: 'JWe', error: '' }],
    },
  },
  nothing: { frame, page: { ...page, forms: [], initials: [] } },
}
