import type { Db } from '../database/database.ts'
import type { Role } from '../domain/rights.ts'
import { InputError } from '../errors/input-error.ts'
import { findWorkingAccount } from '../store/staff-accounts.ts'

/** The account that somebody names on the command line; it has to be one with which one can log in. */
export async function namedAccount(db: Db, name: string, where: string): Promise<{ id: number; role: Role }> {
  const found = await findWorkingAccount(db, name)
  if (found !== undefined) return found
  throw new InputError(
    `${where}: Das Konto „${name}“ gibt es nicht, oder es ist gesperrt. „stichtag user list“ zeigt alle. ` +
      'Konten der Demo gelten nicht mehr, sobald es eine wirkliche Welle gibt.',
  )
}
