import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ResponsePage } from '../../page-data/field-pages.ts'

const href = '/intern/erhebungen/umfrage-1/ruecklauf'
const frame = intern('Rücklauf umfrage-1', 'Rücklauf')

const row = (
  unit: string,
  name: string,
  state: string,
  tone: ResponsePage['rows'][number]['cells'][number]['tone'],
) => ({
  unit,
  name,
  note: unit,
  href: `/intern/erhebungen/umfrage-1/teilnehmende/${unit}`,
  checked: false,
  cells: [
    { head: 'Stand', text: state, tone },
    { head: 'Kreis', text: 'Landkreis Göppingen', tone: '' as const },
    { head: 'Ausgefüllt', text: tone === 'info' ? '12 von 140' : '', tone: '' as const },
  ],
})

const page: ResponsePage = {
  id: 'umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  waveHref: '/intern/erhebungen/umfrage-1',
  synthetic: true,
  scope: '',
  counts: [
    { label: 'alle', count: '1.101', href, current: true },
    { label: 'begonnen', count: '52', href: `${href}?zustand=begonnen`, current: false },
    { label: 'abgesendet', count: '708', href: `${href}?zustand=abgesendet`, current: false },
  ],
  form: {
    action: href,
    search: '',
    unopened: '',
    still: '2026-11-22',
    choices: [
      {
        name: 'kreis',
        label: 'Kreis',
        groups: [
          {
            label: '',
            options: [
              { value: '', label: 'alle Kreise', selected: true },
              { value: '117', label: 'Landkreis Göppingen', selected: false },
            ],
          },
        ],
      },
    ],
    columns: [
      { code: 'zustand', label: 'Stand', checked: true },
      { code: 'kreis', label: 'Kreis', checked: true },
      { code: 'ausgefuellt', label: 'Ausgefüllt', checked: true },
      { code: 'notiz', label: 'Letzte Notiz', checked: false },
    ],
    kept: [{ name: 'sortierung', value: '-zustand' }],
    resetHref: '',
  },
  found: '1.101 von 1.101 Kommunen',
  heads: [
    { label: 'Kommune', href: `${href}?sortierung=-name`, sorted: 'ascending' },
    { label: 'Stand', href: `${href}?sortierung=zustand`, sorted: 'none' },
    { label: 'Kreis', href: `${href}?sortierung=kreis`, sorted: 'none' },
    { label: 'Ausgefüllt', href: `${href}?sortierung=ausgefuellt`, sorted: 'none' },
  ],
  rows: [
    row('117019', 'Eislingen/Fils', 'abgesendet', 'success'),
    row('117026', 'Göppingen', 'begonnen', 'info'),
    row('117042', 'Salach', 'Post oder Mail kam zurück', 'danger'),
  ],
  pages: { previous: '', next: `${href}?seite=2`, position: 'Seite 1 von 23' },
  tickAllHref: `${href}?alle=ja`,
  acts: {
    action: href,
    selection: 'kreis=117',
    buttons: [
      { code: 'erinnern', label: 'Erinnern' },
      { code: 'notiz', label: 'Notiz hinzufügen' },
      { code: 'lehnt-ab', label: 'Lehnt ab' },
    ],
    all: '1.101',
    wholeSelection: false,
    text: '',
  },
  files: [{ label: 'CSV', href: `${href}/datei?format=csv` }],
  errors: [],
  notice: '',
}

export const examples: Examples<'intern/response'> = {
  all: { frame, page },
  empty: { frame, page: { ...page, rows: [], found: '0 von 1.101 Kommunen', acts: undefined, synthetic: false } },
  refused: {
    frame,
    page: {
      ...page,
      rows: page.rows.map((one) => ({ ...one, name: hostile, checked: true })),
      scope: hostile,
      acts: page.acts && { ...page.acts, text: hostile, wholeSelection: true },
      errors: [
        { field: '', message: 'Bitte kreuzen Sie an, wen es betrifft.' },
        { field: 'text', message: 'Bitte schreiben Sie den Grund dazu.' },
      ],
    },
  },
  done: { frame, page: { ...page, notice: 'Befreit: bei 3 vermerkt.', acts: undefined } },
}
