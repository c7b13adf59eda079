import type { AppContext } from '../boot/context.ts'
import { hashPassword, newPassword } from '../domain/password.ts'
import type { Role } from '../domain/rights.ts'
import type { ScopePart } from '../store/scopes.ts'
import { addAccount, resetAccount } from '../store/staff-accounts.ts'

/** Why nobody can log in under this name, or ''. */
export function accountNameFault(name: string): string {
  if (/^konto-\d+$/.test(name))
    return `So heißen Konten, deren Name gelöscht ist: „${name}“. Bitte wählen Sie einen anderen.`
  return /^[a-z][a-z0-9._-]{1,31}$/.test(name)
    ? ''
    : `„${name}“ ist kein Anmeldename: Kleinbuchstaben, Ziffern, Punkt und Bindestriche, 2 bis 32 Zeichen, vorn ein Buchstabe.`
}

/** Adds an account and comes back with its first password, or with undefined where the name is taken. */
export async function createAccount(
  { db, keys }: AppContext,
  account: { name: string; role: Role; scope?: readonly ScopePart[]; by?: number | undefined },
): Promise<string | undefined> {
  const password = newPassword()
  const passwordHash = await hashPassword(password, keys.password)
  return (await addAccount(db, { ...account, passwordHash })) === undefined ? undefined : password
}

/** Starts an account anew and comes back with its first password, or with undefined where there is none of that name. */
export async function startAnew(
  { db, keys }: AppContext,
  account: { name: string; by?: number | undefined },
): Promise<string | undefined> {
  const password = newPassword()
  const passwordHash = await hashPassword(password, keys.password)
  return (await resetAccount(db, { ...account, passwordHash })) ? password : undefined
}
