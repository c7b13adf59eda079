import { hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'message'> = {
  notFound: {
    frame: outside('Seite nicht gefunden'),
    page: {
      heading: 'Diese Seite gibt es nicht',
      paragraphs: ['Vielleicht ist die Adresse unvollständig. Ihre Angaben sind davon nicht betroffen.'],
      link: { href: '/', label: 'Zur Startseite' },
    },
  },
  failed: {
    frame: inside('Fehler'),
    page: { heading: hostile, paragraphs: [hostile, 'Bitte versuchen Sie es noch einmal.'], link: null },
  },
}
