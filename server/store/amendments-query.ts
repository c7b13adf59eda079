import { exportedVariables } from '../../surveys/codebook/columns.ts'
import { dataState } from '../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { literal } from './quoted.ts'
import { isRestricted } from './restricted.ts'
import { worksFor } from './scopes.ts'
import { stateExpression, submissionsIn } from './submissions-in.ts'

interface AmendedWave {
  wave: string
  instrument: Instrument
}

/**
 * What the office amended in a state of the data, a row each, of the columns that exports have. Where a Kommune has sent something
 * else since, a correction rests: it is there and not used.
 */
export function amendmentsQuery(waves: readonly AmendedWave[], state: number, account?: number): string {
  const variables = waves.flatMap(({ wave, instrument }) =>
    exportedVariables(instrument).map(({ name, number }) => `(${[wave, name, number].map(literal).join(', ')})`),
  )
  const key = unitKinds[waves[0]?.instrument.unit ?? 'gemeinde'].key
  return `with newest as (
  select distinct on (p.wave_id, p.unit) p.wave_id, p.unit, p.id, w.synthetic, s.answers
  from ${submissionsIn({ state, values: 'collected' })} s join participant p on p.id = s.participant_id
  join wave w on w.id = p.wave_id
  where p.wave_id in (${waves.map(({ wave }) => literal(wave)).join(', ')}) and ${worksFor(account)}
  order by p.wave_id, p.unit, s.revision desc
), variable (wave, name, number) as (values ${variables.join(', ')})
select n.wave_id as welle, n.unit as ${key}, a.field as variable, v.number as frage,
  ${written('n.answers -> a.field')} as erhoben, ${written('a.was')} as vorher, ${written('a.became')} as nachher,
  (select string_agg(f.key || '=' || coalesce(${written('f.value')}, ''), ' ' order by f.key)
    from jsonb_each(a.follows) f) as folgt,
  a.reason as grund, a.source as quelle, (a.id = any(h.held))::integer as gilt,
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as korrigiert_am, a.state as seit_stand,
  n.synthetic::integer as synthetisch, ${stateExpression(state)} as ${dataState.name}
from newest n
join amendments_in(${stateExpression(state)}) m on m.participant_id = n.id
cross join lateral amended(n.answers, m.chain) h
cross join lateral unnest(m.chain) a
join variable v on v.wave = n.wave_id and v.name = a.field
where not ${isRestricted('n.id', 'a.field', stateExpression(state))}
order by n.wave_id, n.unit, a.state, a.id`
}

/** A value as the files write it: what is ticked is 1 or 0. */
const written = (value: string) =>
  `case jsonb_typeof(${value}) when 'boolean' then (${value})::boolean::integer::text else (${value}) #>> '{}' end`
