import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { NewCodePage } from '../../page-data/letter-pages.ts'

const frame = intern('Neuer Zugangscode')
const searchHref = '/intern/erhebungen/umfrage-1/einladungen/neuer-code'
const otherwise = {
  letterHref: `${searchHref}/117026/brief`,
  address: 'Stadt Göppingen, Hauptstraße 1, 73033 Göppingen',
  mailHref: `${searchHref}/117026/mail`,
  mail: 'umfrage@goeppingen.example',
  mark: '6f1d3a52-2c0e-4a57-9a5e-0d3c1c2b7a10',
  templateHref: '/intern/post/vorlagen/neuer-zugangscode',
}
const page: NewCodePage = {
  wave: {
    id: 'umfrage-1',
    title: 'Umfrage zur Lage der Geflüchteten vor Ort',
    href: '/intern/erhebungen/umfrage-1',
    synthetic: true,
  },
  searchHref,
  searchLabel: 'Neuer Zugangscode',
  name: 'Göppingen',
  unit: '117026',
  error: '',
  lines: [
    'Der bisherige Zugangscode gilt seit 12.11.2026, 09:20 Uhr. Er endet mit dem neuen.',
    'Was gespeichert ist, bleibt.',
  ],
  groups: [],
  entry: '',
  act: { href: `${searchHref}/117026`, codes: 1, otherwise },
}

export const examples: Examples<'intern/new-code'> = {
  before: { frame, page },
  refused: {
    frame,
    page: {
      ...page,
      name: hostile,
      error: 'Inzwischen wurde schon ein neuer Code ausgegeben.',
      act: { href: `${searchHref}/117026`, codes: 1, otherwise: { ...otherwise, address: '', mail: '' } },
    },
  },
  carrier: { frame, page: { ...page, name: hostile, act: page.act && { ...page.act, otherwise: null } } },
  told: {
    frame,
    page: {
      ...page,
      lines: [],
      act: null,
      entry: 'https://stichtag.example/zugang',
      groups: [
        { group: 'MUST', words: 'München, Unna, Salzwedel, Tübingen' },
        { group: 'ERCO', words: 'Essen, Rostock, Chemnitz, Offenbach' },
        { group: 'DEXX', words: 'Düsseldorf, Essen, Xanten, Xanten' },
        { group: 'XXXX', words: 'Xanten, Xanten, Xanten, Xanten' },
      ],
    },
  },
}
