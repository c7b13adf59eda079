import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/database.ts'
import type { Mark } from '../../database/text-tables.ts'
import { unitKreis } from '../asked-unit.ts'
import { worksFor } from '../scopes.ts'
import { hasWords } from './written-words.ts'

/** How far a text has come. */
export const codingStates = ['alle', 'offen', 'meine', 'nicht-von-mir', 'zweite', 'kodiert'] as const

export type CodingState = (typeof codingStates)[number]

/** Which texts of a wave are wanted; what is left out does not matter. */
export interface TextFilter {
  field?: string | undefined
  /** What stands in it, whatever its case and umlauts, within words too. */
  term?: string | undefined
  /** Words that stand in it as they are, not within others. */
  words?: string | undefined
  /** Those who gave another answer. */
  group?: { variable: string; value: string } | undefined
  kreis?: string | undefined
  /** Inhabitants, from … to below …. */
  inhabitants?: { from: number; below: number | null } | undefined
  state?: CodingState | undefined
  /** Coded by this account. */
  coder?: number | undefined
  /** With this category, as somebody gave it who may be looked at. */
  category?: string | undefined
}

/** Whose texts are asked for: a wave as far as an account works for it, in a state of the data or now. */
export interface TextsOf {
  wave: string
  account: number | undefined
  asOf: number | null
}

export interface ListedText {
  /** What codings, redactions and releases belong to. */
  id: number
  field: string
  /** The key of whoever wrote it; null of a file. */
  unit: string | null
  /** Of a file: where it stands there. */
  place: string | null
  text: string
  /** Who coded it: how many, and what the account itself gave. */
  coders: number
  own: Mark[] | null
  /** A second person is to code it, and who coded it first is not shown to them. */
  drawn: boolean
}

/** Where a text stands in the list: by its question, then as it came in. */
export interface Place {
  field: string
  id: number
}

/** Which part of a list is wanted: what follows a place, or what comes before one; else its beginning. */
interface Part {
  after?: Place | undefined
  before?: Place | undefined
  limit?: number
}

export interface TextsListed {
  texts: ListedText[]
  count: number
  /** How many come before these. */
  skipped: number
}

const inOrder = (order: 'asc' | 'desc') => sql`order by t.field ${sql.raw(order)}, t.root ${sql.raw(order)}`
const stands = ({ field, id }: Place, sign: '<' | '<=' | '>') =>
  sql`(t.field, t.root) ${sql.raw(sign)} (${field}, ${id}::bigint)`

/** Texts of a wave, a page of them, with how many there are in all: it takes as long for the last page as for the first. */
export async function listTexts(db: Db, of: TextsOf, filter: TextFilter, part: Part = {}): Promise<TextsListed> {
  const { after, before, limit = 50 } = part
  const place = after ?? before
  const order = before === undefined ? 'asc' : 'desc'
  const beyond = place && stands(place, before === undefined ? '>' : '<')
  const [{ rows: page }, { count, passed }] = await Promise.all([
    sql<Place>`select t.root as id, t.field from ${wanted(of, filter, beyond)} ${inOrder(order)} limit ${limit}`.execute(
      db,
    ),
    countWanted(db, of, filter, place && stands(place, before === undefined ? '<=' : '<')),
  ])
  const shown = before === undefined ? page : page.toReversed()
  const texts = await textsById(
    db,
    of,
    shown.map(({ id }) => id),
  )
  return { texts, count, skipped: before === undefined ? passed : passed - page.length }
}

/** How many texts there are in all, and how many of those that are passed already. */
async function countWanted(db: Db, of: TextsOf, filter: TextFilter, isPassed = sql`false`) {
  const { rows } = await sql<{ count: number; passed: number }>`
    select count(*)::integer as count, (count(*) filter (where ${isPassed}))::integer as passed
    from ${wanted(of, filter)}`.execute(db)
  return rows[0] ?? { count: 0, passed: 0 }
}

/** Texts by their numbers, in this order; those that the account may not see, or that are gone, are not among them. */
export async function textsById(db: Db, of: TextsOf, ids: readonly number[]): Promise<ListedText[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedText>`
    with these as materialized (
      select t.root as id, t.field, p.unit, t.place, t.said, t.submission_id
      from text_in(${of.wave}, ${of.asOf}::bigint) t left join participant p on p.id = t.participant_id
      where t.id = any(array(select w.id from written_text w where w.id = any(${[...ids]}::bigint[]) or w.same_as = any(${[...ids]}::bigint[])))
        and t.root = any(${[...ids]}::bigint[]) and ${sql.raw(worksFor(of.account))}
    )
    select t.id, t.field, t.unit, t.place,
      coalesce(t.said, s.comments ->> t.field, s.answers ->> t.field) as text,
      (select count(*) from coding_in(${of.asOf}::bigint) c where c.text_id = t.id)::integer as coders,
      (select c.marks from coding_in(${of.asOf}::bigint) c
        where c.text_id = t.id and c.account_id = ${of.account ?? 0}) as own,
      exists (select from coding_sample_text d where d.text_id = t.id) as drawn
    from these t left join submission_in(${of.asOf}::bigint) s on s.id = t.submission_id
    order by array_position(${[...ids]}::bigint[], t.id)`.execute(db)
  return rows
}

/** How many texts there are of each field, and how far they have come. */
export interface FieldCounts {
  field: string
  texts: number
  units: number
  coded: number
  /** Texts that two or more coded. */
  twice: number
  /** Texts with a part that somebody has to decide about before they are released. */
  open: number
  waiting: number
  released: number
}

export async function countTexts(db: Db, of: TextsOf): Promise<FieldCounts[]> {
  const { rows } = await sql<FieldCounts>`
    with current as materialized (select t.root as id, t.field, t.participant_id from ${wanted(of, {})}),
    coders as (
      select c.text_id, count(*) as n from coding_in(${of.asOf}::bigint) c group by c.text_id
    ), released as (
      select r.text_id, r.released_at is not null as done from text_release r where r.ended_at is null
    )
    select t.field, count(*)::integer as texts, count(distinct t.participant_id)::integer as units,
      count(c.n)::integer as coded, (count(*) filter (where c.n >= 2))::integer as twice,
      (count(*) filter (where t.id in (select text_id from redaction where accepted is null)))::integer as open,
      (count(*) filter (where not r.done))::integer as waiting, (count(*) filter (where r.done))::integer as released
    from current t left join coders c on c.text_id = t.id left join released r on r.text_id = t.id
    group by t.field`.execute(db)
  return rows
}

/** What a search looks for: also where an umlaut is typed as two letters. */
function holds(term: string): RawBuilder<unknown> {
  const spelled = term.replace(/([aou])e/gi, '$1')
  const patterns = [...new Set([term, spelled])].map(
    (words) => sql`t.folded like '%' || fold_text(${words.trim().replace(/[\\%_]/g, '\\$&')}) || '%'`,
  )
  return sql`(${sql.join(patterns, sql` or `)})`
}

/** Of a text that two are to code nobody sees what the other gave it who has not coded it. */
const maySee = (asOf: number | null, me: number) =>
  sql`(t.root not in (select d.text_id from coding_sample_text d) or exists (${coded(asOf, me)}))`

const coded = (asOf: number | null, by?: number) =>
  sql`select from coding_in(${asOf}::bigint) c where c.text_id = t.root${by === undefined ? sql`` : sql` and c.account_id = ${by}`}`

/** Texts that are wanted, as `t` with the conditions on it, to stand behind `from`. */
export function wanted(
  { wave, account, asOf }: TextsOf,
  filter: TextFilter,
  beyond?: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  const { field, term = '', words, group, state = 'alle', coder, category } = filter
  const me = account ?? 0
  const ofState: Record<CodingState, RawBuilder<unknown>[]> = {
    alle: [],
    offen: [sql`not exists (${coded(asOf)})`],
    meine: [sql`exists (${coded(asOf, me)})`],
    'nicht-von-mir': [sql`not exists (${coded(asOf, me)})`],
    zweite: [
      sql`exists (select from coding_sample_text d where d.text_id = t.root)`,
      sql`not exists (${coded(asOf, me)})`,
    ],
    kodiert: [sql`exists (${coded(asOf)})`],
  }
  const conditions = [
    ...(account === undefined
      ? []
      : [
          sql`(not exists (select from staff.scope where account_id = ${account})
            or ${isOf(wave, [sql.raw(worksFor(account))])})`,
        ]),
    ...(field === undefined ? [] : [sql`t.field = ${field}`]),
    ...(term.trim() === '' ? [] : [holds(term)]),
    ...(words === undefined
      ? []
      : [
          // Of the table itself: the index is not found through the function.
          sql`t.id in (select w.id from written_text w where w.wave_id = ${wave} and ${hasWords('w', words)})`,
          holds(words),
        ]),
    ...whereabouts(wave, filter),
    ...(group === undefined
      ? []
      : [
          sql`t.submission_id in (select s.id from submission_in(${asOf}::bigint) s join participant sp on sp.id = s.participant_id
            where sp.wave_id = ${wave} and s.answers ->> ${group.variable} = ${group.value})`,
        ]),
    ...ofState[state],
    ...(coder === undefined ? [] : [sql`exists (${coded(asOf, coder)})`]),
    ...(category === undefined
      ? []
      : [sql`exists (${coded(asOf)} and c.marks @> ${JSON.stringify([{ category }])}::jsonb)`, maySee(asOf, me)]),
    ...(beyond === undefined ? [] : [beyond]),
  ]
  const all = sql`text_in(${wave}, ${asOf}::bigint) t`
  return conditions.length === 0 ? all : sql`${all} where ${sql.join(conditions, sql` and `)}`
}

/** Who wrote a text is one of the participants that meet all of these. */
const isOf = (wave: string, conditions: readonly RawBuilder<unknown>[]) => sql`t.participant_id in (
  select p.id from participant p left join gemeinde g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
  where p.wave_id = ${wave} and ${sql.join(conditions, sql` and `)})`

function whereabouts(wave: string, { kreis, inhabitants }: TextFilter): RawBuilder<unknown>[] {
  const conditions = [
    ...(kreis === undefined ? [] : [sql`${sql.raw(unitKreis)} = ${kreis}`]),
    ...(inhabitants === undefined ? [] : [sql`g.population >= ${inhabitants.from}`]),
    ...(inhabitants === undefined || inhabitants.below === null ? [] : [sql`g.population < ${inhabitants.below}`]),
  ]
  return conditions.length === 0 ? [] : [isOf(wave, conditions)]
}

/** Where a text stands among those that are wanted. */
export interface TextPosition {
  previous: number | null
  next: number | null
  /** The how-manieth it is, or would be. */
  place: number
  count: number
}

/** What comes before and after a text in the list, also where it is no longer in it; before any text the first one comes next. */
export async function positionIn(
  db: Db,
  of: TextsOf,
  filter: TextFilter,
  text: Place | undefined,
): Promise<TextPosition> {
  const [previous, next, { count, passed }] = await Promise.all([
    text === undefined ? null : neighbour(db, of, filter, { text, order: 'desc' }),
    neighbour(db, of, filter, { text, order: 'asc' }),
    countWanted(db, of, filter, text && stands(text, '<=')),
  ])
  return { previous, next, place: passed, count }
}

/** The next text in one of both directions, or null. */
async function neighbour(
  db: Db,
  of: TextsOf,
  filter: TextFilter,
  { text, order }: { text: Place | undefined; order: 'asc' | 'desc' },
): Promise<number | null> {
  const beyond = text && stands(text, order === 'asc' ? '>' : '<')
  const { rows } = await sql<{ id: number }>`
    select t.root as id from ${wanted(of, filter, beyond)} ${inOrder(order)} limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Who coded something in a wave. */
export async function codersOf(db: Db, wave: string): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select a.id, a.name from staff.account a
    where a.id in (select c.account_id from coding c join written_text t on t.id = c.text_id where t.wave_id = ${wave})
    order by a.name`.execute(db)
  return rows
}

/** The texts of some fields, by their numbers. */
export async function currentTexts(
  db: Db,
  of: TextsOf,
  fields: readonly string[],
): Promise<{ id: number; field: string }[]> {
  const { rows } = await sql<{ id: number; field: string }>`
    select t.root as id, t.field from ${wanted(of, {}, sql`t.field = any(${[...fields]}::text[])`)} order by 1`.execute(
    db,
  )
  return rows
}
