import { sql } from 'kysely'
import { newReceiptNumber } from '../../server/domain/receipt-number.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { published } from './published.ts'

const words = [
  'Die Wege zwischen den Flüchtlingsunterkünften und dem Amt sind weit.',
  'Leistungen und Schulden sind das häufigste Thema in der Beratung, Sprachkurse fehlen.',
  'Es fehlt an bezahlbarem Wohnraum, deshalb bleiben viele in der Anschlussunterbringung.',
  'Mit dem Jobcenter klappt die Zusammenarbeit gut, mit der Ausländerbehörde weniger.',
]

/** A wave of persons with as many comments as wanted, ten each, beside eighty numbers. Gives its name and the fields. */
export async function manyTexts(
  { db }: Pick<FreshDatabase, 'db'>,
  count: number,
): Promise<{ wave: string; fields: string[] }> {
  const instrument = await published('umfrage-3')
  const fields = instrument.variables.flatMap(({ name, role }) => (role === 'comment' ? [name] : [])).slice(0, 10)
  const persons = Math.ceil(count / fields.length)
  const wave = 'viele'
  await sql`insert into verbund (verbund, name)
    select '117' || to_char(n, 'FM000'), 'Verbund ' || n from generate_series(500, 500 + ${persons}::integer / 999) n`.execute(
    db,
  )
  await sql`insert into im_nummer (im_nummer, verbund, valid_from)
    select verbund || '-' || to_char(1 + n % 999, 'FM000'), verbund, '2000-01-01'
    from (select n, '117' || to_char(500 + n / 999, 'FM000') as verbund from generate_series(0, ${persons}::integer - 1) n) numbered`.execute(
    db,
  )
  await sql`insert into wave (id, survey, survey_version, survey_hash, frist, state, contact_fields)
    values (${wave}, ${instrument.id}, ${instrument.version}, ${instrument.hash}, '2099-01-01', 'open', '{}')`.execute(
    db,
  )
  await sql`insert into participant (wave_id, im_nummer)
    select ${wave}, im_nummer from im_nummer where verbund >= '117500' and verbund < '118'`.execute(db)
  const { rows } = await sql<{ id: number }>`select id from participant where wave_id = ${wave} order by id`.execute(db)
  for (let start = 0; start < rows.length; start += 200) {
    const some = rows.slice(start, start + 200).map(({ id }) => id)
    await sql`
      insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
      select p.id, 1, p.receipt, ${instrument.version}, ${instrument.hash},
        (select jsonb_object_agg('zahl_' || n, (p.id * n) % 97) || jsonb_build_object('wahl', 'w' || p.id % 5) from generate_series(1, 80) n),
        (select jsonb_object_agg(f.field, (${words}::text[])[1 + (p.id + f.n) % 4] || ' '
          || (${words}::text[])[1 + (p.id * 7 + f.n * 3) % 4] || ' ' || p.id)
          from unnest(${fields}::text[]) with ordinality f (field, n)), '[]', 'x' || p.id
      from unnest(${some}::bigint[], ${some.map(newReceiptNumber)}::text[]) p (id, receipt)`.execute(db)
  }
  return { wave, fields }
}
