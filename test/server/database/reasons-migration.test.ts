import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { standingJustifications } from '../../../surveys/answer/justification.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

t.test('reasons that were given before stand in the drafts, hold as before, and have their history', async (t) => {
  const { db } = await bareDatabase(t)
  const before = t.testdir({})
  const shipped = join(projectRoot, 'migrations')
  for (const name of (await readdir(shipped)).filter((one) => one < '0015'))
    await copyFile(join(shipped, name), join(before, name))
  await migrateToLatest(db, before)

  const instrument = await published('umfrage-1')
  const raw = { im_gesamt: '10', im_plan: '20', zp_gesamt: '1.000' }
  const find = () => findingsOf(instrument, raw, readCells(instrument, raw), eislingen)
  const [finding] = find()
  const values = JSON.stringify(Object.fromEntries(Object.entries(finding?.values ?? {}).reverse()))
  await sql`
    insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
      values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01')`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, valid_from)
    values ('117019', 'Eislingen', '117', '2009-01-01'), ('117042', 'Salach', '117', '2009-01-01')`.execute(db)
  await sql`insert into wave (id, survey, survey_version, survey_hash, frist)
    values ('w', 'umfrage-1', '1.0.0', '', '2999-12-31')`.execute(db)
  await sql`insert into participant (wave_id, gkz, gemeinde_valid_from)
    values ('w', '117019', '2009-01-01'), ('w', '117042', '2009-01-01')`.execute(db)
  await sql`insert into draft (participant_id, rev) values (1, 5), (2, 3)`.execute(db)
  await sql`insert into contact.editor (participant_id, label) values (1, 'KM')`.execute(db)
  await sql`insert into justification (participant_id, check_id, values, reason, body, editor_id, given_at) values
    (1, 'im_plan_hoechstens_im', '{"im_plan": "19"}', 'schaetzung', 'Erst „so"', 1, '2019-01-10 10:00+00'),
    (1, 'im_plan_hoechstens_im', ${values}::jsonb, 'quelle', 'Zwei' || chr(10) || 'Quellen', 1, '2019-01-11 10:00+00')`.execute(
    db,
  )
  t.ok((await migrateToLatest(db)).includes('0017_reasons_in_drafts'))

  const { rows } = await sql<{ field: string; value: string; rev: number; editor: number }>`
    select field, value, rev, editor_id as editor from draft_value order by field`.execute(db)
  const held = Object.fromEntries(rows.map(({ field, value }) => [field, value]))
  t.strictSame(standingJustifications(find(), { ...raw, ...held }, instrument), [
    { check: 'im_plan_hoechstens_im', values: finding?.values, reason: 'quelle', text: 'Zwei\nQuellen' },
  ])
  t.match(rows, Array(3).fill({ rev: 7, editor: 1 }))
  const { rows: history } = await sql`select value, rev, saved_at as at from draft_change
    where field = 'text.im_plan_hoechstens_im' order by rev`.execute(db)
  t.strictSame(history, [
    { value: 'Erst „so"', rev: 6, at: new Date('2019-01-10T10:00:00Z') },
    { value: 'Zwei\nQuellen', rev: 7, at: new Date('2019-01-11T10:00:00Z') },
  ])
  const { rows: drafts } = await sql`select rev from draft order by participant_id`.execute(db)
  t.strictSame(drafts, [{ rev: 7 }, { rev: 3 }], 'nobody else is told that something changed')
  const { rows: left } = await sql`select to_regclass('justification') as there`.execute(db)
  t.strictSame(left, [{ there: null }])
})
