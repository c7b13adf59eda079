import { sql } from 'kysely'
import t from 'tap'
import { isOfForm, otherPlaces, textPlaces, withoutPersons } from '../../../server/persons/places.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

/** Types that hold no text: numbers, times, and what PostgreSQL or we have given a fixed list of values. */
const wordless =
  /^(smallint|integer|bigint|double precision|boolean|date|timestamp with time zone|uuid|missing_reason)$/

t.test('every column that can hold something about a person is listed, and none that is not there', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<{ name: string; type: string }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`.execute(db)
  const worded = rows.filter(({ type }) => !wordless.test(type)).map(({ name }) => name)
  const listed = [
    ...textPlaces.map(({ table, column }) => `${table}.${column}`),
    ...otherPlaces.map(({ column }) => column),
    ...withoutPersons,
  ]
  t.strictSame(listed.toSorted(), worded.toSorted())
})

t.test('each place of texts names columns that are there', async (t) => {
  const { db } = await freshDatabase(t)
  for (const place of textPlaces) {
    const { table, column, key, at } = place
    const owner = isOfForm(place) ? ['participant_id'] : []
    const names = sql.join([...key, column, at, ...owner].map((name) => sql.ref(name)))
    await t.resolves(sql`select ${names} from ${sql.table(table)}`.execute(db), table)
  }
})
