import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Erstes Kennwort', 'Konten')

export const examples: Examples<'intern/first-password'> = {
  added: { frame, page: { name: 'k.meier', role: 'Forschung', password: '7K3M-9QXA-0000-0001' } },
  odd: { frame, page: { name: hostile, role: hostile, password: hostile } },
}
