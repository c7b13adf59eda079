import { sql } from 'kysely'
import t from 'tap'
import { migrateWithin } from '../../../server/database/migrate.ts'
import { otherPlaces, textPlaces } from '../../../server/persons/places.ts'
import { debianPostgres } from '../../support/debian-postgres.ts'
import { bareDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { samplesWith } from '../../support/samples-with.ts'

/** What stands in these was written by somebody; numbers and sums are looked up by, and say nothing that a register does not say. */
const written = ['initials', 'account', 'request', 'file', 'folded']

t.test('the planner keeps no samples of what people write', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<{ name: string; ofWhole: boolean | null }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as name, whole.attstattarget = 0 as "ofWhole"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_inherits i on i.inhrelid = c.oid
    left join pg_attribute whole on whole.attrelid = i.inhparent and whole.attname = a.attname
    where c.relkind = 'r' and a.attstattarget = 0 and n.nspname !~ '^pg_' order by 1`.execute(db)
  t.strictSame(
    rows.map(({ name }) => name).toSorted(),
    [
      ...textPlaces.map(({ table, column }) => `${table}.${column}`),
      ...otherPlaces.filter(({ holds }) => written.includes(holds)).map(({ column }) => column),
    ].toSorted(),
  )
  t.notOk(
    rows.some(({ ofWhole }) => ofWhole === false),
    'nor of the whole of a table in parts',
  )
})

for (const [version, open] of [
  ['that we bring along', bareDatabase],
  ['of Debian', debianPostgres],
] as const)
  t.test(`what the PostgreSQL ${version} has kept goes, also of a table that is empty by then`, async (t) => {
    const database = await open(t)
    const client = await database.pool.connect()
    t.teardown(() => client.release())
    await client.query('begin')
    await migrateWithin(client, '0027_unqueued_log')
    await client.query('commit')
    await client.query(`insert into staff.account (name, role, password_hash, password_initial)
      select 'weiss.' || n, 'forschung', '', false from generate_series(1, 50) n`)
    await client.query(`insert into staff.upload (account_id, file_name, settings)
      select id, 'Weiß, ' || name, '{}' from staff.account`)
    await client.query('analyze')
    await client.query('delete from staff.upload')
    await client.query('analyze')
    t.strictSame(await samplesWith(client, ['Weiß', 'weiss']), ['staff.account.name', 'staff.upload.file_name'])
    const before = await client.query("select pg_relation_filenode('staff.account') as node")
    await client.query('begin')
    await migrateWithin(client)
    await client.query('commit')
    const after = await client.query("select pg_relation_filenode('staff.account') as node")
    t.strictSame(after.rows, before.rows, 'no table is written anew')
    t.strictSame(await samplesWith(client, ['Weiß', 'weiss']), [])
    await client.query('analyze')
    t.strictSame(await samplesWith(client, ['weiss']), [], 'nor does it come back')
  })
