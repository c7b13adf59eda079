import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AmendmentPreviewPage } from '../../page-data/amendment-pages.ts'

const frame = intern('Vorschau', 'Korrekturen')
const page: AmendmentPreviewPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  listHref: '/intern/erhebungen/umfrage-1/korrekturen',
  href: '/intern/erhebungen/umfrage-1/korrekturen/vorschau/1',
  file: 'korrekturen.csv',
  problems: [],
  summary: 'Noch gilt nichts davon: 2 Korrekturen, nichts spricht dagegen.',
  rows: [
    ['117019', 'F4, Anzahl der Zielpersonen', '1.520', '152', 'Tippfehler; Gespräch am Telefon'],
    [hostile, hostile, hostile, hostile, hostile],
  ],
  more: 'und 3 weitere',
  confirm: 'Korrigieren',
}

export const examples: Examples<'intern/amendment-preview'> = {
  sound: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      file: hostile,
      problems: ['korrekturen.csv, Zeile 3, Spalte alt: Verwendet wird jetzt 152, nicht 1.520.', hostile],
      summary: '',
      rows: [],
      more: '',
      confirm: '',
    },
  },
}
