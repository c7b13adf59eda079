import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { isOfForm, type TextPlace, textPlaces } from '../persons/places.ts'
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
}

/** A text in a form of somebody. */
export type FormText = PersonText & { participantId: number; wave: string; unit: string }

export const isFormText = (text: PersonText): text is FormText => text.participantId !== null && text.wave !== null

interface Wanted {
  /** Texts in which this stands, whatever its case and however its letters are composed. */
  term?: string
  /** Texts of these participants. */
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
  const { rows } = await sql<PersonText>`
    select t.*, p.wave_id as wave, p.unit from (${all}) t left join participant p on p.id = t."participantId"
    where t.text <> '' and normalize(t.text, nfkc) collate "und-x-icu" ilike ${pattern}
      and (${participants === undefined} or p.id = any(${participants ?? []}::bigint[]))
      and (${ownNumberOf === undefined} or p.id = any(${ownNumberOf ?? []}::bigint[]) and position(p.im_nummer in t.text) > 0)
    order by p.wave_id, p.unit, t.field, t.at desc, t."table", t."column"`.execute(db)
  return rows
}

/** All texts of a place as rows of the same form. Names are ours, so they may stand in SQL. */
function textsOf(place: TextPlace): string {
  const { table, column, holds, shape, key, at } = place
  const named = key.map((name) => `${literal(name)}, r.${quoted(name)}::text`).join(', ')
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
  }[shape]
  return `select ${literal(table)} as "table", ${literal(column)} as "column", ${literal(holds)} as holds,
    jsonb_build_object(${named}) as key, ${isOfForm(place) ? 'r.participant_id' : 'null::bigint'} as "participantId", ${field} as field, ${text} as text, r.${quoted(at)} as at
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
