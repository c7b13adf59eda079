import { sql } from 'kysely'
import t from 'tap'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

t.test('what was amended is used, what was given stays, state by state', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db } = world
  const [unit = ''] = await withRegistry(world)
  await addWave(world, 'umfrage-1', [unit], () => ({ zp_gesamt: 10, b: 1, r: true }))
  const amend = async (
    field: string,
    was: string | null,
    became: string | null,
    more: [string, string] = ['{}', '{}'],
  ) => {
    const { rows } = await sql<{ state: number }>`
      insert into amendment (participant_id, field, was, became, beside, follows, reason, source, state)
      select id, ${field}, ${was}::jsonb, ${became}::jsonb, ${more[0]}::jsonb, ${more[1]}::jsonb, 'typing', 'call',
        next_data_state('amendment') from participant returning state`.execute(db)
    return rows[0]?.state ?? 0
  }
  const used = async (state: number | null, from = 'submission_in') =>
    (
      await sql<{
        answers: object
      }>`select answers from ${sql.raw(from)}(${state}) order by revision desc limit 1`.execute(db)
    ).rows[0]?.answers
  const first = await amend('zp_gesamt', '10', '100')
  const second = await amend('zp_gesamt', '100', null)
  const third = await amend('b', '1', '2', ['{"r": true, "z": null}', '{"r": null, "x": 3}'])
  t.strictSame(await used(first - 1), { zp_gesamt: 10, b: 1, r: true })
  t.strictSame(await used(first), { zp_gesamt: 100, b: 1, r: true })
  t.strictSame(await used(second), { b: 1, r: true })
  t.strictSame(await used(third), { b: 2, x: 3 })
  t.strictSame(await used(null), { b: 2, x: 3 })
  t.strictSame(await used(null, 'collected_in'), { zp_gesamt: 10, b: 1, r: true })
  await sql`update amendment set undone_state = next_data_state('amendment'), undone_at = now() where state = ${first}`.execute(
    db,
  )
  t.strictSame(await used(null), { zp_gesamt: 10, b: 2, x: 3 }, 'the second one rests')
  t.strictSame(await used(third), { b: 2, x: 3 })
})
