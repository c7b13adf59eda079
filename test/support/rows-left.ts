import { sql } from 'kysely'
import type { Db } from '../../server/database/database.ts'
import { otherPlaces, textPlaces } from '../../server/persons/places.ts'
import { isMarked, person } from './person-marks.ts'

type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

/** All rows of all tables, as the database writes them in JSON. */
export async function allRows(db: Db): Promise<Rows> {
  const { rows: tables } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1`.execute(db)
  const all: Rows = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(db)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** What else an erasure may change, by table: columns that say that something has changed. */
const follows: Record<string, readonly string[]> = {
  'public.draft': ['rev'],
  'public.session': ['ended_at', 'seen_at'],
  'public.submission': ['content_hash'],
  'public.answer_page': ['settled_at'],
  'contact.parked_page': ['settled_at'],
  'staff.session': ['seen_at', 'ended_at'],
}

/** The same where a form asked the person, and its answers were cut off. */
const followsCut: Record<string, readonly string[]> = {
  'public.draft': ['saved_at'],
  'public.participant': ['im_nummer', 'pseudonym', 'unit'],
  'public.submission': ['receipt'],
}

/** What tells of the erasure itself, where rows only come. */
const growing = ['public.audit', 'public.erasure', 'public.data_state', 'public.registry_past']

/** What belongs to those who erase, and what they were asked. */
const actors = ['contact.person_request', 'public.attempt', 'staff.session', 'staff.account', 'staff.recovery_code']

/** Places of forms go field by field; of others the row may go, or say that something was in it. */
const ofForms = textPlaces.filter(({ shape }) => ['text', 'object', 'reasons'].includes(shape))
const forms = new Set(ofForms.map(({ table }) => table))
const others = [
  ...textPlaces.map(({ table }) => table),
  ...otherPlaces.map(({ column }) => column.replace(/\.\w+$/, '')),
]
const beside = new Set(others.filter((table) => !forms.has(table)))

/** A row without all that may go: what tells of the person, and what follows from its going. */
function withoutPerson(table: string, row: Row, own: ReadonlySet<unknown>): Row | undefined {
  const isOwn = own.has(table === 'public.participant' ? row.id : row.participant_id)
  if (isOwn && !Object.hasOwn(followsCut, table)) return undefined
  const changed = [...(follows[table] ?? []), ...((isOwn && followsCut[table]) || [])]
  const kept = Object.entries(row).filter(([name]) => name !== 'editor_id' && !changed.includes(name))
  const texts = ofForms.filter((place) => place.table === table)
  for (const { shape, column } of texts)
    if (shape === 'text' && (isOwn || isMarked(String(row[column])))) return undefined
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const place = texts.find(({ column }) => column === name)
      if (place?.shape === 'object') return [name, withoutTexts(value as Row, isOwn)]
      if (place?.shape === 'reasons')
        return [
          name,
          (Array.isArray(value) ? (value as Row[]) : []).filter(
            ({ text }) => !(isOwn && text !== '') && !isMarked(String(text)),
          ),
        ]
      return [name, value]
    }),
  )
}

const withoutTexts = (texts: Row, all: boolean): Row =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text !== 'string' || (!all && !isMarked(text))))

/**
 * What is not as it has to be after an erasure: of each table the rows that are gone though they told of nobody, and those that came.
 * Of a form that asked the person all
 * may go but the answers that are no text.
 */
export function wrongRows(before: Rows, after: Rows): Record<string, { gone: Row[]; came: Row[] }> {
  const asked = (before['public.participant'] ?? []).filter(({ im_nummer }) => im_nummer === person.number)
  const own: ReadonlySet<unknown> = new Set(asked.map(({ id }) => id))
  const wrong: Record<string, { gone: Row[]; came: Row[] }> = {}
  for (const [table, rows] of Object.entries(before).filter(([name]) => !actors.includes(name))) {
    const left = (some: readonly Row[]) =>
      some.map((row) => withoutPerson(table, row, own)).filter((row) => row !== undefined)
    const marked = beside.has(table) ? rows.filter((row) => isMarked(JSON.stringify(row))) : []
    const { gone, came } = difference(left(rows.filter((row) => !marked.includes(row))), left(after[table] ?? []))
    // What a row that told of the person is now is its own affair; more rows than that may not come.
    const allowed = growing.includes(table) ? came.length : marked.length
    if (gone.length > 0 || came.length > allowed) wrong[table] = { gone, came }
  }
  return wrong
}

function difference(wanted: readonly Row[], found: readonly Row[]): { gone: Row[]; came: Row[] } {
  const came = new Map(found.map((row) => [JSON.stringify(row), row]))
  const gone = wanted.filter((row) => !came.delete(JSON.stringify(row)))
  return { gone, came: [...came.values()] }
}
