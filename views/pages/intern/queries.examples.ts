import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { QueriesPage } from '../../page-data/query-pages.ts'

const frame = intern('Rückfragen umfrage-1', 'Rückfragen')

const cells = (what: string, badge: QueriesPage['rows'][number]['cells'][number]['badge']) => [
  { head: 'Wozu', text: what, badge: null },
  { head: 'Stand', text: '', badge },
  { head: 'Antwort bis', text: '22.02.2019', badge: null },
  { head: 'Zuletzt', text: '12.02.2019, 09:12 Uhr', badge: null },
  { head: 'Wer sich kümmert', text: 'f.eins', badge: null },
]

const page: QueriesPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  listHref: '/intern/erhebungen/umfrage-1/rueckfragen',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  scope: 'Göppingen',
  form: {
    action: '/intern/erhebungen/umfrage-1/rueckfragen',
    kept: [],
    choices: [
      {
        name: 'stand',
        label: 'Stand',
        groups: [{ label: '', options: [{ value: 'offen', label: 'offen', selected: true }] }],
      },
    ],
    resetHref: '/intern/erhebungen/umfrage-1/rueckfragen',
  },
  found: '2 Rückfragen',
  rows: [
    {
      name: 'Donzdorf',
      note: 'GKZ 117019',
      href: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen#rueckfrage-7',
      cells: cells('F5, mit Aufenthaltsgestattung', { tone: 'warning', label: 'beantwortet' }),
    },
    {
      name: hostile,
      note: hostile,
      href: '/intern/erhebungen/umfrage-1/teilnehmende/117042/rueckfragen#rueckfrage-8',
      cells: cells(hostile, { tone: 'danger', label: 'überfällig' }),
    },
  ],
  many: {
    action: '/intern/erhebungen/umfrage-1/rueckfragen/pruefung',
    groups: [{ label: 'Prüfungen', options: [{ value: 'pruefung:zp_status_summe', label: 'F5, F4: …' }] }],
    mailHref: '/intern/post/sendung?welle=umfrage-1&vorlage=rueckfrage',
    responseHref: '/intern/erhebungen/umfrage-1/ruecklauf',
  },
  notice: '2 Rückfragen sind gestellt.',
}

export const examples: Examples<'intern/queries'> = {
  some: { frame, page },
  none: {
    frame,
    page: { ...page, synthetic: false, scope: '', found: '0 Rückfragen', rows: [], many: undefined, notice: '' },
  },
}
