import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { LogEntry } from '../../page-data/staff-pages.ts'

export const download: LogEntry = {
  at: '21.11.2026, 10:40 Uhr',
  who: 'k.meier',
  what: 'Download: Antworten, umfrage-1',
  details: [
    { label: 'Format', value: 'csv' },
    { label: 'Filter', value: 'neueste Abgabe von allen, die abgesendet haben' },
    { label: 'Zeilen', value: '708' },
    { label: 'SHA-256', value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ],
}

const frame = intern('Protokoll', 'Protokoll')

export const examples: Examples<'intern/log'> = {
  all: {
    frame,
    page: {
      entries: [
        download,
        { at: '21.11.2026, 10:39 Uhr', who: hostile, what: hostile, details: [{ label: hostile, value: hostile }] },
      ],
      downloadsOnly: false,
      earlierHref: '/intern/protokoll?vor=7',
    },
  },
  downloads: { frame, page: { entries: [download], downloadsOnly: true, earlierHref: '' } },
  none: { frame, page: { entries: [], downloadsOnly: false, earlierHref: '' } },
}
