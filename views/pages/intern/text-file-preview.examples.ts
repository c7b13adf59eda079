import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextFilePreviewPage } from '../../page-data/text-pages.ts'

const frame = intern('Vorschau', 'Texte')
const page: TextFilePreviewPage = {
  ...ofWave,
  file: 'gruppen.csv',
  href: `${ofWave.textsHref}/dateien/vorschau/1`,
  filesHref: `${ofWave.textsHref}/dateien`,
  summary: 'Noch ist nichts eingelesen: 52 Texte aus 2 Quellen.',
  sources: [
    ['Konferenz 2021, Gruppe 1', '50'],
    [hostile, '2'],
  ],
  texts: [
    ['Konferenz 2021, Gruppe 1', 'Was läuft gut', 'Die Wege zwischen den Ämtern sind kurz.'],
    [hostile, hostile, hostile],
  ],
  more: 'und 50 weitere Texte',
  mayConfirm: true,
}

export const examples: Examples<'intern/text-file-preview'> = {
  sound: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      file: hostile,
      errors: ['gruppen.csv, Zeile 3, Spalte Text: Der Text fehlt.', hostile].map((message) => ({
        field: '',
        message,
      })),
      summary: '',
      sources: [],
      texts: [],
      more: '',
      mayConfirm: false,
    },
  },
}
