import { sql } from 'kysely'
import t from 'tap'
import { assertDurable } from '../../../server/database/assert-durable.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { InputError } from '../../../server/errors/input-error.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { ask, clusterFolder, openQuietly } from '../../support/own-cluster.ts'

t.test('values come as they are meant', async (t) => {
  const { pool } = await bareDatabase(t)
  const { rows } = await pool.query(
    `select 9007199254740991::int8 as safe, date '2024-12-31' as day, array[date '2024-02-29'] as days,
      array[1::int8, null] as counts, count(*) as count from generate_series(1, 3)`,
  )
  t.strictSame(
    { ...rows[0] },
    { safe: 9007199254740991, day: '2024-12-31', days: ['2024-02-29'], counts: [1, null], count: 3 },
  )
  await t.rejects(pool.query('select 9007199254740993::int8'), RangeError)
})

t.test('limits hold, and can be lifted', async (t) => {
  const { url, pool } = await bareDatabase(t)
  const settings = `select current_setting('statement_timeout') as statement,
    current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name`
  t.strictSame({ ...(await pool.query(settings)).rows[0] }, { statement: '5s', idle: '5s', name: 'stichtag' })
  const long = openDatabase(url, { statementTimeout: 0, idleInTransactionTimeout: 0, applicationName: 'ausgabe' })
  t.strictSame({ ...(await long.pool.query(settings)).rows[0] }, { statement: '0', idle: '0', name: 'ausgabe' })
  await long.close()
  await long.close()
})

t.test('a row is looked up by its key while the table is still small', async (t) => {
  const { pool } = await bareDatabase(t)
  await pool.query(`create table answer as select n as id, repeat('x', 1000) as body from generate_series(1, 30) n`)
  await pool.query('alter table answer add primary key (id)')
  await pool.query('vacuum analyze answer')
  const { rows } = await pool.query('explain select body from answer where id = 7')
  t.match(rows[0]?.['QUERY PLAN'], /^Index Scan/, 'a plan that is kept must fit what the table becomes')
})

t.test('a connection that became read-only is given up, and the next one writes', async (t) => {
  const { url } = await bareDatabase(t)
  const { db, close } = openDatabase(url, { max: 1 })
  const name = new URL(url).pathname.slice(1)
  await ask(url, 'create table note (id int)')
  await ask(url, `alter database ${name} set default_transaction_read_only = on`)
  await t.rejects(sql`insert into note values (1)`.execute(db), { code: '25006' })
  await ask(url, `begin read write; alter database ${name} reset default_transaction_read_only; commit`)
  await sql`insert into note values (2)`.execute(db)
  t.strictSame((await sql`select id from note`.execute(db)).rows, [{ id: 2 }])
  await close()
})

t.test('a connection that the server ends harms nobody but its query', async (t) => {
  const { db, url } = await bareDatabase(t)
  const cut = db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
    await ask(url, `select pg_terminate_backend(${rows[0]?.pid})`)
    await sql`select 1`.execute(transaction)
  })
  await t.rejects(cut)
  t.strictSame((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }])
})

t.test('a database that could lose what it acknowledged is refused', async (t) => {
  const cluster = await openQuietly(await clusterFolder(t))
  const { db, close } = openDatabase(cluster.url)
  await assertDurable(db)
  await ask(cluster.ownerUrl, 'alter system set fsync = off')
  await ask(cluster.ownerUrl, 'alter system set full_page_writes = off')
  await ask(cluster.ownerUrl, 'select pg_reload_conf()')
  const isOff = async () =>
    (await ask(cluster.ownerUrl, "select from pg_settings where name = 'fsync' and setting = 'off'")).length
  while ((await isOff()) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  const refused = await assertDurable(db).catch((error) => error)
  t.ok(refused instanceof InputError)
  t.match(refused.sentences, [/fsync = off/, /full_page_writes = off/])
  await close()
  await cluster.release()
})

t.test('no setting of the role or the database lets a connection acknowledge before it is stored', async (t) => {
  const { url } = await bareDatabase(t)
  const name = new URL(url).pathname.slice(1)
  await ask(url, `alter database ${name} set synchronous_commit = off`)
  t.strictSame(await ask(url, 'show synchronous_commit'), [{ synchronous_commit: 'off' }])
  const { db, pool, close } = openDatabase(url)
  t.strictSame((await pool.query('show synchronous_commit')).rows, [{ synchronous_commit: 'on' }])
  await assertDurable(db)
  await close()
})
