import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { openGuards } from './guards.ts'
import { differences, presentGrants } from './present-grants.ts'

/** What the role that we are is to the database, as its catalogue has it. */
export interface Standing {
  role: string
  /** Of tables, or it may make them where there are none yet: it can change them, and switch off what guards them. */
  isOwner: boolean
  /** What it has to be able to do and cannot, and the other way round: `delete on table public.audit`. Not asked of an owner. */
  missing: string[]
  excess: string[]
}

/** Who is granted what the application does: nobody where it owns all. */
export const grantee = ({ role, isOwner }: Standing): string | undefined => (isOwner ? undefined : role)

export async function readStanding(db: Db): Promise<Standing> {
  const { rows } = await sql<{ role: string; isOwner: boolean }>`
    with ours as (
      select c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    )
    select current_user as role, case when exists (select from ours)
      then exists (select from ours where pg_has_role(relowner, 'member'))
      else has_schema_privilege('public', 'create') end as "isOwner"`.execute(db)
  const { role, isOwner } = rows[0] ?? { role: '', isOwner: false }
  if (isOwner) return { role, isOwner, missing: [], excess: [] }
  const differing = differences(await presentGrants(db, role))
  const named = (of: 'missing' | 'excess') =>
    differing.flatMap((one) => one[of].map((privilege) => `${privilege} on ${one.object}`))
  const open = (await openGuards(db)).map((name) => `search_path of function ${name}`)
  return { role, isOwner, missing: [...named('missing'), ...open], excess: named('excess') }
}
