import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { AccountEntry, AccountsPage } from '../../page-data/staff-pages.ts'

const frame = intern('Konten', 'Konten')

export const account: AccountEntry = {
  href: '/intern/konten/k.meier',
  name: 'k.meier',
  role: 'Forschung',
  state: 'eingerichtet',
  lastLogin: 'zuletzt angemeldet 21.11.2026, 10:40 Uhr',
  synthetic: false,
}

const page: AccountsPage = {
  accounts: [
    account,
    { ...account, name: hostile, state: 'wartet auf die erste Anmeldung', lastLogin: 'noch nie angemeldet' },
    { ...account, name: 'forschung', state: 'ohne Wirkung', synthetic: true },
    { ...account, name: 'a.alt', state: 'gesperrt' },
  ],
  roles: [
    { code: 'forschung', label: 'Forschung' },
    { code: 'administration', label: 'Administration' },
  ],
  name: '',
  role: '',
  scope: '',
  scopeHint: 'Kreise mit drei Ziffern, Kommunen und Verbünde mit sechs, Personen mit ihrer Nummer; leer: für alle',
  errors: [],
}

export const examples: Examples<'intern/accounts'> = {
  several: { frame, page },
  refused: {
    frame,
    page: {
      ...page,
      name: hostile,
      role: 'forschung',
      scope: hostile,
      errors: [
        { field: 'name', message: hostile },
        { field: 'rolle', message: 'Bitte wählen Sie eine Rolle.' },
        { field: 'zustaendig', message: hostile },
      ],
    },
  },
}
