import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { LogEntry } from '../../page-data/log-entry.ts'

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
const select = (name: string, label: string, ...values: string[]) => ({
  name,
  label,
  groups: [
    { label: '', options: values.map((value, place) => ({ value, label: value || 'alle', selected: place === 0 })) },
  ],
})
const form = {
  choices: [
    select('art', 'Vorgänge', '', hostile),
    select('konto', 'Konto', '', hostile),
    select('erhebung', 'Erhebung', ''),
  ],
  day: '',
  resetHref: '',
}
const sealed = {
  number: '1.234',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  unsealed: '1',
  since:
    'nach dem 01.03.2016; was bis dahin notiert war (bis Nummer 1.204 der Kette), ist seit dem 02.03.2026 gelöscht',
}
const files = [
  { label: 'CSV', href: '/intern/protokoll/datei/csv' },
  { label: 'JSON', href: '/intern/protokoll/datei/json' },
]

export const examples: Examples<'intern/log'> = {
  all: {
    frame,
    page: {
      entries: [
        { ...download, isSealed: false },
        {
          at: '21.11.2026, 10:39 Uhr',
          who: hostile,
          what: hostile,
          details: [{ label: hostile, value: hostile }],
          isSealed: true,
        },
      ],
      form,
      newestHref: '',
      earlierHref: '/intern/protokoll?vor=7',
      seal: sealed,
      files,
    },
  },
  downloads: {
    frame,
    page: {
      entries: [{ ...download, isSealed: true }],
      form: { ...form, day: '2026-11-21', resetHref: '/intern/protokoll' },
      newestHref: '/intern/protokoll?art=downloads',
      earlierHref: '',
      seal: sealed,
      files,
    },
  },
  none: {
    frame,
    page: {
      entries: [],
      form,
      newestHref: '',
      earlierHref: '',
      seal: { number: '', hash: '', unsealed: '0', since: '' },
      files,
    },
  },
}
