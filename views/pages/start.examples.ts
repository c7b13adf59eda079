import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'start'> = {
  waves: {
    frame: outside('Erhebungen'),
    page: {
      waves: [
        {
          title: 'Umfrage zur Lage der Geflüchteten vor Ort',
          stichtag: '15.12.2018',
          frist: '08.02.2019',
          open: true,
          synthetic: true,
        },
        { title: hostile, stichtag: '', frist: '21.06.2019', open: false, synthetic: false },
      ],
    },
  },
  empty: { frame: outside('Erhebungen'), page: { waves: [] } },
}
