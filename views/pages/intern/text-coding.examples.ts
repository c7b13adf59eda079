import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextCodingPage } from '../../page-data/text-pages.ts'

const frame = intern('Zuordnen umfrage-3', 'Texte')
const href = ofWave.textsHref
const page: TextCodingPage = {
  ...ofWave,
  notice: 'Gespeichert.',
  action: `${href}/kodieren`,
  undoHref: `${href}/kodieren/zurueck`,
  listHref: `${href}/liste`,
  kept: [{ name: 'stand', value: 'nicht-von-mir' }],
  question: 'F6: Worum geht es in der Beratung?',
  textId: 12,
  from: '117000-001 (117000-001)',
  text: 'Leistungen und Schulden sind das häufigste Thema.\nDanach kommt die Wohnung.',
  version: 3,
  codebook: 'Themen',
  categories: [
    {
      key: 'geld',
      name: 'Leistungen, Schulden',
      press: '1',
      isSub: false,
      checked: true,
      explained: ['Alles, was mit Geld zu tun hat', 'Zum Beispiel: Rückzahlung an das Jobcenter'],
      suggested: 'Vorschlag: 2 gleiche Texte wurden so zugeordnet.',
    },
    { key: 'jobcenter', name: hostile, press: '2', isSub: true, checked: false, explained: [], suggested: '' },
    { key: 'wohnen', name: 'Wohnen', press: '', isSub: false, checked: false, explained: [], suggested: '' },
  ],
  marks: [{ value: 'wohnen:62-69', label: 'Wohnen: „Wohnung“' }],
  previous: `${href}/kodieren?text=11`,
  next: `${href}/kodieren?text=13`,
  position: '12 von 310',
  state: 'offen',
}

export const examples: Examples<'intern/text-coding'> = {
  some: { frame, page },
  plain: { frame, page: { ...page, notice: '', marks: [], previous: '', next: '', state: '', kept: [] } },
  refused: {
    frame,
    page: {
      ...page,
      notice: '',
      errors: [{ field: 'kategorie-geld', message: 'Bitte wählen Sie mindestens eine Kategorie.' }],
    },
  },
}
