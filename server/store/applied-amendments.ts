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
  // What a correction changed is the difference that it made to all those before it, and to what follows from its field.
  const { rows } = await pool.query<AmendmentInState>(
    `
    select n.unit, a.reason, a.source, o.name as account, a.id = any(h.held) as "isUsed", coalesce((
      select jsonb_object_agg(f.key, jsonb_build_array(b.answers -> f.key, c.answers -> f.key))
      from (select a.field union select jsonb_object_keys(a.follows)) f (key)
      where b.answers -> f.key is distinct from c.answers -> f.key), '{}') as changed
    from (
      select distinct on (p.unit) p.unit, p.id, s.answers
      from ${submissionsIn({ state, values: 'collected' })} s join participant p on p.id = s.participant_id
      where ${ofWave(wave, account)} order by p.unit, s.revision desc
    ) n
    join amendments_in($1) m on m.participant_id = n.id
    cross join lateral amended(n.answers, m.chain) h
    cross join lateral generate_subscripts(m.chain, 1) place
    cross join lateral (select (m.chain[place]).*) a
    cross join lateral amended(n.answers, m.chain[:place - 1]) b
    cross join lateral amended(n.answers, m.chain[:place]) c
    left join staff.account o on o.id = a.account_id
    order by n.unit, a.state, a.id`,
    [state],
  )
  return rows
}
