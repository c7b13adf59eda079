import type { AccountEntry, AccountOfPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { roles } from '../../../domain/rights.ts'
import { type listAccounts, namelessAccount } from '../../../store/staff-accounts.ts'
import { accountsHref } from './addresses.ts'

type Account = Awaited<ReturnType<typeof listAccounts>>[number]

/** An account as the list shows it. */
export function accountEntry(account: Account): AccountEntry {
  const { name, role, lastLogin } = account
  return {
    href: `${accountsHref}/${name}`,
    name,
    role: roles[role],
    state: stateOf(account),
    lastLogin: lastLogin === null ? 'noch nie angemeldet' : `zuletzt angemeldet ${dayAndTime(lastLogin)}`,
    synthetic: account.synthetic,
  }
}

function stateOf({ disabledAt, works, secondFactor }: Account): AccountEntry['state'] {
  if (disabledAt !== null) return 'gesperrt'
  if (!works) return 'ohne Wirkung'
  return secondFactor ? 'eingerichtet' : 'wartet auf die erste Anmeldung'
}

export function accountFacts({ createdAt, disabledAt, secondFactor, sessions }: Account): AccountOfPage['facts'] {
  return [
    { label: 'Angelegt', value: dayAndTime(createdAt) },
    { label: 'Zweiter Faktor', value: secondFactor ? 'eingerichtet' : 'noch nicht eingerichtet' },
    { label: 'Offene Sitzungen', value: String(sessions) },
    ...(disabledAt === null ? [] : [{ label: 'Gesperrt', value: dayAndTime(disabledAt) }]),
  ]
}

/** An account that nobody uses any more can lose its name. */
export const mayForget = ({ id, name, disabledAt }: Account): boolean =>
  disabledAt !== null && name !== namelessAccount(id)
