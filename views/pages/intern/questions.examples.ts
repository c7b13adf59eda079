import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Auswertung', 'Auswertung')
const questions = [
  { href: '/intern/auswertung/umfrage-1/zp_gesamt', number: 'F4', title: 'Wie viele Zielpersonen?' },
  { href: '/intern/auswertung/umfrage-1/zg', number: 'F3', title: hostile },
]

export const examples: Examples<'intern/questions'> = {
  waves: {
    frame,
    page: { waves: [{ title: 'Lage der Geflüchteten, 15.12.2018', synthetic: true, questions }] },
  },
  none: { frame, page: { waves: [] } },
}
