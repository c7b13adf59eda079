import { createHmac } from 'node:crypto'
import pg from 'pg'
import { readPassword } from './initialise.ts'
import type { Site } from './site.ts'

/** The application works with a role of its own, which owns nothing: what it may do it is granted by whoever migrates. */
export const applicationRole = 'stichtag_app'

/** Made from the superuser's, which it does not give away: so a folder of an earlier version needs nothing new beside it. */
export function applicationPassword(superusers: string): string {
  return createHmac('sha256', superusers).update(applicationRole).digest('base64url')
}

export async function ensureApplicationRole(site: Site, client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [applicationRole])
  if (rowCount !== 0) return
  const password = applicationPassword(await readPassword(site))
  await client.query(`create role ${applicationRole} login password ${pg.escapeLiteral(password)}`)
}
