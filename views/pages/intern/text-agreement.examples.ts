import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextAgreementPage } from '../../page-data/text-pages.ts'

const frame = intern('Übereinstimmung umfrage-3', 'Texte')
const difference = {
  id: '12-geld',
  text: 12,
  category: 'geld',
  name: 'Leistungen, Schulden',
  question: 'F6: Worum geht es in der Beratung?',
  said: hostile,
  who: 'zugeordnet von k.meier, nicht von f.eins',
  decided: '',
  why: '',
}
const page: TextAgreementPage = {
  ...ofWave,
  title: 'Themen',
  backHref: `${ofWave.textsHref}/kategorien/1`,
  href: `${ofWave.textsHref}/kategorien/1/uebereinstimmung`,
  summary: '12 Texte haben zwei oder mehr Zuordnungen, von k.meier, f.eins.',
  table: {
    heads: ['Kategorie', 'vergeben', 'Übereinstimmung', 'Krippendorffs Alpha', '95 %'],
    rows: [
      ['Leistungen, Schulden', '14', '91,7 %', '0,83', '0,5 bis 1'],
      ['insgesamt', '', '83,3 %', '0,79', '–'],
    ],
  },
  note: 'Das Intervall kommt aus Stichproben der Texte mit Zurücklegen (Zahl 1).',
  open: [difference],
  settled: [
    { ...difference, id: '13-geld', text: 13, decided: 'Gehört dazu: Miete ist Geld (k.meier, 14.01.2019, 14:03 Uhr)' },
  ],
  undecided: [{ href: `${ofWave.textsHref}/kodieren?text=14`, label: 'Text 14' }],
}

export const examples: Examples<'intern/text-agreement'> = {
  some: { frame, page },
  none: {
    frame,
    page: {
      ...page,
      summary: 'Noch hat kein Text zwei Zuordnungen.',
      table: { ...page.table, rows: [] },
      open: [],
      settled: [],
      undecided: [],
    },
  },
  refused: {
    frame,
    page: { ...page, errors: [{ field: 'warum-12-geld', message: 'Bitte schreiben Sie, warum Sie so entscheiden.' }] },
  },
}
