import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextsPage } from '../../page-data/text-pages.ts'

const frame = intern('Texte umfrage-3', 'Texte')
const href = ofWave.textsHref
const page: TextsPage = {
  ...ofWave,
  scope: 'Göppingen',
  notice: '12 weitere Texte gezogen.',
  total: '310 Texte zu 2 Fragen, 48 davon zugeordnet.',
  table: {
    heads: ['Frage', 'Texte', 'von', 'zugeordnet', 'doppelt', 'Kategorien'],
    rows: ['F6: Worum geht es in der Beratung?', hostile].map((text) => [
      { text, href: `${href}/liste?frage=themen_kom` },
      ...['155', '140', '24', '12'].map((count) => ({ text: count, href: '' })),
      { text: 'Themen', href: `${href}/kategorien/1` },
    ]),
  },
  links: [
    { href: `${href}/liste`, label: 'Liste', note: 'suchen und filtern' },
    { href: `${href}/kodieren`, label: 'Zuordnen', note: 'einen Text nach dem anderen, mit Tasten' },
  ],
  samples: ['12 Texte: F6: Worum geht es in der Beratung?, 20 % mit der Zahl 1'],
  draw: {
    href: `${href}/ziehen`,
    fields: [{ value: 'themen_kom', label: 'F6: Worum geht es in der Beratung?' }],
    share: '20',
    seed: '1',
    atLeast: '10',
  },
}

export const examples: Examples<'intern/texts'> = {
  some: { frame, page },
  none: {
    frame,
    page: {
      ...page,
      scope: '',
      notice: '',
      total: 'Noch hat niemand etwas geschrieben.',
      table: { ...page.table, rows: [] },
      samples: [],
      draw: { ...page.draw, fields: [] },
    },
  },
  refused: {
    frame,
    page: {
      ...page,
      notice: '',
      draw: { ...page.draw, share: hostile },
      errors: [{ field: 'anteil', message: 'Bitte geben Sie den Anteil als ganze Zahl von 1 bis 100 an.' }],
    },
  },
}
