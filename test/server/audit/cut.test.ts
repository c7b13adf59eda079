import { sql } from 'kysely'
import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { findDue } from '../../../server/retention/due.ts'
import { runRetention } from '../../../server/retention/run.ts'
import { lastCut, setLogDays } from '../../../server/store/log-cuts.ts'
import { newestSeal, sealAll } from '../../../server/store/log-seals.ts'
import { noteStaff } from '../../../server/store/staff-audit.ts'
import { ageLog, asOwner } from '../../support/age-log.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import type { Teardown } from '../../support/fresh-database.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

/** Eight sealed entries of long ago, one of them with words beside it, and what a world notes today. */
async function oldLog(t: Teardown) {
  const test = await testApp(t)
  const { db } = test
  await ageLog(test)
  await sealAll(db)
  await noteStaff(db, { action: 'signed_out' })
  await noteStaff(db, { action: 'signed_out' })
  await sealAll(db)
  await noteStaff(db, { action: 'signed_out' })
  return { test, db }
}

const count = async (db: Awaited<ReturnType<typeof oldLog>>['db'], table: string) =>
  (await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db)).rows[0]?.n

t.test('what is older than the term goes as a whole, and the chain goes on from there', async (t) => {
  const { test, db } = await oldLog(t)
  const [{ hash: eighth = '' } = {}] = (
    await sql<{ hash: string }>`select encode(hash, 'hex') as hash from audit_seal where number = 8`.execute(db)
  ).rows
  t.match(await findDue(test), [{ wave: null, kind: 'log', rows: 8 }])
  t.match(await runRetention(test), [{ kind: 'log', rows: 8 }])
  t.match(await lastCut(db), { number: 8, hash: eighth, entries: 8 })
  t.equal(await count(db, 'audit_aside'), 0, 'what stood beside it is gone')
  t.equal(await count(db, 'audit_seal'), 2)
  t.match(await checkLog(db), { sealed: 2, unsealed: 2, fault: undefined, cut: { number: 8 } })
  await sealAll(db)
  t.match(await checkLog(db), { sealed: 4, newest: { number: 12 }, fault: undefined })
  t.match(await runRetention(test), [], 'once is enough')
})

t.test('entries that are old and young by turns stay from the first young one on', async (t) => {
  const { test, db } = await oldLog(t)
  await sql`insert into audit (at, action) values (now() - interval '20 years', 'late')`.execute(test.owner.db)
  await sealAll(db)
  await runRetention(test)
  t.equal((await lastCut(db))?.number, 8)
  t.equal((await sql`select from audit where action = 'late'`.execute(db)).rows.length, 1)
})

t.test('the term is data, with a year at the least, and may be none', async (t) => {
  const { test, db } = await oldLog(t)
  await setLogDays(db, null)
  t.match(await runRetention(test), [])
  await t.rejects(setLogDays(db, 364), /site_retention_days/)
  await setLogDays(db, 15 * 365)
  await runRetention(test)
  t.equal((await lastCut(db))?.number, 4, '18, 17, 16 and 15 years and some days')
  await setLogDays(db, 3650)
  await runRetention(test)
  t.match(await lastCut(db), { number: 8, entries: 8 })
  t.match(await checkLog(db), { fault: undefined })
})

t.test('also where all that was sealed has gone, the chain goes on', async (t) => {
  const { test, db } = await oldLog(t)
  await asOwner(test, [
    'delete from audit_seal where number > 8',
    `delete from audit where at > now() - interval '1 day'`,
  ])
  await runRetention(test)
  t.equal(await newestSeal(db), undefined)
  await sealAll(db)
  t.match(await checkLog(db), { sealed: 1, newest: { number: 9 }, fault: undefined })
})

t.test('the database refuses every other deletion, also to its owner', async (t) => {
  const { db } = (await oldLog(t)).test.owner
  const cut = (number: number, more: { hash?: string; entries?: string; until?: string } = {}) =>
    `insert into audit_cut (number, hash, entries, until) select s.number, ${more.hash ?? 's.hash'}, ${more.entries ?? 's.number'},
      ${more.until ?? '(select max(a.at) from audit_seal o join audit a on a.id = o.audit_id where o.number <= s.number)'}
    from audit_seal s where s.number = ${number}`
  const entry = (number: number) =>
    `delete from audit where id = (select audit_id from audit_seal where number = ${number})`
  const cases: [name: string, ...statements: string[]][] = [
    ['without a cut', entry(1)],
    ['beyond the cut', cut(3), entry(4)],
    ['a seal beyond it', cut(3), 'delete from audit_seal where number = 4'],
    ['what is not sealed', cut(8), 'delete from audit where id = (select max(id) from audit)'],
    [
      'what is young, under a number that became free',
      cut(8),
      'delete from audit where id in (select audit_id from audit_seal where number <= 8)',
      `insert into audit_seal select 1, max(id), sha256('') from audit`,
      'delete from audit where id = (select max(id) from audit)',
    ],
    ['a change instead', cut(8), `update audit set detail = '{}'`],
    ['a cut of what is too young', cut(9)],
    ['a cut with another hash', cut(8, { hash: 'sha256(s.hash)' })],
    ['a cut that says less than goes', cut(8, { entries: '3' })],
    ['a cut that says it was older', cut(8, { until: `now() - interval '30 years'` })],
    ['changing a cut', cut(8), 'update audit_cut set entries = 1'],
    ['taking a cut back', cut(8), 'delete from audit_cut'],
  ]
  for (const [name, ...statements] of cases)
    await t.rejects(
      db.transaction().execute(async (trx) => {
        for (const statement of statements) await sql.raw(statement).execute(trx)
      }),
      /append-only|is not what the log has kept long enough|permission denied/,
      name,
    )
  await sql.raw(cut(8)).execute(db)
  await t.rejects(sql.raw(entry(1)).execute(db), /append-only/, 'a cut of another transaction')
})

t.test('a changed row after a cut is still found, and a changed cut', async (t) => {
  for (const [statements, fault] of [
    [`update audit set detail = '{"x": 1}' where id = (select min(audit_id) from audit_seal)`, /Nummer 9 der Kette/],
    ['delete from audit_seal where number = 9', /Nummer 9/],
    [`update audit_cut set hash = sha256(hash)`, /Nummer 9 der Kette/],
    ['update audit_cut set entries = 5', /Vermerke darüber/],
  ] as const) {
    const { test, db } = await oldLog(t)
    await runRetention(test)
    t.match(await checkLog(db), { fault: undefined })
    await asOwner(test, [statements])
    t.match((await checkLog(db)).fault, fault, statements)
  }
})

t.test('an anchor from before the cut is told so, and the page says since when', async (t) => {
  const { test, db } = await oldLog(t)
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, encode(hash, 'hex') as hash from audit_seal where number in (3, 8, 9) order by number`.execute(db)
  await runRetention(test)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const verify = (...args: string[]) => stichtag(['log', 'verify', ...args], env)
  const [before, at, after] = rows.map(({ number, hash }) => `${number}:${hash}`)
  t.match(await verify(), {
    code: 0,
    stdout: /unverändert.*\nAufbewahrt sind Einträge nach dem .*bis Nummer 8 der Kette/,
  })
  for (const anchor of [at, after]) t.equal((await verify('--anker', anchor ?? '')).code, 0)
  t.match(await verify('--anker', before ?? ''), { code: 1, stderr: /Der Anker \(Nummer 3\) reicht weiter zurück/ })
  t.match(await verify('--anker', `8:${'ab'.repeat(32)}`), { code: 1, stderr: /neu geschrieben/ })
  t.match(JSON.parse((await verify('--json')).stdout), { sealed: 2, cut: { number: 8 } })
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  t.match((await officer.get('/intern/protokoll')).words, /Aufbewahrt sind Einträge nach dem .*bis Nummer 8 der Kette/)
  t.match(
    (await officer.get('/intern/fristen')).words,
    /Protokoll, mit dem, was neben ihm steht 10 Jahre nach dem Eintrag nichts/,
  )
})

t.test('the term is set from the command line', async (t) => {
  const { test } = await oldLog(t)
  const folder = t.testdir({ 'kurz.json': '{"log": {"days": 30}}', 'lang.json': '{"log": {"days": 7300}}' })
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder }
  const set = (file: string) => stichtag(['retention', 'set', 'alle', `${folder}/${file}`], env)
  t.match(await set('kurz.json'), { code: 1, stderr: /days von 365 bis 36500/ })
  t.match(await set('lang.json'), { code: 0, stdout: /alle log: .*20 Jahre nach dem Eintrag/ })
  t.strictSame(await findDue(test), [])
  t.match(await stichtag(['retention', 'show'], env), { stdout: /alle log: .*20 Jahre nach dem Eintrag/ })
})
