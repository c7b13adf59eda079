import pg from 'pg'
import { appliedMigrations, migrateFor } from '../migrate.ts'
import { onConnection } from '../on-connection.ts'
import { ensureRoles, type Passwords, type Roles } from './ensure-roles.ts'
import { handOver } from './hand-over.ts'

export interface SetUp {
  roles: Roles
  passwords: Passwords
  isNewDatabase: boolean
  /** Whose it was what now belongs to the owner, and how much. */
  former: Map<string, number>
  /** Nothing where the database is empty: it is migrated, or filled by a backup, later. */
  migrated: string[]
  isEmpty: boolean
  /** Where the server listens, for settings. */
  port: string
}

interface Wanted {
  database: string
  newPasswords: boolean
}

/**
 * Sets up a database that one role owns and the application works in with another. What is there is handed over, and brought to
 * the newest migration. A second time nothing changes.
 */
export async function setUpDatabase(adminUrl: string, { database, newPasswords }: Wanted): Promise<SetUp> {
  const roles = { owner: `${database}_owner`, application: `${database}_app` }
  const name = pg.escapeIdentifier(database)
  const owner = pg.escapeIdentifier(roles.owner)
  const first = await connected(adminUrl, async (client) => {
    const passwords = await ensureRoles(client, roles, newPasswords)
    const isNewDatabase = await asMember(client, roles.owner, async () => {
      const { rows } = await client.query<{ owner: string }>(
        'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
        [database],
      )
      if (rows[0] === undefined)
        await client.query(`create database ${name} owner ${owner} encoding 'UTF8' template template0`)
      else if (rows[0].owner !== roles.owner) await client.query(`alter database ${name} owner to ${owner}`)
      return rows[0] === undefined
    })
    const { rows } = await client.query<{ port: string }>('show port')
    return { passwords, isNewDatabase, port: rows[0]?.port ?? '' }
  })
  const own = new URL(adminUrl)
  own.pathname = `/${encodeURIComponent(database)}`
  const second = await connected(own.href, (client) =>
    asMember(client, roles.owner, async () => {
      await client.query('begin')
      const former = await handOver(client, roles.owner)
      await client.query('commit')
      await client.query(`set role ${owner}`)
      const db = onConnection(client)
      const isEmpty = (await appliedMigrations(db)).length === 0
      const migrated = isEmpty ? [] : await migrateFor(db, roles.application)
      await client.query('reset role')
      return { former, isEmpty, migrated }
    }),
  )
  return { roles, ...first, ...second }
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 30_000, application_name: 'stichtag' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Who is no superuser gives nothing to a role that it does not belong to: it does for as long as that takes. */
async function asMember<T>(client: pg.Client, role: string, work: () => Promise<T>): Promise<T> {
  // From version 16 on whoever made a role may give it to themselves, but is no member of it yet.
  const { rows } = await client.query<{ isOne: boolean }>(
    `select pg_has_role(current_user, $1,
       case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) as "isOne"`,
    [role],
  )
  if (rows[0]?.isOne) return work()
  await client.query(`grant ${pg.escapeIdentifier(role)} to current_user`)
  try {
    return await work()
  } finally {
    await client.query('reset role')
    await client.query(`revoke ${pg.escapeIdentifier(role)} from current_user`)
  }
}
