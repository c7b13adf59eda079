import { difference, inDigits } from './digits.ts'
import { openReader } from './evaluations.ts'
import { copy } from './fill.ts'
import { onMachine } from './machines.ts'
import { misplaced } from './placement.ts'
import { lookAtPlans } from './plans.ts'
import { noteStatements } from './statements.ts'
import { inTwoSteps, totals } from './totals.ts'
import type { World } from './world.ts'

/** A defect, and what found it: undefined where nothing did. */
type Planted = (world: World) => Promise<string | undefined>

const series = ({ country }: World) => country.monthly.series
/** A row of the first Kommune, which lies on the first server. */
const strange = ({ country }: World) => `1\t1\t1999-01-01\t1\t${country.kommunen[0]?.gkz}\t\\N\tf\n`

/** Each leaves the servers as it found them. */
export const planted: Readonly<Record<string, Planted>> = {
  'a row of another Land is copied to a server': async (world) => {
    const [, second] = world.machines
    if (second === undefined) return undefined
    return onMachine(second, (client) =>
      copy(client, 'observation', [strange(world)]).then(
        () => undefined,
        (error: Error) => error.message,
      ),
    )
  },
  'the same, where nothing refuses it': async (world) => {
    const [, second] = world.machines
    if (second === undefined) return undefined
    return onMachine(second, async (client) => {
      const { rows } = await client.query<{ check: string }>(
        `select pg_get_constraintdef(oid) as check from pg_constraint where conname = 'observation_of_here'`,
      )
      await client.query('alter table observation drop constraint observation_of_here')
      try {
        await copy(client, 'observation', [strange(world)])
        const [found] = await misplaced(world.machines)
        return found
      } finally {
        await client.query(`begin; set local session_replication_role = replica;
          delete from observation where starts = '1999-01-01'; commit;
          alter table observation add constraint observation_of_here ${rows[0]?.check}`)
      }
    })
  },
  'sums are made of floats, in the order of the servers': async (world) => {
    const [one, over] = await Promise.all([
      totals(world.one.pool, inTwoSteps(), series(world)),
      totals(world.over.pool, inTwoSteps('float'), series(world)),
    ])
    return difference(inDigits(one), inDigits(over))
  },
  'sums are not left to the servers': async (world) => {
    const reader = openReader(world.coordinator.url, 1)
    try {
      const asked = noteStatements(reader.pool)
      await reader.pool.query('set enable_partitionwise_aggregate = off')
      await totals(reader.pool, inTwoSteps(), series(world))
      const { faults } = await lookAtPlans(reader.pool, asked, world.machines.length, ['sums by month, in two steps'])
      return faults[0]
    } finally {
      await reader.close()
    }
  },
  'a part is left out': async (world) => {
    const whole = inDigits(await totals(world.one.pool, inTwoSteps(), series(world)))
    return onMachine(world.coordinator, async (client) => {
      const lands = (
        await client.query<{ bound: string }>(
          `select pg_get_expr(relpartbound, oid) as bound from pg_class where relname = 'observation_2'`,
        )
      ).rows[0]?.bound
      await client.query('alter table observation detach partition observation_2')
      try {
        return difference(whole, inDigits(await totals(world.over.pool, inTwoSteps(), series(world))))
      } finally {
        await client.query(`alter table observation attach partition observation_2 ${lands}`)
      }
    })
  },
  'something is written over the servers': async (world) => {
    return onMachine(world.coordinator, (client) =>
      client.query(`delete from observation where starts = '1999-01-01'`).then(
        () => undefined,
        (error: Error) => error.message,
      ),
    )
  },
}
