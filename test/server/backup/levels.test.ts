import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { type Checked, checkBackup } from '../../../server/backup/check-backup.ts'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { sha256 } from '../../../server/backup/sha256.ts'
import { readConfig } from '../../../server/boot/config.ts'
import type { Database, Db } from '../../../server/database/database.ts'
import { migrateToLatest } from '../../../server/database/migrate.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { debianPostgres } from '../../support/debian-postgres.ts'
import { bareDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { rewritten } from '../../support/rewritten-backup.ts'
import { guards, tableSums } from '../../support/table-sums.ts'

const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40) })
if ('problems' in read) throw new Error(read.problems.join('\n'))
const { config } = read

/** Rows of each kind of type, keys that refer to each other, and numbers that were drawn and given up. */
async function settle(db: Db): Promise<void> {
  await sql`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01')`.execute(db)
  await sql`insert into gemeinde (gkz, name, kreis, valid_from)
    values ('117019', 'Eislingen', '117', '2009-01-01')`.execute(db)
  await sql`insert into wave (id, survey, survey_version, survey_hash, frist)
    values ('w', 'umfrage-1', '1.0.0', '', '2999-12-31')`.execute(db)
  await sql`insert into participant (wave_id, gkz, gemeinde_valid_from) values ('w', '117019', '2009-01-01')`.execute(
    db,
  )
  await sql`insert into access_code (hash, participant_id) values ('\\x00ff', 1)`.execute(db)
  await sql`insert into draft (participant_id, rev) values (1, 5)`.execute(db)
  await sql`insert into contact.editor (participant_id, label) values (1, 'KM')`.execute(db)
  await sql`insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments,
      justifications, content_hash, submitted_at)
    values (1, 1, 'Q', '1.0.0', '', '{"b": 1.50, "a": "\\u00e4\\t"}', '{}', '[]', '',
      '2026-03-29 01:59:59.999999+01')`.execute(db)
  await sql`insert into import_batch
      (file_name, file_hash, settings, format, title, source, licence, observations, report, state)
    values ('f', repeat('0', 64), '{}', 'f', 't', 's', 'l', 1, '{}', 1)`.execute(db)
  await sql`insert into series (indicator, months) values ('i', 1)`.execute(db)
  await sql`insert into observation (series_id, batch_id, starts, value, region, missing) values
    (1, 1, '2020-01-01', 0.1::float8 + 0.2, '08', null), (1, 1, '2020-02-01', null, '08', 'geheim'),
    (1, 1, '2020-03-01', '1e-300', '08', null)`.execute(db)
  await sql`select draw_data_state()`.execute(db)
}

async function carry(from: Database, to: Database, file: string) {
  await makeBackup(from.pool, { file, config, passphrase: undefined })
  return restoreBackup(to.pool, { file, passphrase: undefined })
}

const without = (sums: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(sums).filter(([name]) => !names.includes(name)))

t.test('a backup of an earlier version becomes what that version becomes by itself', async (t) => {
  const [from, to] = [await bareDatabase(t), await bareDatabase(t)]
  const shipped = join(projectRoot, 'migrations')
  const earlier = t.testdir({})
  const names = (await readdir(shipped)).sort()
  for (const name of names.filter((one) => one < '0018')) await copyFile(join(shipped, name), join(earlier, name))
  await migrateToLatest(from.db, earlier)
  await settle(from.db)
  const { head, migrated } = await carry(from, to, join(t.testdir({ sicherung: {} }), 'sicherung', 'datei'))
  t.match(head.migrations.at(-1), /^0017_/)
  const later = await migrateToLatest(from.db)
  t.ok(later.includes('0018_codes_looked_up'))
  t.strictSame(migrated, later)
  // When a migration was applied is not the same in both.
  const sumsOf = async ({ pool }: Database) => without(await tableSums(pool), 'public.kysely_migration')
  t.strictSame(await sumsOf(to), await sumsOf(from))
  t.strictSame(await guards(to.pool), await guards(from.pool))
  t.strictSame(await migrateToLatest(to.db), [], 'nothing is left to be migrated')
})

t.test('between the version of PostgreSQL that we bring along and an earlier one, both ways', async (t) => {
  const folder = t.testdir({})
  const ours = await freshDatabase(t)
  await settle(ours.db)
  const theirs = await debianPostgres(t)
  const sums = await tableSums(ours.pool)
  const there = await carry(ours, theirs, join(folder, 'hin'))
  t.strictSame(await tableSums(theirs.pool), sums)
  const back = await bareDatabase(t)
  const here = await carry(theirs, back, join(folder, 'zurück'))
  t.strictSame(await tableSums(back.pool), sums)
  t.not(there.head.postgres.split('.')[0], here.head.postgres.split('.')[0], 'they are two versions')
  t.strictSame(here.manifest.tables, there.manifest.tables, 'both write every row the same')
  t.strictSame(here.head.sequences, there.head.sequences)
  const { rows } = await back.pool.query(`select draw_data_state() as state`)
  t.strictSame(rows, [{ state: 3 }], 'a number that was drawn is not drawn again')
})

t.test('a table that is new is not forgotten, and what cannot be carried is told', async (t) => {
  const { owner: from } = await freshDatabase(t)
  const folder = t.testdir({})
  await from.pool.query(`
    create schema "neu Ding";
    create table "neu Ding"."Tab""elle" (
      id bigint generated always as identity, "Wert ä" text,
      doppelt text generated always as ("Wert ä" || "Wert ä") stored);
    create table "neu Ding".geteilt (a int) partition by list (a);
    create table "neu Ding".teil partition of "neu Ding".geteilt for values in (1);
    insert into "neu Ding".geteilt values (1), (1);
    insert into "neu Ding"."Tab""elle" ("Wert ä") values ('a'), (null), ('\\N');`)
  await t.rejects(carry(from, await bareDatabase(t), join(folder, 'neu')), {
    message: /passen nicht zu dieser Fassung: neu Ding\.Tab"elle \(id, Wert ä\)/,
  })
  const { manifest } = await checkBackup({ file: join(folder, 'neu'), passphrase: undefined })
  t.match(manifest.tables['neu Ding.Tab"elle'], { rows: 3 })
  t.match(manifest.tables['neu Ding.teil'], { rows: 2 }, 'of a table in parts each part')
  t.notOk('neu Ding.geteilt' in manifest.tables)
  await from.pool.query('create materialized view eingefroren as select 1 as eins')
  await t.rejects(makeBackup(from.pool, { file: join(folder, 'mv'), config, passphrase: undefined }), {
    message: /nicht sichern lässt: public\.eingefroren/,
  })
  const empty = await bareDatabase(t)
  await t.rejects(makeBackup(empty.pool, { file: join(folder, 'leer'), config, passphrase: undefined }), {
    message: /leer/,
  })
})

t.test('a backup of a version to come is refused by the names of what is missing', async (t) => {
  const from = await freshDatabase(t)
  const folder = t.testdir({})
  await makeBackup(from.pool, { file: join(folder, 'heute'), config, passphrase: undefined })
  const file = await rewritten(join(folder, 'heute'), join(folder, 'morgen'), (entries) => {
    const head = Buffer.from(String(entries[0]?.body).replace(/"00\d\d_\w+"(?=\s*\])/, '$&, "9999_morgen"'))
    const changed: Checked['manifest'] = JSON.parse(String(entries.at(-1)?.body))
    changed.head = sha256(head)
    const manifest = Buffer.from(JSON.stringify(changed))
    return entries.map(({ name, body }) => {
      return { name, body: name === 'head.json' ? head : name === 'manifest.json' ? manifest : body }
    })
  })
  const target = await bareDatabase(t)
  await t.rejects(restoreBackup(target.pool, { file, passphrase: undefined }), {
    message: /fehlen: 9999_morgen\..*neuere/,
  })
  t.strictSame(await tableSums(target.pool), {})
})
