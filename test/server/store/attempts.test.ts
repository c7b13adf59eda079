import { sql } from 'kysely'
import t from 'tap'
import { takeAttempt } from '../../../server/store/attempts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('who tried yesterday is forgotten: an address must not be kept longer than it is needed', async (t) => {
  const { db } = await freshDatabase(t)
  const add = (key: string, age: string) =>
    sql`insert into attempt values (${key}, now() - ${age}::interval, 3)`.execute(db)
  await add('192.0.2.1', '25 hours')
  await add('192.0.2.2', '23 hours')
  await takeAttempt(db, '192.0.2.3')
  const rows = await db.selectFrom('attempt').select('key').orderBy('key').execute()
  t.strictSame(
    rows.map(({ key }) => key),
    ['192.0.2.2', '192.0.2.3'],
  )
})
