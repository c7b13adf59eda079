import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const frame = outside('Impressum')

export const examples: Examples<'impressum'> = {
  ours: {
    frame,
    page: {
      own: '',
      facts: [
        { label: 'Anbieter', lines: ['Beispielinstitut für Erhebungen', 'Beispielplatz 1', '70000 Musterstadt'] },
        { label: 'Rechtsform', lines: [hostile] },
      ],
      contact,
    },
  },
  own: {
    frame: inside('Impressum'),
    page: {
      own: '<h2>Wer wir sind</h2>\n<p>Ein <em>Institut</em>.</p>\n<ul>\n<li>eins</li>\n</ul>',
      facts: [],
      contact,
    },
  },
  invented: {
    frame: { ...frame, operator: { ...frame.operator, invented: true } },
    page: { own: '', facts: [], contact },
  },
}
