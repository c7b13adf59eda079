import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { erasedText, isOfForm, type TextPlace, textPlaces } from '../persons/places.ts'
import type { TextAddress } from '../persons/text-address.ts'
import { literal, quoted } from './quoted.ts'

/** A text that somebody wrote, with where it stands. */
export interface PersonText extends TextAddress {
  holds: TextPlace['holds']
  /** Null where the text is of the office. */
  wave: string | null
  /** The key of the Kommune or the number of the person that was asked. */
  unit: string | null
  text: string
  at: Date
  /** Of the office: what its row says of itself, and whom it is about. */
  row: Readonly<Record<string, string | null>>
}

/** A text in a form of somebody. */
export type FormText = PersonText & { participantId: number; wave: string; unit: string }

export const isFormText = (text: PersonText): text is FormText => text.participantId !== null && text.wave !== null

interface Wanted {
  /** Texts in which this stands, whatever its case and however its letters are composed. */
  term?: string
  /** Texts of these participants, and what the office has of them. */
  participants?: readonly number[]
  /** Texts of these participants in which their own number stands. */
  ownNumberOf?: readonly number[]
}

/**
 * The texts that people wrote, of all waves and in all states; those of one form beside each other, the newest first. The collation
 * says which letters are the same: that of a database may know no case of umlauts.
 */
export async function findTexts(db: Db, { term = '', participants, ownNumberOf }: Wanted): Promise<PersonText[]> {
  const pattern = `%${term.normalize('NFKC').replace(/[\\%_]/g, '\\$&')}%`
  const all = sql.raw<PersonText>(textPlaces.map(textsOf).join(' union all '))
  const own = [...(participants ?? [])]
  const { rows } = await sql<PersonText>`
    select t."table", t."column", t.holds, t.key, t."participantId", t.field, t.text, t.at,
      case when t."participantId" is not null then p.wave_id end as wave,
      case when t."participantId" is not null then p.unit end as unit,
      case when t."participantId" is not null then '{}'
        else t.row || jsonb_strip_nulls(jsonb_build_object('wave', p.wave_id, 'unit', coalesce(p.unit, t.about_unit))) end as row
    from (${all}) t left join participant p on p.id = t.about
    where t.text <> '' and (t."participantId" is not null or t.text <> ${erasedText})
      and normalize(t.text, nfkc) collate "und-x-icu" ilike ${pattern}
      and (${participants === undefined} or p.id = any(${own}::bigint[])
        or t.about_unit in (select im_nummer from participant where id = any(${own}::bigint[])))
      and (${ownNumberOf === undefined} or p.id = any(${ownNumberOf ?? []}::bigint[]) and position(p.im_nummer in t.text) > 0)
    order by p.wave_id, p.unit, t.field, t.at desc, t."table", t."column"`.execute(db)
  return rows
}

/** All texts of a place as rows of the same form. Names are ours, so they may stand in SQL. */
function textsOf(place: TextPlace): string {
  const { table, column, holds, shape, key, at, about, tells = [] } = place
  const named = (names: readonly string[]) =>
    `jsonb_build_object(${names.map((name) => `${literal(name)}, r.${quoted(name)}::text`).join(', ')})`
  const participant = isOfForm(place) ? 'r.participant_id' : 'null::bigint'
  const [field, text, each] = {
    text: ['r.field', `r.${quoted(column)}`, ''],
    object: [
      'e.key',
      `e.value #>> '{}'`,
      `cross join lateral (select * from jsonb_each(r.${quoted(column)}) where jsonb_typeof(value) = 'string') e`,
    ],
    reasons: [
      `'text.' || (e.value ->> 'check')`,
      `e.value ->> 'text'`,
      `cross join lateral jsonb_array_elements(r.${quoted(column)}) e`,
    ],
    whole: [literal(column), `r.${quoted(column)}`, ''],
    nested: ['e.path::text', `e.value #>> '{}'`, `cross join lateral (${textsWithin(`r.${quoted(column)}`)}) e`],
    file: ['', '', ''],
  }[shape]
  return `select ${literal(table)} as "table", ${literal(column)} as "column", ${literal(holds)} as holds,
    ${named(key)} as key, ${participant} as "participantId", ${field} as field, ${text} as text, r.${quoted(at)} as at,
    ${named(tells)} as row, ${about === 'participant_id' ? 'r.participant_id' : participant} as about,
    ${about === 'unit' ? 'r.unit' : 'null::text'} as about_unit
    from ${table} r ${each}`
}

/** The texts of a JSON document, each with the way to it. */
const textsWithin = (document: string) => `with recursive part (path, value) as (
    select '{}'::text[], ${document}
    union all
    select p.path || e.key, e.value from part p cross join lateral (
      select key, value from jsonb_each(case jsonb_typeof(p.value) when 'object' then p.value else '{}' end)
      union all
      select (place - 1)::text, value
      from jsonb_array_elements(case jsonb_typeof(p.value) when 'array' then p.value else '[]' end) with ordinality l (value, place)
    ) e
  ) select path, value from part where jsonb_typeof(value) = 'string'`
