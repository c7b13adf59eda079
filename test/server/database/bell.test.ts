import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { openBell } from '../../../server/database/bell.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('a server that lets in whom it lets not listen, as a replica does, is left again', async (t) => {
  const { url, pool } = await freshDatabase(t)
  // No channel has this name.
  const bell = await openBell(url, '')
  await sleep(2_500)
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::integer from pg_stat_activity where application_name = 'stichtag-bell' and datname = current_database()",
  )
  t.ok(Number(rows[0]?.count) <= 1, `${rows[0]?.count} connections after three tries`)
  await bell.close()
})
