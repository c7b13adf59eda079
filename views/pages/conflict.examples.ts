import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { ConflictPage } from '../page-data/form-pages.ts'

const frame = inside('Zwei Eingaben')
const page: ConflictPage = {
  heading: 'Zwei Eingaben für dasselbe Feld',
  action: '/erhebung/umfrage-1/117019/zielpersonen',
  rev: 9,
  back: '/erhebung/umfrage-1/117019/zielpersonen',
  fields: [
    {
      name: 'zp_status_duldung',
      number: 'F5',
      label: 'mit Duldung (abgelehnter Asylantrag und Aussetzung der Abschiebung)',
      mine: '1234',
      mineShown: '1.234',
      theirs: '',
      theirsShown: '',
      by: 'AB',
      at: '14:03 Uhr',
      chosen: '',
      error: '',
    },
    {
      name: 'zp_status_kom',
      number: 'F5',
      label: hostile,
      mine: hostile,
      mineShown: hostile,
      theirs: hostile,
      theirsShown: hostile,
      by: hostile,
      at: '',
      chosen: '',
      error: '',
    },
  ],
  own: JSON.stringify({ zp_status_duldung: '1234', zp_status_kom: hostile }),
}

export const examples: Examples<'conflict'> = {
  two: { frame, page },
  notChosen: {
    frame,
    page: {
      ...page,
      fields: page.fields.map((field, index) =>
        index === 0 ? { ...field, error: 'F5: Bitte wählen Sie.' } : { ...field, chosen: 'theirs' },
      ),
    },
  },
}
