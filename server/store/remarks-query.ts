import { dataState } from '../../surveys/codebook/described-column.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { ofWave } from './answers-query.ts'
import { literal } from './quoted.ts'
import { isRestricted } from './restricted.ts'
import { stateExpression, submissionsIn } from './submissions-in.ts'

/** Comments and justifications of the newest submissions, one row each. */
export function remarksQuery(wave: string, instrument: Instrument, state: number, account?: number): string {
  const numbers = instrument.variables.map(({ name, number }) => `(${literal(name)}, ${literal(number)})`)
  const checks = instrument.checks.map(({ id, questions }) => {
    const own = questions.map((question) => instrument.questions.get(question)?.number ?? '')
    return `(${literal(id)}, ${literal([...new Set(own)].join(' '))})`
  })
  return `with newest as (
  select distinct on (p.unit) p.wave_id, p.unit, w.synthetic, s.*
  from ${submissionsIn({ state, values: 'collected' })} s join participant p on p.id = s.participant_id join wave w on w.id = p.wave_id
  where ${ofWave(wave, account)} order by p.unit, s.revision desc
), number_of (name, number) as (values ${[...numbers, ...checks].join(', ')})
select n.wave_id as welle, n.unit as ${unitKinds[instrument.unit].key}, n.revision as abgabe, r.art,
  o.number as frage, r.bezug, r.grund, r.text, r.werte, n.synthetic::integer as synthetisch,
  ${stateExpression(state)} as ${dataState.name}
from newest n
cross join lateral (
  select 'kommentar' as art, key as bezug, null as grund, value as text, null as werte from jsonb_each_text(n.comments)
  union all
  select 'begruendung', j ->> 'check', j ->> 'reason', j ->> 'text',
    (select string_agg(key || '=' || value, ' ' order by key) from jsonb_each_text(j -> 'values'))
  from jsonb_array_elements(n.justifications) j
  union all
  select 'uebernommen', field, taken_from, null, field || '=' || value from (
    select distinct on (field) field, taken_from, value from draft_change c
    where c.participant_id = n.participant_id and not c.contact and c.saved_at <= n.submitted_at
      and not ${isRestricted('c.participant_id', 'c.field', stateExpression(state))}
    order by field, c.rev desc
  ) c where taken_from is not null
) r
left join number_of o on o.name = r.bezug
order by n.unit, r.art desc, r.bezug`
}

/** The same without comments. */
export const justificationsQuery = (...of: Parameters<typeof remarksQuery>): string =>
  `select * from (${remarksQuery(...of)}) r where r.art <> 'kommentar'`
