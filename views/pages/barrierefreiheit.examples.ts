import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const partial = {
  own: '',
  name: 'Beispielinstitut für Erhebungen',
  law: '§ 10 L-BGG',
  state: 'Diese Website ist teilweise mit der Norm EN 301 549 vereinbar.',
  grounds: [
    {
      title: 'Unvereinbarkeit mit den Vorschriften',
      items: [
        { what: 'Leichte Sprache fehlt.', alternative: 'Wir erklären alles am Telefon.' },
        { what: hostile, alternative: '' },
      ],
    },
  ],
  pdf: 'Die PDF-Dateien sind nach PDF/UA-1 ausgezeichnet.',
  made: ['Diese Erklärung wurde am 20.11.2026 erstellt.', 'Sie beruht auf einer Selbstbewertung.'],
  notAssessed: ['die Bedienung mit Screenreadern'],
  contact,
  feedback: 'innerhalb von vier Wochen',
  board: { name: 'Schlichtungsstelle', lines: ['Beispielstraße 6'], phone: '', mail: '', web: '' },
  arbitrationLaw: '§ 10b L-BGG',
}

export const examples: Examples<'barrierefreiheit'> = {
  partial: { frame: outside('Barrierefreiheit'), page: partial },
  full: {
    frame: inside('Barrierefreiheit'),
    page: { ...partial, grounds: [], notAssessed: [], board: null, arbitrationLaw: '' },
  },
  own: { frame: outside('Barrierefreiheit'), page: { ...partial, own: '<h2>Stand</h2>\n<p>Gut.</p>' } },
}
