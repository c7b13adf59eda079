import type { Pool } from 'pg'
import type { AnswerColumn, WaveAnswers } from '../../analysis/panel/build-panel.ts'
import { defaultValues, type ValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Variable } from '../../surveys/compile/instrument.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { SqlType } from '../../surveys/types/type.ts'
import { InputError } from '../errors/input-error.ts'
import { newestState } from './newest-state.ts'
import { quoted } from './quoted.ts'
import { type DataUsed, submissionsIn } from './submissions-in.ts'

/** A state of the data: all that changed figures up to a number. The same number gives the same figures again. */
export interface Snapshot extends DataUsed {
  /** How many submissions there were, of all waves, and when the last of them came in. */
  submissions: number
  at: string
}

/** How Kommunen are compared that became one between the waves: carried over, left out, or each as it was asked. */
export type TerritoryUsed = 'carried' | 'leftOut' | 'asAsked'

/** Which data somebody wants: the newest state where none is named, and values as they are used where nothing is said. */
export interface WantedData {
  state?: number
  values?: ValuesUsed
  territory?: TerritoryUsed
}

/** The state that there is now, or an earlier one. */
export async function readSnapshot(pool: Pool, wanted?: number, values: ValuesUsed = defaultValues): Promise<Snapshot> {
  const newest = await newestState(pool)
  if (wanted !== undefined && wanted > newest)
    throw new InputError(`Den Datenstand ${wanted} gibt es noch nicht, der neueste ist ${newest}.`)
  const state = wanted ?? newest
  const { rows } = await pool.query<{ submissions: number; at: Date }>(
    `select count(*)::integer as submissions, coalesce(max(at), now()) as at
     from data_state where what = 'submission' and number <= $1`,
    [state],
  )
  const [found] = rows
  if (found === undefined) throw new Error('an aggregate has a row')
  return { state, values, submissions: found.submissions, at: found.at.toISOString() }
}

/** A variable to be read: the name that the panel uses, and what it is in the wave. */
export interface Wanted {
  name: string
  variable: Variable
  /** All options of its question: one that is not ticked was answered if another one is. */
  options: readonly string[]
  /** Of a choice: its codes, whose places are the values. */
  codes: readonly string[]
}

export interface ReadAnswers extends WaveAnswers {
  /** Under which versions of the questionnaire they were given. */
  versions: { version: string; hash: string; submissions: number }[]
}

type Cell = number | string | boolean | null

/**
 * The newest submissions of a wave in a state of the data: of each the wanted variables and why they have no value,
 * unpacked once per row.
 */
export async function readAnswers(
  pool: Pool,
  wave: string,
  wanted: readonly Wanted[],
  used: DataUsed,
): Promise<ReadAnswers> {
  const { rows } = await pool.query<Cell[]>({
    text: answersOf(wanted, used),
    values: [wave],
    rowMode: 'array',
  })
  return {
    wave,
    units: rows.map(([unit]) => unit as string),
    columns: new Map(wanted.map((one, place) => [one.name, columnOf(rows, one, fixed + 2 * place)])),
    versions: versionsOf(rows),
  }
}

/** Unit, version and hash stand before the wanted variables, each of which has a column for its reason beside it. */
const fixed = 3

function answersOf(wanted: readonly Wanted[], used: DataUsed): string {
  const types = new Map<string, string>()
  for (const { variable, options } of wanted) {
    types.set(variable.name, readAs(typeOf(variable.type).sql))
    for (const flag of [variable.flag, ...(variable.ruledOutBy ?? [])])
      if (flag !== undefined) types.set(flag, 'boolean')
    for (const option of options) types.set(option, 'boolean')
  }
  const record = [...types].map(([name, type]) => `${quoted(name)} ${type}`).join(', ')
  const columns = wanted.flatMap((one) => [valueExpression(one), reasonExpression(one)])
  return `select ${['n.unit', 'n.survey_version', 'n.survey_hash', ...columns].join(', ')}
    from (
      select distinct on (p.unit) p.unit, s.survey_version, s.survey_hash, s.answers
      from participant p join ${submissionsIn(used)} s on s.participant_id = p.id
      where p.wave_id = $1
      order by p.unit, s.revision desc
    ) n${record === '' ? '' : ` cross join jsonb_to_record(n.answers) as a(${record})`}`
}

/** Figures are computed with as they are here, and need no more digits. */
const readAs = (sql: SqlType) => (sql === 'numeric' ? 'float8' : sql)

function valueExpression({ variable: { name, role, type, closedBy = [] }, options }: Wanted): string {
  const value = `a.${quoted(name)}`
  if (typeOf(type).measure !== 'flag') return value
  if (role !== 'option') return `coalesce(${value}, false)`
  const ticked = options.map((option) => `a.${quoted(option)}`).join(', ')
  const closed = closedBy.map((filter) => `when a.${quoted(filter)} then null `).join('')
  return `case ${closed}when num_nonnulls(${ticked}) > 0 then coalesce(${value}, false) end`
}

/** Why there is no value, as the answers say: 1 it is not available, 2 it does not apply; null where they say nothing. */
function reasonExpression({ variable: { flag, ruledOutBy = [] } }: Wanted): string {
  const cases = [
    ...(flag === undefined ? [] : [`when a.${quoted(flag)} then 1`]),
    ...ruledOutBy.map((rule) => `when a.${quoted(rule)} then 2`),
  ]
  return cases.length === 0 ? 'null' : `case ${cases.join(' ')} end`
}

function columnOf(rows: readonly Cell[][], { variable, codes }: Wanted, at: number): AnswerColumn {
  const places = new Map(codes.map((code, place) => [code, place]))
  const numbers = rows.map((row): number | null => {
    const cell = row[at] ?? null
    return typeof cell === 'string' ? (places.get(cell) ?? null) : cell === null ? null : Number(cell)
  })
  if (variable.flag === undefined && variable.ruledOutBy === undefined) return { numbers }
  return { numbers, flagged: Uint8Array.from(rows, (row) => Number(row[at + 1] ?? 0)) }
}

function versionsOf(rows: readonly Cell[][]): ReadAnswers['versions'] {
  const versions = new Map<string, ReadAnswers['versions'][number]>()
  for (const [, version, hash] of rows as [string, string, string][]) {
    const known = versions.get(hash)
    if (known === undefined) versions.set(hash, { version, hash, submissions: 1 })
    else known.submissions += 1
  }
  return [...versions.values()]
}
