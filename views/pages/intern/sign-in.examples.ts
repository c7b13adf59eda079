import { hostile, outside } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = outside('Anmeldung für Mitarbeitende')

export const examples: Examples<'intern/sign-in'> = {
  first: { frame, page: { next: '', name: '', error: '', notice: '' } },
  again: { frame, page: { next: '/intern/konto', name: '', error: '', notice: 'Sie sind abgemeldet.' } },
  refused: { frame, page: { next: hostile, name: hostile, error: hostile, notice: '' } },
}
