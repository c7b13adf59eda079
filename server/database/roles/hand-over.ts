import pg from 'pg'

/** Something of a database that belongs to somebody, as ALTER names it: `table public.wave`. */
interface Owned {
  object: string
  owner: string
}

/** All that neither PostgreSQL nor an extension brought along, but sequences of a column, which go with their table. */
const owned = `
  with ours as (
    select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), extension as (select classid, objid from pg_depend where deptype = 'e')
  select format('schema %I', nspname) as object, nspowner as owner from pg_namespace
    where oid in (select oid from ours) and nspname <> 'public'
  union all
  select format('%s %I.%I', case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
      when 'f' then 'foreign table' else 'table' end, o.nspname, c.relname), c.relowner
    from pg_class c join ours o on o.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ('pg_class'::regclass, c.oid) not in (select * from extension)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
        and c.relkind = 'S')
  union all
  select format('%s %s', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
      p.oid::regprocedure), p.proowner
    from pg_proc p join ours o on o.oid = p.pronamespace where ('pg_proc'::regclass, p.oid) not in (select * from extension)
  union all
  select format('type %I.%I', o.nspname, t.typname), t.typowner from pg_type t join ours o on o.oid = t.typnamespace
    where t.typtype in ('e', 'd', 'r') and ('pg_type'::regclass, t.oid) not in (select * from extension)`

/** Gives all that is in the database to its owner; comes back with whose it was, and how much. */
export async function handOver(client: pg.ClientBase, owner: string): Promise<Map<string, number>> {
  const { rows } = await client.query<Owned>(
    `select object, pg_get_userbyid(owner) as owner from (${owned}) o where pg_get_userbyid(owner) <> $1 order by object`,
    [owner],
  )
  const former = new Map<string, number>()
  for (const one of rows) {
    await client.query(`alter ${one.object} owner to ${pg.escapeIdentifier(owner)}`)
    former.set(one.owner, (former.get(one.owner) ?? 0) + 1)
  }
  await openPublic(client, owner)
  return former
}

/** In a database that stems from a version before 15 everybody may make something in the schema \`public\`, but the owner need not. */
async function openPublic(client: pg.ClientBase, owner: string): Promise<void> {
  const { rows } = await client.query<{ all: boolean; owner: boolean }>(
    `select has_schema_privilege($1, 'public', 'create') as owner, exists (select from pg_namespace n, aclexplode(nspacl)
       where nspname = 'public' and grantee = 0 and privilege_type = 'CREATE') as all`,
    [owner],
  )
  if (rows[0]?.all) await client.query('revoke create on schema public from public')
  if (rows[0]?.all || !rows[0]?.owner)
    await client.query(`grant usage, create on schema public to ${pg.escapeIdentifier(owner)}`)
}
