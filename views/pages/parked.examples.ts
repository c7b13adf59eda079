import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'parked'> = {
  one: {
    frame: inside('Aufbewahrte Eingaben'),
    page: {
      entries: [
        {
          id: 'p1',
          at: 'am 14.01.2019 um 14:03 Uhr',
          section: 'Zusammensetzung der Zielpersonen',
          fields: [
            { number: 'F5', label: 'mit Aufenthaltsgestattung', value: '620', current: '' },
            { number: 'F5', label: hostile, value: hostile, current: hostile },
          ],
        },
      ],
      action: '/erhebung/umfrage-1/117019/aufbewahrt',
    },
  },
  none: {
    frame: inside('Aufbewahrte Eingaben'),
    page: { entries: [], action: '/erhebung/umfrage-1/117019/aufbewahrt' },
  },
}
