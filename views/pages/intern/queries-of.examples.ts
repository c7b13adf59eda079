import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { QueriesOfPage } from '../../page-data/query-pages.ts'
import { query } from '../query.examples.ts'

const frame = intern('Rückfragen Donzdorf', 'Rückfragen')
const thread: QueriesOfPage['queries'][number] = {
  ...query,
  badge: { tone: 'warning', label: 'beantwortet' },
  account: 'f.eins',
  isOwn: false,
  amendHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019/korrigieren?feld=zp_status_gestattung',
  seen: 2,
  typed: { text: '', bis: '22.02.2019', closing: '' },
}

const page: QueriesOfPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  listHref: '/intern/erhebungen/umfrage-1/rueckfragen',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  unit: { label: 'Kommune', name: 'Donzdorf', note: 'GKZ 117019' },
  participantHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019',
  formHref: '/intern/erhebungen/umfrage-1/teilnehmende/117019/fragebogen',
  action: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen',
  may: true,
  queries: [
    thread,
    {
      ...thread,
      id: 8,
      label: hostile,
      fieldHref: '',
      amendHref: '',
      due: '',
      open: false,
      account: '',
      badge: { tone: 'plain', label: 'abgeschlossen' },
    },
  ],
  ask: {
    text: '',
    bis: '26.02.2019',
    groups: [
      { label: 'Zielpersonen', options: [{ value: 'frage:zp_status', label: 'F5 Welchen rechtlichen Status?' }] },
    ],
    mail: 'umfrage@donzdorf.example',
    mailed: false,
  },
  hits: [
    {
      message: 'F5 ergibt 118, in F4 steht 120: es fehlen 2.',
      reason: '',
      href: '?zu=pruefung:zp_status_summe#fragen',
    },
    { message: hostile, reason: hostile, href: '?zu=pruefung:zp_alter_summe#fragen' },
  ],
  errors: [],
  notice: 'Die Rückfrage ist gestellt.',
  refused: 'Die Rückfrage ist noch nicht gestellt',
}

export const examples: Examples<'intern/queries-of'> = {
  some: { frame, page },
  refused: {
    frame,
    page: {
      ...page,
      queries: [{ ...thread, typed: { text: hostile, bis: hostile, closing: hostile } }],
      ask: { ...page.ask, mail: '' },
      notice: '',
      errors: [{ field: 'bis-7', message: 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.' }],
    },
  },
  read: { frame, page: { ...page, may: false, queries: [], hits: [], notice: '' } },
}
