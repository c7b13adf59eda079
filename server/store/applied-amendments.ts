import type { Pool } from 'pg'
import type { Value } from '../../surveys/types/type.ts'
import type { AmendmentReason, AmendmentSource } from '../amendments/grounds.ts'
import { ofWave } from './answers-query.ts'
import { submissionsIn } from './submissions-in.ts'

export type AmendedScalar = Value | null

/** A correction of the newest submission of a unit in a state of the data, and what it changed where it is used. */
export interface AmendmentInState {
  unit: string
  reason: AmendmentReason
  source: AmendmentSource
  /** Who made it; null: the command line. */
  account: string | null
  isUsed: boolean
  /** By variable: the value before and after. */
  changed: Readonly<Record<string, readonly [AmendedScalar, AmendedScalar]>>
}

/** The corrections of a wave in a state of the data, of the units that an account works for, in their order. */
export async function readAmendments(
  pool: Pool,
  wave: string,
  { state, account }: { state: number; account?: number | undefined },
): Promise<AmendmentInState[]> {
  // What one changed besides its field is the difference that it made to all those before it; almost always nothing follows, and to
  // find that out takes as long as there are others.
  const { rows } = await pool.query<AmendmentInState>(
    `
    select n.unit, a.reason, a.source, o.name as account, a.id = any(h.held) as "isUsed",
      case when a.id <> all(h.held) then '{}'
        when a.follows = '{}' then jsonb_build_object(a.field, jsonb_build_array(a.was, a.became))
        else (
          select coalesce(jsonb_object_agg(f.key, jsonb_build_array(b.answers -> f.key, c.answers -> f.key)), '{}')
          from amended(n.answers, m.chain[:place - 1]) b, amended(n.answers, m.chain[:place]) c,
            (select a.field union select jsonb_object_keys(a.follows)) f (key)
          where b.answers -> f.key is distinct from c.answers -> f.key
        ) end as changed
    from (
      select distinct on (p.unit) p.unit, p.id, s.answers
      from ${submissionsIn({ state, values: 'collected' })} s join participant p on p.id = s.participant_id
      where ${ofWave(wave, account)} order by p.unit, s.revision desc
    ) n
    join amendments_in($1) m on m.participant_id = n.id
    cross join lateral amended(n.answers, m.chain) h
    cross join lateral generate_subscripts(m.chain, 1) place
    cross join lateral (select (m.chain[place]).*) a
    left join staff.account o on o.id = a.account_id
    order by n.unit, a.state, a.id`,
    [state],
  )
  return rows
}
