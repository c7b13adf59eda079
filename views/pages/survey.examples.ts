import { contact, hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const frame = outside('Umfrage zur Lage der Geflüchteten vor Ort')

const open = {
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  open: true,
  facts: [
    { label: 'Wer fragt', lines: ['Beispielinstitut für Erhebungen'] },
    { label: 'Frist', lines: ['08.02.2019, 24 Uhr'] },
  ],
  introduction: ['Wir fragen nach der Lage am Stichtag.', 'Leere Felder dürfen leer bleiben.'],
  results: 'Die Ergebnisse erscheinen als Bericht.',
  preparation: '/erhebungen/umfrage-1/vorbereitung',
  paperHref: '/erhebungen/umfrage-1/fragebogen.pdf',
  sections: [
    { title: 'Zielgruppe', questions: ['F4 Wie viele Geflüchtete leben bei Ihnen?', 'F5 Wie sind sie untergebracht?'] },
    { title: hostile, questions: [hostile] },
  ],
  contact,
}

export const examples: Examples<'survey'> = {
  open: { frame, page: open },
  closed: { frame, page: { ...open, open: false, synthetic: false, results: '', preparation: '' } },
}
