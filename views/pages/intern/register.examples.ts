import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Verzeichnis', 'Verzeichnis')
const href = '/intern/verzeichnis'
const views = [
  { label: 'Kommunen', href, current: true },
  { label: 'Kreise', href: `${href}?ansicht=kreise`, current: false },
  { label: 'Antragsverbünde', href: `${href}?ansicht=verbuende`, current: false },
  { label: 'IM-Nummern', href: `${href}?ansicht=nummern`, current: false },
]
const kreise = [
  { value: '', label: 'alle', selected: true },
  { value: '117', label: 'Landkreis Göppingen (117)', selected: false },
]
const page = {
  views,
  view: 'kommunen',
  label: 'Kommunen',
  choices: [{ name: 'kreis', label: 'Kreis', groups: [{ label: '', options: kreise }] }],
  typed: { search: '', day: '' },
  errors: [],
  summary: '1.101 Kommunen am 29.11.2026, gezeigt 1 bis 50.',
  table: {
    heads: ['Kommune', 'GKZ', 'Kreis', 'Einwohner', 'Zuständig', 'Anschrift'],
    rows: [
      [
        { text: 'Adelberg', href: `${href}/117001` },
        { text: '117001' },
        { text: 'Landkreis Göppingen', href: `${href}/117` },
        { text: '2.013' },
        { text: 'Landkreis Göppingen', href: `${href}/117000` },
        { text: 'ja' },
      ],
      [
        { text: hostile, href: `${href}/117019` },
        { text: '117019' },
        { text: 'Landkreis Göppingen', href: `${href}/117` },
        { text: '22.325' },
        { text: 'selbst' },
        { text: 'fehlt' },
      ],
    ],
  },
  empty: '',
  earlierHref: '',
  laterHref: `${href}?seite=2`,
  filesHref: `${href}/dateien`,
  resetHref: '',
}

export const examples: Examples<'intern/register'> = {
  many: { frame, page },
  none: {
    frame,
    page: {
      ...page,
      typed: { search: hostile, day: '31.02.2018' },
      errors: [{ field: 'tag', message: 'Bitte geben Sie einen Tag an, zum Beispiel 31.12.2018.' }],
      summary: '0 Kommunen am 29.11.2026.',
      table: { ...page.table, rows: [] },
      empty:
        'Dazu steht nichts im Verzeichnis. Bitte suchen Sie nach einem Teil des Namens, oder heben Sie die Auswahl auf.',
      earlierHref: href,
      laterHref: '',
      resetHref: href,
    },
  },
}
