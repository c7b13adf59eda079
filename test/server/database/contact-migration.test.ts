import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { whereStands } from '../../support/where-stands.ts'

t.test('contact data that were typed before move into their schema, and leave no copy', async (t) => {
  const { db } = await bareDatabase(t)
  const before = t.testdir({})
  const shipped = join(projectRoot, 'migrations')
  for (const name of (await readdir(shipped)).filter((one) => one < '0019'))
    await copyFile(join(shipped, name), join(before, name))
  await migrateToLatest(db, before)

  await sql`
    insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
      values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01')`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, valid_from)
    values ('117019', 'Eislingen', '117', '2009-01-01')`.execute(db)
  await sql`insert into wave (id, survey, survey_version, survey_hash, frist) values
    ('null', 'umfrage-0', '1.0.0', '', '2999-12-31'), ('eins', 'umfrage-1', '1.0.0', '', '2999-12-31')`.execute(db)
  await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
    values ('null', '117019', '2009-01-01'), ('eins', '117019', '2009-01-01')`.execute(db)
  await sql`insert into draft (participant_id, rev) values (1, 2), (2, 1)`.execute(db)
  await sql`insert into contact.editor (participant_id, label) values (1, 'KM')`.execute(db)
  const values = [
    ['1', 'kontakt_name', '1', 'Zofia'],
    ['1', 'kontakt_name', '2', 'Zofia Groß'],
    ['1', 'kommune', '2', 'Eislingen'],
    ['2', 'im_gesamt', '1', '5'],
  ] as const
  for (const [id, field, rev, value] of values)
    await sql`insert into draft_change (participant_id, field, rev, value, editor_id, saved_at)
      values (${id}, ${field}, ${rev}, ${value}, 1, '2019-01-10 10:00+00')`.execute(db)
  await sql`insert into draft_value (participant_id, field, rev, value, editor_id, saved_at)
    select distinct on (participant_id, field) participant_id, field, rev, value, editor_id, saved_at
    from draft_change order by participant_id, field, rev desc`.execute(db)
  await sql`insert into parked_page (participant_id, section, typed, parked_at) values
    (1, 'kontakt', '{"vertretung_name": "Zofia spät", "kommune": "Salach"}', '2019-01-11 10:00+00'),
    (1, 'erfassung', '{"plan_erfassung": "1"}', '2019-01-11 10:00+00')`.execute(db)
  const read = async () => {
    const all = []
    for (const query of [
      sql`select participant_id, field, rev, value, editor_id, saved_at from draft_value order by 1, 2`,
      sql`select participant_id, field, rev, value, editor_id, saved_at, taken_from from draft_change order by 1, 2, 3`,
      sql`select id, participant_id, section, typed, parked_at, settled_at from parked_page order by section`,
    ])
      all.push((await query.execute(db)).rows)
    return all
  }
  const held = await read()

  t.ok((await migrateToLatest(db)).includes('0019_contact_apart'))
  t.strictSame(await read(), held, 'nothing is lost, and nothing is read differently')
  t.strictSame(await whereStands(db, 'Zofia'), ['contact.draft_change', 'contact.draft_value', 'contact.parked_page'])
  t.strictSame(await whereStands(db, 'Eislingen'), ['public.answer_change', 'public.answer_value', 'public.gemeinde'])
  await t.rejects(sql`update draft_change set value = 'x'`.execute(db), /append-only/)
  await t.rejects(sql`delete from contact.draft_change`.execute(db), /append-only/)
})
