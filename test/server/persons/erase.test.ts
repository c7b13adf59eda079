import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { erase, eraseAgain } from '../../../server/persons/erase.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { testApp } from '../../support/app.ts'
import { until } from '../../support/until.ts'
import { whereStands } from '../../support/where-stands.ts'

const home = '/erhebung/umfrage-1/117019'
const ground = { ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO', accountId: null, consentId: null, initials: [], cut: [] }

async function worldWithPerson(t: Test, folder = t.testdir({})) {
  const test = await testApp(t, {}, { STICHTAG_DATA: folder })
  const visitor = await test.login('KM')
  await visitor.get(`${home}/abschnitt/sprache`)
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Jürgen Weiß' })
  await visitor.submit()
  return test
}

t.test('what an older state brings back is forgotten again, and what was written since stays', async (t) => {
  const test = await worldWithPerson(t)
  const { db, config, owner } = test
  const found = await findTexts(db, { term: 'Weiß' })
  const dump = async () =>
    (await sql`select * from submission`.execute(db)).rows[0] as { comments: object; content_hash: string }
  const before = await dump()
  const scans = async () => {
    const { rows } = await sql<{ file_name: string }>`select file_name from contact.paper_scan order by id`.execute(db)
    return rows.map(({ file_name: name }) => name)
  }
  await sql`insert into contact.paper_scan (participant_id, file_name, media, bytes)
    select id, unit || '.pdf', 'application/pdf', 1 from participant where unit in ('117019', '117026')`.execute(db)
  t.match(await erase(test, { ...ground, texts: found }), { texts: 3 })
  t.strictSame(await scans(), ['117026.pdf'], 'what was erased may stand on the scan')

  const list = await readFile(join(config.dataDir, 'erasures.jsonl'), 'utf8')
  t.notMatch(list, /Jürgen|Weiß|laut/)
  t.match(await eraseAgain(db, config.dataDir), { texts: 0 }, 'what is forgotten is forgotten')

  // As if the state before had been restored, by whatever way.
  await sql`alter table submission disable trigger submission_append_only`.execute(owner.db)
  await sql`update submission set comments = ${JSON.stringify(before.comments)}::jsonb, content_hash = ${before.content_hash}`.execute(
    owner.db,
  )
  await sql`alter table submission enable trigger submission_append_only`.execute(owner.db)
  await sql`truncate erasure`.execute(owner.db)
  t.strictSame(await whereStands(db, 'Jürgen'), ['public.submission'])
  t.match(await eraseAgain(db, config.dataDir), { texts: 1 })
  t.strictSame(await whereStands(db, 'Jürgen'), [])
  t.not((await dump()).content_hash, before.content_hash)
})

t.test('a list erases in the database that it is for, and in an older state of it, but in no other', async (t) => {
  const folders = t.testdir({ one: {}, other: {} })
  const test = await worldWithPerson(t, join(folders, 'one'))
  const other = await worldWithPerson(t, join(folders, 'other'))
  t.match(await erase(test, { ...ground, texts: await findTexts(test.db, { term: 'Weiß' }) }), { texts: 3 })
  const list = await readFile(join(test.config.dataDir, 'erasures.jsonl'), 'utf8')

  // Databases of tests are copies of one, and have its id.
  await sql`truncate database_id`.execute(other.owner.db)
  await eraseAgain(other.db, other.config.dataDir)
  await writeFile(join(other.config.dataDir, 'erasures.jsonl'), list)
  t.match(await eraseAgain(other.db, other.config.dataDir), { lines: 0, texts: 0 }, 'it stands beside another one')
  t.strictSame((await whereStands(other.db, 'Jürgen')).length, 3)

  // As a backup from before databases were told apart comes back.
  await sql`truncate database_id`.execute(other.owner.db)
  t.match(await eraseAgain(other.db, other.config.dataDir), { texts: 3 })
  t.strictSame(await whereStands(other.db, 'Jürgen'), [])
})

t.test('a list that is no list keeps everything from starting', async (t) => {
  const test = await worldWithPerson(t)
  await writeFile(join(test.config.dataDir, 'erasures.jsonl'), '{"id": "halb')
  await t.rejects(eraseAgain(test.db, test.config.dataDir), /Zeile 1: Hier steht keine Löschung/)
  const text = { table: 'public.submission', column: 'comments', key: { id: '1' }, participantId: 1, field: 'x' }
  const line = { id: randomUUID(), at: new Date(), ground: '', accountId: null, consentId: null, initials: [] }
  for (const wrong of [{ table: 'pg_class' }, { column: 'id' }, { key: { 'i"d': '1' } }]) {
    const list = `${JSON.stringify({ ...line, texts: [{ ...text, ...wrong }] })}\n`
    await writeFile(join(test.config.dataDir, 'erasures.jsonl'), list)
    await t.rejects(eraseAgain(test.db, test.config.dataDir), /Zeile 1: Hier steht keine Löschung/, list)
  }
})

t.test('nothing of it is left in the files of the database', async (t) => {
  const test = await worldWithPerson(t)
  const { db, owner } = test
  const where = async () => {
    const { rows } = await sql<{
      folder: string
      oid: string
    }>`select setting as folder, (select oid::text from pg_database
      where datname = current_database()) as oid from pg_settings where name = 'data_directory'`.execute(owner.db)
    const folder = join(rows[0]?.folder ?? '', 'base', rows[0]?.oid ?? '')
    const { stdout } = await promisify(execFile)('grep', ['-rlaF', 'laut Jürgen Weiß', folder]).catch(() => ({
      stdout: '',
    }))
    return stdout.split('\n').filter(Boolean).length
  }
  await sql`checkpoint`.execute(owner.db)
  t.ok((await where()) > 0, 'it is found where it is')
  await erase(test, { ...ground, texts: await findTexts(db, { term: 'Weiß' }) })
  await sql`set statement_timeout = 0`.execute(owner.db)
  // The database looks through its tables by itself too, and what it still reads stays until then.
  await until(async () => {
    await sql`vacuum full`.execute(owner.db)
    await sql`checkpoint`.execute(owner.db)
    return (await where()) === 0
  })
  t.equal(await where(), 0)
})
