import { intern, outside } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const codes = ['7K3M-9QXA-0000-0001', '7K3M-9QXA-0000-0002', '7K3M-9QXA-0000-0003', '7K3M-9QXA-0000-0004']

export const examples: Examples<'intern/recovery-codes'> = {
  first: { frame: outside('Wiederherstellungscodes'), page: { codes: [...codes, ...codes], next: '' } },
  renewed: { frame: intern('Wiederherstellungscodes', 'Konto'), page: { codes, next: '/intern/konto' } },
}
