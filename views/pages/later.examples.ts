import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'later'> = {
  typed: {
    frame: outside('Zurzeit lässt sich nichts speichern'),
    page: {
      heading: 'Zurzeit lässt sich nichts speichern',
      paragraphs: ['Verloren ist nichts.', hostile],
      action: '/erhebung/umfrage-1/117019/abschnitt/sprache',
      fields: [
        { name: 'im_alpha', value: '12' },
        { name: 'im_alpha_kom', value: hostile },
      ],
    },
  },
}
