import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { NewCodesPage } from '../../page-data/letter-pages.ts'

const frame = intern('Neuer Zugangscode')
const href = '/intern/erhebungen/umfrage-1/einladungen/neuer-code'
const page: NewCodesPage = {
  wave: {
    id: 'umfrage-1',
    title: 'Umfrage zur Lage der Geflüchteten vor Ort',
    href: '/intern/erhebungen/umfrage-1',
    synthetic: true,
  },
  lettersHref: '/intern/erhebungen/umfrage-1/einladungen',
  href,
  searched: '',
  found: [],
  note: '',
}

export const examples: Examples<'intern/new-codes'> = {
  first: { frame, page },
  found: {
    frame,
    page: {
      ...page,
      searched: hostile,
      found: [{ href: `${href}/117026`, title: 'Göppingen', lines: ['117026', 'hat einen gültigen Code'] }],
      note: 'Noch 3 weitere. Bitte geben Sie mehr vom Namen ein.',
    },
  },
  nobody: {
    frame,
    page: { ...page, searched: 'Entenhausen', note: 'Niemand dieses Namens nimmt an dieser Erhebung teil.' },
  },
}
