import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'resend'> = {
  typed: {
    frame: outside('Noch nicht gespeichert'),
    page: {
      action: '/erhebung/umfrage-1/117019/abschnitt/sprache',
      login: '/zugang?weiter=%2Ferhebung%2Fumfrage-1%2F117019%2Fabschnitt%2Fsprache',
      unit: '117019',
      byLink: false,
      fields: [
        { name: 'im_alpha', value: '12' },
        { name: 'im_alpha_kom', value: hostile },
      ],
    },
  },
  byLink: {
    frame: outside('Noch nicht gespeichert'),
    page: { action: '/zuarbeit/3/abschnitt/sprache', login: '/zuarbeit', unit: '', byLink: true, fields: [] },
  },
}
