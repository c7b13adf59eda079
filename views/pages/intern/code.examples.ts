import { hostile, outside } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = outside('Code eingeben')

export const examples: Examples<'intern/code'> = {
  first: { frame, page: { next: '', error: '', demoCode: '' } },
  demo: { frame, page: { next: '/intern/konto', error: '', demoCode: '123456' } },
  refused: { frame, page: { next: hostile, error: hostile, demoCode: '' } },
}
