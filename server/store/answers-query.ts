import type { Column } from '../../surveys/codebook/columns.ts'
import { answerColumns, hasNoReason, type LeadingColumn, leadingColumns } from '../../surveys/codebook/columns.ts'
import { dataState } from '../../surveys/codebook/described-column.ts'
import { valuesColumn, valuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { SqlType } from '../../surveys/types/type.ts'
import { unitJoins, unitName } from './asked-unit.ts'
import { literal, quoted } from './quoted.ts'
import { worksFor } from './scopes.ts'
import { type DataUsed, stateExpression, submissionsIn } from './submissions-in.ts'

/** Those of a wave; an account gets those it works for. */
export const ofWave = (wave: string, account: number | undefined) =>
  `p.wave_id = ${literal(wave)} and ${worksFor(account)}`

/**
 * The newest submission of every participant of a wave, one row each. The answers are unpacked once per row; taking
 * each column out of the JSON by itself takes many times as long.
 */
export function answersQuery(wave: string, instrument: Instrument, used: DataUsed, account?: number): string {
  const { state, values: which } = used
  const columns = answerColumns(instrument)
  const values = columns.filter(({ kind }) => kind === 'value').map(({ variable }) => variable)
  const unpacked = values.map(({ name, type }) => `${quoted(name)} ${typeOf(type).sql}`)
  const leading = leadingColumns(instrument).map(({ name }) => `${leadingExpressions[name]} as ${quoted(name)}`)
  const answers = columns.map((column) => answerExpression(column, instrument))
  const last = [
    `${stateExpression(state)} as ${quoted(dataState.name)}`,
    `${literal(valuesUsed[which].code)} as ${quoted(valuesColumn.name)}`,
  ]
  return `select ${[...leading, ...answers, ...last].join(',\n  ')}
from (
  select distinct on (p.unit) p.wave_id, p.unit, ${unitName} as name, coalesce(g.kreis, p.kreis) as kreis, v.verbund,
    v.name as verbundname,    w.synthetic, s.*
  from ${submissionsIn(used)} s
  join participant p on p.id = s.participant_id
  join wave w on w.id = p.wave_id
  ${unitJoins(stateExpression(state))}
  where ${ofWave(wave, account)}
  order by p.unit, s.revision desc
) n, jsonb_to_record(n.answers) as a(${unpacked.join(', ')})
order by n.unit`
}

const leadingExpressions: Record<LeadingColumn, string> = {
  welle: 'n.wave_id',
  gkz: 'n.unit',
  gemeindename: 'n.name',
  kreis: 'n.kreis',
  im_nummer: 'n.unit',
  empfaenger: 'n.unit',
  empfaengername: 'n.name',
  kreisname: 'n.name',
  verbund: 'n.verbund',
  verbundname: 'n.verbundname',
  abgabe: 'n.revision',
  abgegeben_am: `to_char(n.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  fassung: 'n.survey_version',
  pruefsumme: 'n.content_hash',
  synthetisch: 'n.synthetic::integer',
}

function answerExpression({ name, kind, variable }: Column, { questions }: Instrument): string {
  const value = `a.${quoted(variable.name)}`
  const as = `as ${quoted(name)}`
  if (hasNoReason(variable) && typeOf(variable.type).sql === 'boolean')
    return `coalesce(${value}, false)::integer ${as}`
  if (variable.role === 'option') {
    const options = questions.get(variable.question)?.variables.filter(({ role }) => role === 'option') ?? []
    const answered = `num_nonnulls(${options.map((option) => `a.${quoted(option.name)}`).join(', ')}) > 0`
    // An option that was not asked has no value, although others of its question have one.
    const { closedBy = [] } = variable
    const closed = (result: string) => closedBy.map((filter) => `when a.${quoted(filter)} then ${result} `).join('')
    return kind === 'reason'
      ? `case ${closed("'trifft_nicht_zu'")}when ${answered} then null ${ruledOut(variable)}else 'leer' end ${as}`
      : `case ${closed('null')}when ${answered} then coalesce(${value}, false)::integer end ${as}`
  }
  if (kind === 'reason') {
    const flagged = variable.flag === undefined ? '' : `when a.${quoted(variable.flag)} then 'nicht_vorhanden' `
    return `case when ${value} is not null then null ${flagged}${ruledOut(variable)}else 'leer' end ${as}`
  }
  return `${written[typeOf(variable.type).sql](value)} ${as}`
}

/** What an answer rules out does not apply. */
const ruledOut = ({ ruledOutBy = [] }: Variable) =>
  ruledOutBy.map((rule) => `when a.${quoted(rule)} then 'trifft_nicht_zu' `).join('')

const asItIs = (expression: string) => expression

/** How a value stands in a file. */
const written: Record<SqlType, (expression: string) => string> = {
  numeric: asItIs,
  boolean: (ticked) => `${ticked}::integer`,
  text: asItIs,
  date: (day) => `to_char(${day}, 'YYYY-MM-DD')`,
}
