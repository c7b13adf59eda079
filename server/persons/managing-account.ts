import type { Db } from '../database/database.ts'
import { hasRight } from '../domain/rights.ts'
import { InputError } from '../errors/input-error.ts'
import { namedAccount } from '../staff/named-account.ts'

/** The account that acts for a person on the command line: one of the data protection officers. */
export async function managingAccount(db: Db, name: string | undefined): Promise<number> {
  if (name === undefined) throw new InputError('Bitte nennen Sie mit --als das Konto, das dafür einsteht.')
  const { id, role } = await namedAccount(db, name, '--als')
  if (!hasRight(role, 'person.manage'))
    throw new InputError(`--als: Das Konto „${name}“ hat nicht die Rolle Datenschutz.`)
  return id
}
