import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Kennwort ändern', 'Konto')

export const examples: Examples<'intern/password'> = {
  own: { frame, page: { initial: false, errors: [] } },
  first: { frame, page: { initial: true, errors: [] } },
  refused: { frame, page: { initial: false, errors: [{ field: 'neu', message: hostile }] } },
}
