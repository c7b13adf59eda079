import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'datenschutz'> = {
  outside: { frame: outside('Datenschutz'), page: { contact } },
  inside: { frame: inside('Datenschutz'), page: { contact: { name: hostile, mail: hostile, phone: hostile } } },
}
