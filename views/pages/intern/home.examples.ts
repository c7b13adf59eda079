import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { HomePage } from '../../page-data/staff-pages.ts'

const frame = intern('Übersicht')
const wave: HomePage['waves'][number] = {
  href: '/intern/erhebungen/umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  id: 'umfrage-1',
  stichtag: '15.12.2018',
  frist: '08.02.2019',
  state: 'geöffnet',
  response: '708 von 1.101 Kommunen, 64,3 %',
  synthetic: true,
}

export const examples: Examples<'intern/home'> = {
  several: {
    frame,
    page: {
      waves: [
        wave,
        { ...wave, state: 'Frist abgelaufen', synthetic: false },
        { ...wave, title: hostile, id: hostile, stichtag: '', state: 'angelegt', response: hostile },
        { ...wave, state: 'geschlossen' },
      ],
      left: { 'umfrage-1': 'noch 12 Tage' },
      waiting: [
        { href: '/intern/post/ausgang', label: hostile },
        { href: '/intern/erhebungen/umfrage-1/rueckfragen', label: '2 Rückfragen sind überfällig' },
      ],
      arrivals: {
        since: 'seit 29.11.2026, 08:00 Uhr',
        lines: [{ href: '/intern/erhebungen/umfrage-1', label: hostile }],
      },
      places: [{ href: '/intern/vergleich', label: 'Vergleich', note: hostile }],
      warnings: [hostile, hostile],
      backup: { sentences: [hostile, 'Zuletzt geprüft: 29.11.2026, 02:01 Uhr.'], warning: hostile },
    },
  },
  none: {
    frame,
    page: {
      waves: [],
      left: {},
      waiting: [],
      arrivals: { since: 'in den letzten sieben Tagen', lines: [] },
      places: [],
      warnings: [],
      backup: { sentences: ['Noch gibt es keine.'], warning: '' },
    },
  },
}
