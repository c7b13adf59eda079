import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { eraseAgain } from '../../../server/persons/erase.ts'
import { readList } from '../../../server/persons/erasure-list.ts'
import { forgetAccount } from '../../../server/persons/forget-account.ts'
import { disableAccount } from '../../../server/store/staff-accounts.ts'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { whereStands } from '../../support/where-stands.ts'

async function withAccount(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const { id: by } = await staffAccount(test, 'administration')
  const account = await staffAccount(test, 'forschung', 'j.weiss')
  const forget = async () => {
    await disableAccount(test.db, { name: 'j.weiss' })
    return forgetAccount(test, { name: 'j.weiss', by })
  }
  return { test, db: test.db, account, by, forget, dataDir: test.config.dataDir }
}

t.test('a name that an older state brings back goes again, and nobody logs in with it', async (t) => {
  const { test, db, account, by, forget, dataDir } = await withAccount(t)
  t.equal(await forgetAccount(test, { name: 'j.weiss', by }), undefined, 'not while it is used')
  t.equal(await readList(dataDir), '')
  t.equal(await forget(), `konto-${account.id}`)
  const list = await readList(dataDir)
  t.match(JSON.parse(list), { forgotten: { account: account.id, by } })
  t.notMatch(list, /weiss/)
  t.strictSame(await eraseAgain(db, dataDir), { lines: 0, texts: 0 }, 'it is gone')

  await sql`update staff.account set name = 'j.weiss', disabled_at = null where id = ${account.id}`.execute(db)
  const visitor = await signIn(test, account)
  t.strictSame(await eraseAgain(db, dataDir), { lines: 1, texts: 0 })
  t.strictSame(await whereStands(db, 'j.weiss'), [])
  t.equal((await visitor.get('/intern')).status, 303, 'the session has ended')
  const { rows } = await sql`select disabled_at from staff.account where id = ${account.id}`.execute(db)
  t.match(rows, [{ disabled_at: Date }])
  const noted = db.selectFrom('audit').select('detail').where('action', '=', 'account_name_erased')
  t.strictSame(await noted.execute(), [{ detail: { account: account.id } }, { detail: { account: account.id } }])
})

t.test('whoever was added under the same number later is somebody else', async (t) => {
  const { db, account, forget, dataDir } = await withAccount(t)
  await forget()
  await sql`update staff.account set name = 'k.meier', created_at = now() + interval '1 second'
    where id = ${account.id}`.execute(db)
  t.strictSame(await eraseAgain(db, dataDir), { lines: 0, texts: 0 })
  t.strictSame(await whereStands(db, 'k.meier'), ['staff.account'])
})

t.test('nothing starts while a line cannot be read', async (t) => {
  const { db, dataDir } = await withAccount(t)
  await writeFile(join(dataDir, 'erasures.jsonl'), '{"forgotten":{"account":"sieben"}}\n')
  await t.rejects(eraseAgain(db, dataDir), /Eine Zeile über ein Konto lässt sich nicht lesen/)
})
