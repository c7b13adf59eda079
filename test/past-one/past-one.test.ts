import { randomBytes } from 'node:crypto'
import t, { type Test } from 'tap'
import { administer, ensureTemplate, openSuite, withDatabase } from '../support/suite-cluster.ts'
import { inventedGemeinden, laender, landOf, servers } from './country.ts'
import { difference, inDigits } from './digits.ts'
import { evaluations } from './evaluations.ts'
import { writeReferences } from './fill.ts'
import { type Held, holdDigits, holdPlans } from './hold.ts'
import type { Machine } from './machines.ts'
import { tellsOfPart } from './outage.ts'
import { planted } from './planted.ts'
import { asOwner, makeWorld, parted, type World } from './world.ts'

/** What has the statements that are looked at; all of them are tried by `npm run past-one`. */
const chosen = ['wave describe, weighted, by size', 'response', 'official figures', 'file of a wave']

/** A small part of the country on databases of the suite's cluster, which stand for servers here. */
async function smallWorld(t: Test): Promise<World> {
  const cluster = await openSuite()
  t.teardown(async () => void (await cluster.release({ leaveRunning: true })))
  const prefix = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const names = [...servers.map((one) => `land_${one}`), 'forschung', 'allein']
  const first = `${prefix}_vorlage`
  const drop = (name: string) => `drop database if exists ${name} with (force)`
  const onCluster = (statement: string) => administer(cluster.ownerUrl, (client) => client.query(statement))
  const template = await ensureTemplate(cluster.ownerUrl, 'kommunen')
  await onCluster(`create database ${first} template ${template} strategy file_copy`)
  t.teardown(() => onCluster(drop(first)))
  await writeReferences(withDatabase(cluster.ownerUrl, first))
  const machines: Machine[] = []
  for (const name of names) {
    const database = `${prefix}_${name}`
    await onCluster(`create database ${database} template ${first} strategy file_copy`)
    machines.push({
      name,
      url: withDatabase(cluster.url, database),
      ownerUrl: withDatabase(cluster.ownerUrl, database),
      kill: async () => {
        await onCluster(`alter database ${database} allow_connections false`)
        await onCluster(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`)
      },
      start: async () => void (await onCluster(`alter database ${database} allow_connections true`)),
      end: async () => void (await onCluster(drop(database))),
    })
  }
  const world = await makeWorld(parted(machines), { part: 0.02, months: 3, seed: 7 }, undefined, prefix)
  t.teardown(async () => {
    await world.end()
    for (const place of [0, ...servers]) await onCluster(`drop role ${prefix}_${place}`)
  })
  return world
}

t.test('the Länder lie side by side, and a key tells its Land', async (t) => {
  t.equal(
    laender.reduce((sum, { gemeinden }) => sum + gemeinden, 0),
    10_753,
  )
  t.equal(new Set(inventedGemeinden.map(({ gkz }) => gkz)).size, 10_753 - 1_101)
  t.strictSame(
    ['437124', '438001', '117'].map((key) => landOf(key).key),
    ['08', '09', '08'],
  )
  const order = laender.map(({ server }) => server)
  t.strictSame(order, order.toSorted(), 'so that each server has one span')
})

t.test('a difference of the last digit is seen, and what is no number', async (t) => {
  t.type(difference(inDigits([0.1 + 0.2]), inDigits([0.3])), 'string')
  t.equal(inDigits(new Map([['a', Float64Array.of(Number.NaN, -0)]])), '[["a",["NaN","-0"]]]')
})

t.test('evaluations over several servers say what one server says; a part is never told as the whole', async (t) => {
  const world = await smallWorld(t)
  const held: Held[] = []
  await holdDigits(
    world,
    () => undefined,
    (one) => held.push(one),
    chosen,
  )
  await holdPlans(world, (one) => held.push(one))
  for (const { what, faults } of held) t.strictSame(faults, [], what)
  for (const [defect, find] of Object.entries(planted)) t.type(await find(world), 'string', `found: ${defect}`)

  const newest = async ({ pool }: World['over']) =>
    (await pool.query('select newest_data_state() as state')).rows[0].state
  const before = await newest(world.over)
  const states: number[] = []
  for (const machine of world.machines)
    states.push(
      await asOwner(
        machine,
        async ({ pool }) => (await pool.query(`select next_data_state('import') as state`)).rows[0].state,
      ),
    )
  t.ok(
    states.every((state) => state > before),
    'what comes after a state that was told has a higher one, wherever it comes',
  )
  t.equal(new Set(states).size, states.length)
  t.equal(await newest(world.over), Math.max(...states))

  const [, second] = world.machines
  await second?.kill()
  for (const [what, evaluate] of Object.entries(evaluations))
    if (chosen.includes(what)) t.ok(await tellsOfPart(world.over, evaluate), what)
  await second?.start()
  t.equal(await tellsOfPart(world.over, evaluations.response as (typeof evaluations)[string]), false, 'it came back')
})
