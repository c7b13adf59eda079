import { sql } from 'kysely'
import t from 'tap'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { manyTexts } from '../../support/many-texts.ts'
t.test('x', async (t) => {
  const { owner } = await freshDatabase(t)
  const { db } = owner
  const { wave, fields } = await manyTexts(owner, 30_000)
  await noteTexts(db, wave, fields)
  await sql`vacuum analyze`.execute(db)
  const show = async (q: any) => { const { rows } = await q.execute(db); console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n')) }
  await show(sql`explain analyze select root, field from text_in(${wave}, null) t order by field, id`)
  await show(sql`explain (analyze) with wanted as materialized (select t.root as id, t.field, t.participant_id
    from text_in(${wave}, null) t left join participant p on p.id = t.participant_id
    left join gemeinde g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
    left join im_nummer i on i.im_nummer = p.im_nummer where t.folded like '%' || fold_text('Unterkunft') || '%')
    select count(*) from wanted`)
})
