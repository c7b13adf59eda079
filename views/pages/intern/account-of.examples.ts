import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AccountOfPage } from '../../page-data/staff-pages.ts'
import { account } from './accounts.examples.ts'

const frame = intern('Konto k.meier', 'Konten')
const page: AccountOfPage = {
  ...account,
  facts: [
    { label: 'Angelegt', value: '20.11.2026, 9:00 Uhr' },
    { label: 'Offene Sitzungen', value: '1' },
  ],
  own: false,
  mayForget: false,
  scope: { hint: 'Kreise mit drei Ziffern; leer: für alle', words: 'Landkreis Göppingen', typed: '117', error: '' },
  notice: '',
  error: '',
}

export const examples: Examples<'intern/account-of'> = {
  working: { frame, page },
  own: { frame, page: { ...page, own: true, scope: undefined } },
  disabled: { frame, page: { ...page, state: 'gesperrt', mayForget: true, synthetic: true, notice: hostile } },
  strangeScope: {
    frame,
    page: { ...page, scope: { hint: 'Kreise', words: '', typed: hostile, error: `Nicht zu lesen: ${hostile}` } },
  },
  refused: { frame, page: { ...page, name: hostile, error: hostile } },
}
