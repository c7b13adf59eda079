import { contact, hostile, inside, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

export const examples: Examples<'barrierefreiheit'> = {
  outside: { frame: outside('Barrierefreiheit'), page: { contact } },
  inside: { frame: inside('Barrierefreiheit'), page: { contact: { name: hostile, mail: hostile, phone: hostile } } },
}
