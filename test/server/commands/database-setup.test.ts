import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { settingsOf as settingsFor, told } from '../../../server/commands/set-up-words.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { migrateWithin } from '../../../server/database/migrate.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { inTransaction } from '../../../server/store/transaction.ts'
import { startChild, stichtag } from '../../support/child.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { ask } from '../../support/own-cluster.ts'
import { administer, openSuite, withDatabase } from '../../support/suite-cluster.ts'
import { tableSums } from '../../support/table-sums.ts'

/** The name of a database that is not there, with the roles that it will have; all of it goes with the test. */
async function unused(t: Teardown) {
  const cluster = await openSuite()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = withDatabase(cluster.ownerUrl, 'postgres')
  t.teardown(async () => {
    await administer(admin, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
      for (const role of ['owner', 'app', 'single', 'admin']) await client.query(`drop role if exists ${name}_${role}`)
    })
    await cluster.release({ leaveRunning: true })
  })
  const setUp = (url: string, ...args: string[]) =>
    stichtag(['database', 'setup', '--database', name, ...args], { DATABASE_ADMIN_URL: url })
  return { name, admin, setUp }
}

/** What was printed, as it is put into the environment. */
const settingsOf = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

async function firstLines(env: Record<string, string>) {
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], { ...env, PORT: '0' })
  try {
    await child.line(/^Stichtag läuft/)
    return child.output()
  } finally {
    child.process.kill('SIGKILL')
    await child.ended
  }
}

t.test(
  'on a PostgreSQL without anything: two roles, a database, two settings; and nothing the second time',
  async (t) => {
    const { name, admin, setUp } = await unused(t)
    t.match(await stichtag(['database', 'setup'], {}), { code: 1, stderr: /DATABASE_ADMIN_URL fehlt/ })
    t.match(await setUp(admin, '--database', 'Stichtag; drop'), { code: 2 })
    const done = await setUp(admin)
    t.match(done, { code: 0, stderr: /angelegt.*ist noch leer: „npx stichtag migrate“/s })
    const settings = settingsOf(done.stdout)
    t.strictSame(Object.keys(settings), ['DATABASE_URL', 'DATABASE_OWNER_URL'])
    t.match(
      settings.DATABASE_URL,
      new RegExp(`^postgres://${name}_app:[\\w-]{32}@127\\.0\\.0\\.1:\\d+/${name}\\?sslmode=disable$`),
    )

    const env = { ...settings, STICHTAG_SECRET: 'x'.repeat(32), STICHTAG_DATA: t.testdir({}) }
    t.match(await stichtag(['migrate'], env), { code: 0, stdout: /^Angewandt: 0001.*0023/s })
    t.match(await stichtag(['wave', 'list'], env), { code: 0 })
    const again = await setUp(admin)
    t.match(again, { code: 0, stdout: '', stderr: /Alles ist schon eingerichtet.*bleiben, wie sie sind/s })
    t.match(await stichtag(['wave', 'list'], env), { code: 0 }, 'with the same passwords')

    const renewed = settingsOf((await setUp(admin, '--new-passwords')).stdout)
    t.not(renewed.DATABASE_URL, settings.DATABASE_URL)
    t.match(await stichtag(['wave', 'list'], env), { code: 1, stderr: /Name oder Kennwort stimmen nicht/ })
    t.match(await stichtag(['wave', 'list'], { ...env, ...renewed }), { code: 0 })
    const rows = await ask(
      admin,
      `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication
    from pg_roles where rolname like '${name}%' order by 1`,
    )
    const nothing = {
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      rolreplication: false,
    }
    t.strictSame(rows, [
      { rolname: `${name}_app`, ...nothing },
      { rolname: `${name}_owner`, ...nothing },
    ])
  },
)

t.test('who comes in by a socket gets settings for the machine itself', (t) => {
  const done = {
    roles: { owner: 'x_owner', application: 'x_app' },
    passwords: { application: 'eins' },
    isNewDatabase: false,
    former: new Map(),
    migrated: [],
    isEmpty: false,
    port: '5433',
  }
  const socket = 'postgres:///postgres?host=/var/run/postgresql&port=5433'
  t.strictSame(settingsFor(done, socket, 'x'), ['DATABASE_URL=postgres://x_app:eins@localhost:5433/x'])
  const far = 'postgres://root:geheim@db.example/postgres?sslmode=verify-full'
  t.strictSame(settingsFor(done, far, 'x'), ['DATABASE_URL=postgres://x_app:eins@db.example/x?sslmode=verify-full'])
  t.match(told(done, 'x').join(), /„x_owner“ gab es schon; ihr Kennwort bleibt/)
  t.end()
})

t.test('whoever may make roles and databases need be no superuser', async (t) => {
  const { name, admin, setUp } = await unused(t)
  await ask(admin, `create role ${name}_admin login password 'geheim' createdb createrole`)
  const url = new URL(admin)
  url.username = `${name}_admin`
  url.password = 'geheim'
  const { code, stdout, stderr } = await setUp(url.href)
  t.equal(code, 0, stderr)
  const env = { ...settingsOf(stdout), STICHTAG_SECRET: 'x'.repeat(32), STICHTAG_DATA: t.testdir({}) }
  t.match(await stichtag(['migrate'], env), { code: 0 })
  t.match(await setUp(url.href), { code: 0, stderr: /schon eingerichtet/ })
  t.match(
    await ask(admin, `select pg_has_role('${name}_admin', '${name}_owner', 'usage') as may`),
    [{ may: false }],
    'and does not go on belonging to the owner',
  )
  await ask(admin, `alter role ${name}_owner createrole`)
  t.match(await setUp(url.href), { code: 1, stderr: /darf mehr als nötig/ })
  await ask(admin, `alter role ${name}_owner nocreaterole; drop owned by ${name}_admin`)
})

t.test('what one role owned goes on with two, and nothing in it changes', async (t) => {
  const { name, admin, setUp } = await unused(t)
  await ask(admin, `create role ${name}_single login password 'geheim'`)
  await ask(admin, `create database ${name} owner ${name}_single`)
  const single = new URL(withDatabase(admin, name))
  single.username = `${name}_single`
  single.password = 'geheim'
  const env = { DATABASE_URL: single.href, STICHTAG_SECRET: 'x'.repeat(32), STICHTAG_DATA: t.testdir({}) }
  const former = openDatabase(single.href, { max: 1 })
  await inTransaction(former.pool, async (client) => ({
    keep: true,
    result: await migrateWithin(client, '0022_retention'),
  }))
  await former.pool.query(`insert into kreis (kreis, name, typ, regierungsbezirk, valid_from)
    values ('117', 'Göppingen', 'Landkreis', 'Stuttgart', '2009-01-01');
    insert into audit (action) values ('signed_out')`)
  await former.close()

  const before = await firstLines(env)
  t.match(before.stderr, `Der Rolle „${name}_single“, mit der Stichtag arbeitet, gehören die Tabellen`)
  const owner = openDatabase(withDatabase(admin, name))
  t.teardown(() => owner.close())
  const sums = await tableSums(owner.pool)
  const done = await setUp(admin)
  t.match(done, {
    code: 0,
    stderr: new RegExp(`An „${name}_owner“ übergeben: \\d+ Objekte, die „${name}_single“ gehörten`),
  })
  t.strictSame(await tableSums(owner.pool), sums)
  t.strictSame(
    (
      await owner.pool.query(`select distinct pg_get_userbyid(relowner) as owner from pg_class
      where relnamespace::regnamespace::text in ('public', 'contact', 'staff')`)
    ).rows,
    [{ owner: `${name}_owner` }],
  )
  const after = await firstLines({ ...env, ...settingsOf(done.stdout) })
  t.strictSame(after.stderr, '')
  t.match(after.stdout, `Stichtag arbeitet mit der Rolle „${name}_app“, die keine Tabelle ändern`)
  t.match(await stichtag(['wave', 'list'], env), { code: 1 }, 'the former role is of no more use')
  t.match(await setUp(admin), { code: 0, stdout: '', stderr: /schon eingerichtet/ })
})
