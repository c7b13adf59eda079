import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { newestSeal, sealAll, sealSome } from '../../../server/store/log-seals.ts'
import { noteStaff } from '../../../server/store/staff-audit.ts'
import { freshDatabase, type ServedDatabase, type Teardown } from '../../support/fresh-database.ts'

async function withEntries(t: Teardown, count: number): Promise<ServedDatabase> {
  const test = await freshDatabase(t)
  for (let entry = 1; entry <= count; entry += 1)
    await noteStaff(test.db, { action: 'download', detail: { file: `Ümläut ${entry}`, rows: entry } })
  return test
}

/** As somebody does who owns the database. */
async function attack(t: Teardown & { name: string }, statements: string) {
  const { db, owner } = await withEntries(t, 9)
  await sealAll(db)
  await noteStaff(db, { action: 'signed_out' })
  const client = await owner.pool.connect()
  try {
    await client.query('alter table audit_seal drop constraint audit_seal_number')
    await client.query(`set session_replication_role = replica; ${statements}`)
  } finally {
    client.release(true)
  }
  return checkLog(db)
}

t.test('the chain is what its description says, and goes on where it ended', async (t) => {
  const { db } = await withEntries(t, 3)
  t.match(await checkLog(db), { sealed: 0, unsealed: 3, newest: null })
  await sealAll(db)
  await noteStaff(db, { action: 'signed_out', detail: { b: 1, aa: 2.5 } })
  await sealAll(db)
  const { rows } = await sql<{ id: number; at: string; detail: string }>`select id, detail::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from audit order by id`.execute(db)
  let hash: Uint8Array = Buffer.alloc(32)
  for (const [place, { id, at, detail }] of rows.entries()) {
    const action = place === 3 ? 'signed_out' : 'download'
    const text = `[${id}, "${at}", "${action}", null, null, null, ${detail}]`
    hash = createHash('sha256')
      .update(Buffer.concat([hash, Buffer.from(text)]))
      .digest()
  }
  t.strictSame(await newestSeal(db), { number: 4, hash: Buffer.from(hash).toString('hex') })
  t.strictSame(await checkLog(db), { sealed: 4, unsealed: 0, newest: await newestSeal(db) })
})

t.test('nothing of the log or of its chain can be changed, also not while something is erased', async (t) => {
  const { db, owner } = await withEntries(t, 1)
  await sealAll(db)
  await owner.db.transaction().execute(async (trx) => {
    await sql`with marked as (insert into erasure (batch, holds, ground, texts)
      values (gen_random_uuid(), 'text', 'b', 1) returning id)
      select set_config('stichtag.erasure', id::text, true) from marked`.execute(trx)
    for (const statement of [
      `update audit set detail = '{}'`,
      'delete from audit',
      'delete from audit_seal',
      'update audit_seal set number = 5',
    ]) {
      await sql`savepoint before`.execute(trx)
      await t.rejects(sql.raw(statement).execute(trx), /append-only/, statement)
      await sql`rollback to before`.execute(trx)
    }
  })
  t.match(await checkLog(db), { sealed: 1, fault: undefined })
})

t.test('what somebody changes, takes out or puts in with the rights of the owner is found', async (t) => {
  const seal = `'\\x${'ab'.repeat(32)}'`
  const cases: [name: string, statements: string, fault: RegExp, sealed: number][] = [
    ['a changed detail', `update audit set detail = detail || '{"rows": 1}' where id = 4`, /Eintrag 4 .*geändert/, 3],
    ['another time', `update audit set at = at + interval '1 microsecond' where id = 9`, /Eintrag 9 /, 8],
    ['a removed entry', 'delete from audit where id = 5', /Eintrag 5 .*entfernt/, 4],
    [
      'one removed with its seal',
      'delete from audit where id = 5; delete from audit_seal where audit_id = 5',
      /Nummer 5: Ihr Eintrag ist entfernt/,
      4,
    ],
    [
      'one removed, and the gap closed',
      `delete from audit where id = 5; delete from audit_seal where audit_id = 5;
       update audit_seal set number = -number where number > 5; update audit_seal set number = -number - 1 where number < 0`,
      /Eintrag 6 \(Nummer 5 .*vor ihm ist einer eingefügt oder entfernt/,
      4,
    ],
    [
      'one put in between',
      `insert into audit (action) values ('x'); update audit_seal set number = -number where number > 5;
       update audit_seal set number = 1 - number where number < 0; insert into audit_seal select 6, max(id), ${seal} from audit`,
      /Eintrag 11 \(Nummer 6 /,
      5,
    ],
  ]
  for (const [name, statements, fault, sealed] of cases)
    await t.test(name, async (t) => {
      const found = await attack(t, statements)
      t.match(found.fault, fault)
      t.equal(found.sealed, sealed)
    })
})

t.test(
  'an anchor from before shows what the chain alone cannot: an end that is cut off, and a chain made anew',
  async (t) => {
    const { db, owner } = await withEntries(t, 9)
    await sealAll(db)
    const anchor = await newestSeal(db)
    t.match(await checkLog(db, anchor), { sealed: 9, fault: undefined })
    const client = await owner.pool.connect()
    await client.query('set session_replication_role = replica')
    await client.query('delete from audit where id > 7; delete from audit_seal where audit_id > 7')
    client.release(true)
    t.match(await checkLog(db), { sealed: 7, fault: undefined })
    t.match(await checkLog(db, anchor), { sealed: 7, fault: /endet vor der Nummer 9/ })

    await noteStaff(db, { action: 'signed_out' })
    await noteStaff(db, { action: 'signed_out' })
    await sealAll(db)
    t.match(await checkLog(db), { sealed: 9, fault: undefined })
    t.match(await checkLog(db, anchor), { sealed: 8, fault: /neu geschrieben/ })
  },
)

t.test('several servers seal at once, each entry once and in one chain', async (t) => {
  const { db, url } = await withEntries(t, 40)
  const others = [openDatabase(url), openDatabase(url)]
  const noting = Array.from({ length: 40 }, () => noteStaff(db, { action: 'signed_out' }))
  for (let round = 0; round < 10; round += 1) await Promise.all(others.map((other) => sealSome(other.db)))
  await Promise.all(noting)
  await Promise.all(others.map((other) => sealAll(other.db)))
  await sealAll(db)
  for (const other of others) await other.close()
  t.match(await checkLog(db), { sealed: 80, unsealed: 0, fault: undefined })
})

t.test('what commits late is sealed late, and what is taken back leaves no gap', async (t) => {
  const { db, pool } = await withEntries(t, 2)
  const late = await pool.connect()
  await late.query('begin')
  await late.query(`insert into audit (action) values ('late')`)
  const undone = await pool.connect()
  await undone.query('begin')
  await undone.query(`insert into audit (action) values ('undone')`)
  await noteStaff(db, { action: 'signed_out' })
  await sealAll(db)
  t.match(await checkLog(db), { sealed: 3, unsealed: 0, fault: undefined })
  await late.query('commit')
  await undone.query('rollback')
  for (const client of [late, undone]) client.release()
  t.match(await checkLog(db), { sealed: 3, unsealed: 1, fault: undefined })
  await sealAll(db)
  t.match(await checkLog(db), { sealed: 4, unsealed: 0, fault: undefined })
  const { rows } = await sql<{
    ids: number[]
  }>`select array_agg(audit_id order by number) as ids from audit_seal`.execute(db)
  t.strictSame(rows[0]?.ids, [1, 2, 5, 3])
})

t.test('what commits far behind the newest is found by the look through the whole log', async (t) => {
  const { db, pool } = await withEntries(t, 1)
  const late = await pool.connect()
  await late.query('begin')
  await late.query(`insert into audit (action) values ('late')`)
  await sql`insert into audit (action) select 'signed_out' from generate_series(1, 10001)`.execute(db)
  await sealAll(db, 'recent')
  await late.query('commit')
  late.release()
  await sealAll(db, 'recent')
  t.match(await checkLog(db), { sealed: 10_002, unsealed: 1, fault: undefined })
  await sealAll(db)
  t.match(await checkLog(db), { sealed: 10_003, unsealed: 0, fault: undefined })
})
