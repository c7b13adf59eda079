import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AskManyPage } from '../../page-data/query-pages.ts'

const frame = intern('Rückfrage an viele umfrage-1', 'Rückfragen')
const page: AskManyPage = {
  id: 'umfrage-1',
  waveHref: '/intern/erhebungen/umfrage-1',
  listHref: '/intern/erhebungen/umfrage-1/rueckfragen',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  action: '/intern/erhebungen/umfrage-1/rueckfragen/pruefung',
  about: 'pruefung:zp_status_summe',
  label: 'Hinweis zu F5, F4',
  sentence: 'F5 ergibt …, in F4 steht …: ….',
  words: { text: '', key: '' },
  ask: { text: 'Woher kommt der Unterschied?', bis: '26.02.2019' },
  hits: [
    {
      unit: '117019',
      name: 'Donzdorf',
      href: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen',
      message: 'F5 ergibt 118, in F4 steht 120: es fehlen 2.',
      reason: '',
      checked: true,
    },
    {
      unit: '117042',
      name: hostile,
      href: '/intern/erhebungen/umfrage-1/teilnehmende/117042/rueckfragen',
      message: hostile,
      reason: hostile,
      checked: false,
    },
  ],
  errors: [],
}

export const examples: Examples<'intern/ask-many'> = {
  some: { frame, page },
  alike: { frame, page: { ...page, words: { text: hostile, key: '0123456789abcdef' } } },
  none: { frame, page: { ...page, hits: [] } },
  refused: {
    frame,
    page: { ...page, errors: [{ field: 'text', message: 'Bitte schreiben Sie, was Sie wissen möchten.' }] },
  },
}
