import { inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'computing'> = {
  waiting: { frame: outside('Wird berechnet'), page: { waiting: 3, seconds: 4, stop: null, home: '/' } },
  next: { frame: inside('Wird berechnet'), page: { waiting: 0, seconds: 4, stop: null, home: '/' } },
  running: {
    frame: outside('Wird berechnet'),
    page: { waiting: null, seconds: 12, stop: '/intern/arbeit/7/abbrechen', home: '/' },
  },
}
