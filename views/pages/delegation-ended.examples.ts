import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const heading = 'Dieser Link gilt nicht mehr'
const frame = outside(heading)
const paragraphs = ['Die Person, die Sie um Mithilfe gebeten hat, hat den Link zurückgenommen.']

export const examples: Examples<'delegation-ended'> = {
  opened: { frame, page: { heading, paragraphs, typed: [] } },
  typed: {
    frame,
    page: {
      heading,
      paragraphs: [...paragraphs, 'Ihre letzten Eingaben sind nicht gespeichert.'],
      typed: [
        { number: 'F5', label: 'Personen', value: '12' },
        { number: '', label: hostile, value: hostile },
      ],
    },
  },
}
