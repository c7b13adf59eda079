import Fastify from 'fastify'
import { sql } from 'kysely'
import t from 'tap'
import { keepHouse } from '../../../server/boot/keep-house.ts'
import { takeAttempt } from '../../../server/store/attempts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('the server forgets who logged in a while ago, and keeps locked out who tries too often now', async (t) => {
  const { db } = await freshDatabase(t)
  for (let tries = 0; tries < 11; tries += 1) await takeAttempt(db, '192.0.2.1')
  await sql`insert into attempt (key, window_start, count)
    select key, window_start - minutes * interval '1 minute', count from attempt, unnest(array[15, 30, 3000]) minutes
    union all select '192.0.2.2', now() - interval '14 minutes', 1`.execute(db)

  for (const server of [Fastify(), Fastify()]) {
    t.teardown(() => server.close())
    keepHouse(server, db)
    await server.ready()
  }
  const kept = await db.selectFrom('attempt').select(['key', 'count']).orderBy('key').execute()
  t.strictSame(kept, [
    { key: '192.0.2.1', count: 11 },
    { key: '192.0.2.2', count: 1 },
  ])
  t.ok((await takeAttempt(db, '192.0.2.1')) > 0)
})
