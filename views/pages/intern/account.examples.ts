import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AccountPage } from '../../page-data/staff-pages.ts'

const frame = intern('Konto', 'Konto')
const session = { since: '9:12 Uhr', seenAt: '10:40 Uhr', current: true, endHref: '/intern/konto/sitzungen/7' }
const page: AccountPage = {
  name: 'k.meier',
  role: 'Forschung',
  recoveryCodesLeft: 8,
  sessions: [
    session,
    { since: '20.11.2026, 8:05 Uhr', seenAt: '10:05 Uhr', current: false, endHref: '/intern/konto/sitzungen/6' },
  ],
  notice: '',
  error: '',
}

export const examples: Examples<'intern/account'> = {
  sessions: { frame, page },
  ended: { frame, page: { ...page, recoveryCodesLeft: 1, sessions: [session], notice: hostile } },
  refused: { frame, page: { ...page, recoveryCodesLeft: 0, error: hostile } },
}
