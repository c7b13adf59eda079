import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'conflict'> = {
  two: {
    frame: inside('Zwei Eingaben'),
    page: {
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
        },
      ],
    },
  },
}
