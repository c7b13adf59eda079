import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'zugang'> = {
  first: {
    frame: outside('Zugang'),
    page: { next: '', code: '', kuerzel: '', error: '', notice: '', retryMinutes: 0 },
  },
  again: {
    frame: outside('Zugang'),
    page: {
      next: '/erhebung/umfrage-1/117019/zielpersonen#zp_gesamt',
      code: '',
      kuerzel: hostile,
      error: '',
      notice: 'Ihre Sitzung ist abgelaufen. Was Sie zuletzt eingegeben haben, ist aufbewahrt.',
      retryMinutes: 0,
    },
  },
  wrong: {
    frame: outside('Zugang'),
    page: {
      next: hostile,
      code: 'ABCD-EFGH',
      kuerzel: 'KM',
      error: 'Dieser Zugangscode ist nicht gültig. Bitte vergleichen Sie ihn mit Ihrem Anschreiben.',
      notice: '',
      retryMinutes: 0,
    },
  },
  locked: {
    frame: outside('Zugang'),
    page: { next: '', code: '', kuerzel: '', error: 'Zu viele Versuche.', notice: hostile, retryMinutes: 15 },
  },
}
