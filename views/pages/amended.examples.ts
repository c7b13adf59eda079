import { amendments } from '../examples/example-amendments.ts'
import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { AmendedPage } from '../page-data/amendment-pages.ts'

const frame = inside('Korrekturen')
const page: AmendedPage = {
  action: '/erhebung/umfrage-1/117019/korrekturen',
  amendments,
  typed: undefined,
  notice: '',
  threadHref: '',
  errors: [],
}

export const examples: Examples<'amended'> = {
  some: {
    frame,
    page: {
      ...page,
      notice: 'Ihr Widerspruch ist gespeichert.',
      threadHref: '/erhebung/umfrage-1/117019/rueckfragen/3',
    },
  },
  none: { frame, page: { ...page, amendments: [] } },
  refused: {
    frame,
    page: {
      ...page,
      typed: { id: 7, text: hostile },
      errors: [{ field: 'widerspruch-7', message: 'Bitte schreiben Sie höchstens 4000 Zeichen.' }],
    },
  },
}
