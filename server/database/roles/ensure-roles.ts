import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { InputError } from '../../errors/input-error.ts'
import { scramOf } from './scram.ts'

export interface Roles {
  owner: string
  application: string
}

/** Of a role that was made, or that got a new password. */
export type Passwords = Partial<Record<keyof Roles, string>>

interface Present {
  name: string
  isTooMighty: boolean
}

/** Makes the roles that are missing. Those that there are keep their password, unless new ones are wanted. */
export async function ensureRoles(client: pg.ClientBase, roles: Roles, newPasswords: boolean): Promise<Passwords> {
  const { rows } = await client.query<Present>(
    `select rolname as name, rolsuper or rolcreaterole or rolreplication or rolbypassrls as "isTooMighty"
     from pg_roles where rolname = any($1)`,
    [[roles.owner, roles.application]],
  )
  for (const { name } of rows.filter(({ isTooMighty }) => isTooMighty)) {
    throw new InputError(
      `Die Rolle „${name}“ gibt es, und sie darf mehr als nötig (SUPERUSER, CREATEROLE, REPLICATION oder BYPASSRLS). ` +
        'Abhilfe: ihr das nehmen (ALTER ROLE) oder mit --database einen anderen Namen wählen.',
    )
  }
  const passwords: Passwords = {}
  for (const kind of ['owner', 'application'] as const) {
    const isThere = rows.some(({ name }) => name === roles[kind])
    if (isThere && !newPasswords) continue
    const password = randomBytes(24).toString('base64url')
    passwords[kind] = password
    const role = pg.escapeIdentifier(roles[kind])
    await client.query(
      `${isThere ? 'alter' : 'create'} role ${role} login password ${pg.escapeLiteral(scramOf(password))}`,
    )
  }
  return passwords
}
