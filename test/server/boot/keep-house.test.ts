import Fastify from 'fastify'
import { sql } from 'kysely'
import t from 'tap'
import { keepHouse } from '../../../server/boot/keep-house.ts'
import { forgetAttempts, takeAttempt } from '../../../server/store/attempts.ts'
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

t.test('how many access codes were refused stays in the log, once, and not which', async (t) => {
  const { db } = await freshDatabase(t)
  await sql`insert into attempt (key, window_start, count) values
    ('zugang', '2026-11-29 10:00+00', 3), ('zugang ab', '2026-11-29 10:00+00', 3),
    ('zugang', '2026-11-29 10:15+00', 12), ('zugang ab', '2026-11-29 10:15+00', 10), ('zugang cd', '2026-11-29 10:15+00', 2),
    ('zugang', '2026-11-29 10:30+00', 1000), ('zugangs', '2026-11-29 10:30+00', 10), ('konto 5', '2026-11-29 10:30+00', 10)
    `.execute(db)
  await Promise.all([forgetAttempts(db), forgetAttempts(db)])
  const rows = await db.selectFrom('audit').select(['action', 'detail']).orderBy('id').execute()
  const noted = (from: string, count: number, atLeast: boolean) => ({
    action: 'codes_refused',
    detail: { from: `2026-11-29T${from}:00+00:00`, minutes: 15, count, atLeast },
  })
  t.strictSame(rows, [noted('10:00', 3, false), noted('10:15', 12, true), noted('10:30', 1000, true)])
  t.strictSame(await db.selectFrom('attempt').select('key').execute(), [])
})
