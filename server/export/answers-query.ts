import type { Column } from '../../surveys/codebook/columns.ts'
import { answerColumns, type LeadingColumn, leadingColumns } from '../../surveys/codebook/columns.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { SqlType } from '../../surveys/types/type.ts'

/** How a CSV file is written. */
export interface CsvDialect {
  delimiter: ',' | ';'
  byteOrderMark: boolean
}

export const dialects = {
  csv: { delimiter: ',', byteOrderMark: false },
  'csv-de': { delimiter: ';', byteOrderMark: true },
} as const satisfies Record<string, CsvDialect>

/** A name that is ours and safe within SQL: it comes from a compiled definition or from this file. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * A text as a cell that no spreadsheet runs as a formula: a quotation mark in front, where it begins like one. Numbers are
 * no texts and stay as they are.
 */
const harmless = (expression: string) =>
  `case when ${expression} ~ '^[=+@\\t\\r\\n＝＋－＠-]' then '''' || ${expression} else ${expression} end`

/** Those of a wave; up to a number, where an earlier state of the data is wanted. */
const submissionsOf = (wave: string, upTo: number | undefined) =>
  `p.wave_id = ${literal(wave)}${upTo === undefined ? '' : ` and s.id <= ${Math.trunc(upTo)}`}`

/**
 * The newest submission of every participant of a wave, one row each. The answers are unpacked once per row; taking each
 * column out of the JSON by itself takes many times as long.
 */
export function answersQuery(wave: string, instrument: Instrument, upTo?: number): string {
  const columns = answerColumns(instrument)
  const values = columns.filter(({ kind }) => kind === 'value').map(({ variable }) => variable)
  const unpacked = values.map(({ name, type }) => `${quoted(name)} ${typeOf(type).sql}`)
  const leading = leadingColumns(instrument).map(({ name }) => `${leadingExpressions[name]} as ${quoted(name)}`)
  const answers = columns.map((column) => answerExpression(column, instrument))
  return `select ${[...leading, ...answers].join(',\n  ')}
from (
  select distinct on (p.unit) p.wave_id, p.unit, g.name as gemeindename, g.kreis, v.verbund, v.name as verbundname, w.synthetic, s.*
  from submission s
  join participant p on p.id = s.participant_id
  join wave w on w.id = p.wave_id
  left join gemeinde g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
  left join im_nummer i on i.im_nummer = p.im_nummer
  left join verbund v on v.verbund = i.verbund
  where ${submissionsOf(wave, upTo)}
  order by p.unit, s.revision desc
) n, jsonb_to_record(n.answers) as a(${unpacked.join(', ')})
order by n.unit`
}

const leadingExpressions: Record<LeadingColumn, string> = {
  welle: 'n.wave_id',
  gkz: 'n.unit',
  gemeindename: harmless('n.gemeindename'),
  kreis: 'n.kreis',
  im_nummer: 'n.unit',
  verbund: 'n.verbund',
  verbundname: harmless('n.verbundname'),
  abgabe: 'n.revision',
  abgegeben_am: `to_char(n.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  fassung: 'n.survey_version',
  pruefsumme: 'n.content_hash',
  synthetisch: 'n.synthetic::integer',
}

function answerExpression({ name, kind, variable }: Column, { questions }: Instrument): string {
  const value = `a.${quoted(variable.name)}`
  const as = `as ${quoted(name)}`
  if (variable.role === 'notAvailable') return `coalesce(${value}, false)::integer ${as}`
  if (variable.role === 'option') {
    const options = questions.get(variable.question)?.variables.filter(({ role }) => role === 'option') ?? []
    const answered = `num_nonnulls(${options.map((option) => `a.${quoted(option.name)}`).join(', ')}) > 0`
    return kind === 'reason'
      ? `case when ${answered} then null else 'leer' end ${as}`
      : `case when ${answered} then coalesce(${value}, false)::integer end ${as}`
  }
  if (kind === 'reason') {
    const flagged = variable.flag === undefined ? '' : `when a.${quoted(variable.flag)} then 'nicht_vorhanden' `
    return `case when ${value} is not null then null ${flagged}else 'leer' end ${as}`
  }
  return `${written[typeOf(variable.type).sql](value)} ${as}`
}

/** How a value stands in a file. */
const written: Record<SqlType, (expression: string) => string> = {
  numeric: (number) => number,
  boolean: (ticked) => `${ticked}::integer`,
  text: harmless,
  date: (day) => `to_char(${day}, 'YYYY-MM-DD')`,
}

/** Comments and justifications of the newest submissions, one row each. */
export function remarksQuery(wave: string, instrument: Instrument, upTo?: number): string {
  const numbers = instrument.variables.map(({ name, number }) => `(${literal(name)}, ${literal(number)})`)
  const checks = instrument.checks.map(({ id, questions }) => {
    const own = questions.map((question) => instrument.questions.get(question)?.number ?? '')
    return `(${literal(id)}, ${literal([...new Set(own)].join(' '))})`
  })
  return `with newest as (
  select distinct on (p.unit) p.wave_id, p.unit, w.synthetic, s.*
  from submission s join participant p on p.id = s.participant_id join wave w on w.id = p.wave_id
  where ${submissionsOf(wave, upTo)} order by p.unit, s.revision desc
), number_of (name, number) as (values ${[...numbers, ...checks].join(', ')})
select n.wave_id as welle, n.unit as ${unitKinds[instrument.unit].key}, n.revision as abgabe, r.art, o.number as frage, r.bezug, r.grund, ${harmless('r.text')} as text, r.werte, n.synthetic::integer as synthetisch
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
    where c.participant_id = n.participant_id and c.saved_at <= n.submitted_at
    order by field, c.rev desc
  ) c where taken_from is not null
) r
left join number_of o on o.name = r.bezug
order by n.unit, r.art desc, r.bezug`
}
