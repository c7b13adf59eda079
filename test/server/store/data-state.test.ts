import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import t from 'tap'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../server/forms/form.ts'
import { readSnapshot } from '../../../server/store/panel-answers.ts'
import { readParticipation } from '../../../server/store/participation.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct, withRegistry } from '../../support/panel-world.ts'

/** Four Kommunen that were asked and have not answered yet; `submit` lets one answer in a transaction of the caller's. */
async function askedWorld(world: FreshDatabase) {
  const units = (await withRegistry(world)).slice(0, 4)
  await addWave(world, 'umfrage-1', units, () => undefined)
  const submit = (client: PoolClient, unit: string) =>
    client.query(
      `insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments,
         justifications, content_hash)
       select id, 1, 'Q-' || unit, '1.0.0', '', '{"zp_gesamt": 5}', '{}', '[]', unit
       from participant where unit = $1 on conflict do nothing`,
      [unit],
    )
  const answeredIn = async (state: number) => {
    const [of] = await readParticipation(world.db, ['umfrage-1'], units, { state })
    return units.filter((_unit, place) => of?.answered[place] === 1)
  }
  return { units: units as [string, string, string, string], submit, answeredIn }
}

t.test('a submission that began first and is stored last changes no earlier state', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { units, submit, answeredIn } = await askedWorld(world)
  const [slow, quick] = [await world.pool.connect(), await world.pool.connect()]
  await slow.query('begin')
  await submit(slow, units[0])
  await submit(quick, units[1])
  const reading = readSnapshot(world.pool).then(async (early) => ({ early, before: await answeredIn(early.state) }))
  // Whoever does not wait for the first one has read by then.
  await Promise.race([reading, sleep(500)])
  await slow.query('commit')
  const { early, before } = await reading
  slow.release()
  quick.release()
  t.strictSame(await answeredIn(early.state), before)
  t.equal((await readSnapshot(world.pool, early.state)).submissions, early.submissions)
  const late = await readSnapshot(world.pool)
  t.strictSame(await answeredIn(late.state), units.slice(0, 2))
  t.strictSame(await answeredIn(late.state - 1), units.slice(0, 1), 'in the order of their numbers')
})

t.test('what was given up is in no state; what is stored twice is one', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { units, submit, answeredIn } = await askedWorld(world)
  const client = await world.pool.connect()
  await client.query('begin')
  await submit(client, units[0])
  await client.query('rollback')
  await submit(client, units[1])
  await submit(client, units[1])
  client.release()
  const { state, submissions } = await readSnapshot(world.pool)
  t.equal(submissions, 1)
  t.strictSame(await answeredIn(state), [units[1]])
  t.strictSame(await answeredIn(state - 1), [])
  const { rows } = await sql<{ number: number; what: string }>`select number, what from data_state`.execute(world.db)
  t.strictSame(rows, [{ number: state, what: 'submission' }])
  await t.rejects(sql`delete from data_state`.execute(world.owner.db), /data_state is append-only/)
})

t.test('many at once: whatever state somebody reads stays as it was', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(world)).slice(0, 60)
  await addWave(world, 'umfrage-1', units, () => ({ zp_gesamt: 1 }))
  const answered = async (state: number) =>
    (
      await sql<{ count: number }>`select count(*)::integer as count from submission where state <= ${state}`.execute(
        world.db,
      )
    ).rows[0]?.count
  const seen: [state: number, count: number | undefined][] = []
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      const { state } = await readSnapshot(world.pool)
      seen.push([state, await answered(state)])
    }
  })()
  const answering = [0, 1].map(async (own) => {
    for (const unit of units.filter((_unit, place) => place % 2 === own))
      await correct(world, 'umfrage-1', unit, { zp_gesamt: 2 })
  })
  await Promise.all(answering)
  isOver = true
  await looking
  t.ok(seen.length > 1)
  for (const [state, count] of seen) t.equal(await answered(state), count)
})

t.test('a state that is not there yet is refused', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = await withRegistry(world)
  const last = await addWave(world, 'umfrage-1', units.slice(0, 20), () => ({ zp_gesamt: 1 }))
  await addWave(world, 'umfrage-4', units.slice(0, 20), () => undefined)
  const compare = (state: number) =>
    comparePanel(world, new Forms(), { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], state })
  t.equal((await compare(last)).provenance.snapshot.state, last)
  await t.rejects(compare(last + 1), {
    name: 'InputError',
    message: `Den Datenstand ${last + 1} gibt es noch nicht, der neueste ist ${last}.`,
  })
})
