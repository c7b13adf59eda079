import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { Pages } from '../page-data/pages.ts'

const frame = inside('Bin ich zuständig?')
const page: Pages['responsible'] = {
  action: '/erhebung/umfrage-1/117019/zustaendig',
  notice: '',
  errors: [],
  typed: { who: '', reach: '', said: '' },
  text: `Guten Tag,\n\nfür ${hostile} ist ein Fragebogen auszufüllen.`,
  mailHref: 'mailto:?subject=Fragebogen&body=Guten%20Tag',
  unit: 'Donzdorf',
}

export const examples: Examples<'responsible'> = {
  first: { frame, page },
  said: { frame, page: { ...page, notice: 'Danke.' } },
  faulty: {
    frame,
    page: {
      ...page,
      typed: { who: '', reach: hostile, said: hostile },
      errors: [{ field: 'wer', message: 'Bitte sagen Sie, wer zuständig ist.' }],
    },
  },
}
