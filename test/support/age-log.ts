import type { TestApp } from './app.ts'

type Owned = Pick<TestApp, 'owner'>

/** As somebody does who owns the database, and whom no trigger stops. */
export async function asOwner({ owner: { pool } }: Owned, statements: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  } finally {
    client.release(true)
  }
}

/** In place of the log eight entries of long ago, the first with words beside it. Nothing of it is sealed yet. */
export const ageLog = (test: Owned): Promise<void> =>
  asOwner(test, [
    'update staff.extension set audit_id = null',
    'delete from audit',
    `insert into audit (at, action, detail) select now() - make_interval(years => years, days => 3), 'download', '{"rows": 3}'
      from generate_series(18, 11, -1) years`,
    "insert into audit_aside (audit_id, said) select min(id), 'kein Platz' from audit",
  ])
