import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'hilfe'> = {
  outside: { frame: outside('Hilfe'), page: { contact } },
  inside: {
    frame: inside('Hilfe'),
    page: { contact: { name: hostile, mail: hostile, phone: hostile, hours: hostile } },
  },
}
