import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { applicationRole } from '../../../../server/database/embedded/application-role.ts'
import { appliedMigrations, migrateWithin } from '../../../../server/database/migrate.ts'
import { inTransaction } from '../../../../server/store/transaction.ts'
import { stichtag, stichtagProcess } from '../../../support/child.ts'
import { bareDatabase, freshDatabase } from '../../../support/fresh-database.ts'
import { openSuite, withDatabase } from '../../../support/suite-cluster.ts'

const secret = { STICHTAG_SECRET: 'x'.repeat(32) }

/** The same database for the application's role. */
async function asApplication(url: string): Promise<string> {
  const cluster = await openSuite()
  await cluster.release({ leaveRunning: true })
  return withDatabase(cluster.url, new URL(url).pathname.slice(1))
}

t.test(
  'on an old state the application refuses and names what helps, and the owner brings it up to date',
  async (t) => {
    const { db, pool, url: owner } = await bareDatabase(t)
    const env = { ...secret, DATABASE_URL: await asApplication(owner), STICHTAG_DATA: t.testdir({}) }
    const refused = /nicht auf dem Stand .* „stichtag_app“ .*„npx stichtag migrate“ mit DATABASE_OWNER_URL/
    for (const args of [['wave', 'list'], ['migrate']])
      t.match(await stichtag(args, env), { code: 1, stdout: '', stderr: refused }, `${args[0]} on an empty one`)
    t.match(await stichtagProcess(['serve'], { ...env, PORT: '0' }), { code: 1, stderr: refused })

    await inTransaction(pool, async (client) => ({ keep: true, result: await migrateWithin(client, '0020_erasure') }))
    t.match(await stichtag(['wave', 'list'], env), { code: 1, stderr: refused }, 'which has no rights yet')
    await sql`grant usage on schema public to ${sql.id(applicationRole)};
      grant select on all tables in schema public to ${sql.id(applicationRole)}`.execute(db)
    t.match(await stichtag(['wave', 'list'], env), { code: 1, stderr: refused }, 'which had them for that state')

    const migrated = await stichtag(['migrate'], { ...env, DATABASE_OWNER_URL: owner })
    t.match(migrated, { code: 0, stdout: /^Angewandt: 0021_log_chain\n(Angewandt: 00.*\n)+$/ })
    t.match(await stichtag(['wave', 'list'], env), { code: 0 })
    t.match(await stichtag(['migrate'], env), { code: 0, stdout: /neuesten Stand/ }, 'where there is nothing to do')
    const backup = ['backup', '--out', join(env.STICHTAG_DATA, 'sicherung')]
    t.match(await stichtag(backup, env), { code: 0, stdout: /Tabellen/ }, 'it may read all that a backup is of')

    await sql`insert into kysely_migration values ('9999_morgen', '')`.execute(db)
    t.match(await stichtag(['wave', 'list'], env), { code: 1, stderr: /weiter als dieses Programm \(9999_morgen\)/ })
  },
)

t.test('what it lacks is named; what it need not have is told and taken', async (t) => {
  const { url, owner } = await freshDatabase(t)
  const env = { ...secret, DATABASE_URL: url, STICHTAG_DATA: t.testdir({}) }
  await owner.pool.query(`revoke insert on erasure from ${applicationRole}`)
  const refused = await stichtag(['wave', 'list'], env)
  t.match(refused, { code: 1, stderr: /„stichtag_app“ fehlen Rechte .*: insert on table public\.erasure\. Abhilfe/ })
  t.match(await stichtag(['migrate'], { ...env, DATABASE_OWNER_URL: owner.url }), { code: 0 })
  t.match(await stichtag(['wave', 'list'], env), { code: 0 })
})

t.test('a backup comes back by the owner, and the application works with it', async (t) => {
  const from = await freshDatabase(t)
  const folder = t.testdir({})
  const file = join(folder, 'sicherung')
  const env = { ...secret, STICHTAG_DATA: folder }
  t.match(await stichtag(['backup', '--out', file], { ...env, DATABASE_URL: from.url }), { code: 0 })
  const { db, url: owner } = await bareDatabase(t)
  const there = { ...env, DATABASE_URL: await asApplication(owner) }
  t.match(await stichtag(['restore', file], there), { code: 1, stderr: /DATABASE_OWNER_URL/ })
  t.strictSame(await appliedMigrations(db), [])
  t.match(await stichtag(['restore', file], { ...there, DATABASE_OWNER_URL: owner }), {
    code: 0,
    stdout: /Eingespielt/,
  })
  t.match(await stichtag(['wave', 'list'], there), { code: 0 })
})
