import { type RawBuilder, sql } from 'kysely'
import t from 'tap'
import type { Db } from '../../../../server/database/database.ts'
import { applicationRole } from '../../../../server/database/embedded/application-role.ts'
import { migrateFor } from '../../../../server/database/migrate.ts'
import { schemas, tables } from '../../../../server/database/roles/grants.ts'
import { presentGrants } from '../../../../server/database/roles/present-grants.ts'
import { readStanding } from '../../../../server/database/roles/standing.ts'
import { freshDatabase } from '../../../support/fresh-database.ts'

const patiently = <Row>(db: Db, query: RawBuilder<Row>) =>
  db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    return query.execute(trx)
  })

t.test('every table and schema has its line, and the database grants what stands there, and no more', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { rows } = await sql<{ table: string | null; schema: string }>`
    select n.nspname as schema, n.nspname || '.' || c.relname as "table"
    from pg_namespace n left join pg_class c on n.oid = c.relnamespace and c.relkind in ('r', 'p')
    where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`.execute(db)
  t.strictSame(Object.keys(tables), rows.flatMap(({ table }) => table ?? []).toSorted(), 'in the order of the alphabet')
  t.strictSame(schemas.toSorted(), [...new Set(rows.map(({ schema }) => schema))].toSorted())

  // Asked otherwise than by the code: the lists of PostgreSQL itself, in which owner and superuser do not stand.
  // These views are slow, however little there is in them.
  const { rows: listed } = await patiently(
    owner.db,
    sql<{ object: string; may: string }>`
    select table_schema || '.' || table_name as object, lower(privilege_type) as may
    from information_schema.role_table_grants where grantee in (${applicationRole}, 'PUBLIC') and table_schema = any(${[...schemas]})
    union all
    select table_schema || '.' || table_name, lower(privilege_type) || '(' || column_name || ')'
    from information_schema.role_column_grants c where grantee in (${applicationRole}, 'PUBLIC')
      and table_schema = any(${[...schemas]}) and not exists (select from information_schema.role_table_grants t
        where (t.table_schema, t.table_name, t.privilege_type) = (c.table_schema, c.table_name, c.privilege_type)
          and t.grantee in (${applicationRole}, 'PUBLIC'))`,
  )
  for (const [name, wanted] of Object.entries(tables)) {
    const found = listed.filter(({ object }) => object === name).map(({ may }) => may)
    t.strictSame(found.toSorted(), wanted.toSorted(), name)
  }
  t.match(await readStanding(db), { role: applicationRole, isOwner: false, missing: [], excess: [] })
})

t.test('what somebody granted or took is seen, and put right by the next who migrates', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await sql`grant truncate on audit to ${sql.id(applicationRole)}`.execute(owner.db)
  await sql`grant update (action) on audit to public`.execute(owner.db)
  await sql`grant trigger on submission to ${sql.id(applicationRole)}`.execute(owner.db)
  await sql`grant create on schema public to public`.execute(owner.db)
  await sql`revoke insert on contact.editor from ${sql.id(applicationRole)}`.execute(owner.db)
  await sql`revoke usage on sequence data_state_number from ${sql.id(applicationRole)}`.execute(owner.db)
  t.strictSame(await readStanding(db), {
    role: applicationRole,
    isOwner: false,
    missing: ['usage on sequence public.data_state_number', 'insert on table contact.editor'],
    excess: [
      'create on schema public',
      'truncate on table public.audit',
      'update(action) on table public.audit',
      'trigger on table public.submission',
    ],
  })
  t.strictSame(await migrateFor(owner.db, applicationRole), [], 'nothing is migrated, and yet')
  t.match(await readStanding(db), { missing: [], excess: [] })
  t.match(await readStanding(owner.db), { isOwner: true })
})

t.test('all that an owner may is seen of one', async (t) => {
  const { owner } = await freshDatabase(t)
  const audit = (await presentGrants(owner.db, 'stichtag')).find(({ object }) => object === 'table public.audit')
  t.ok(audit?.may.includes('truncate'))
})
