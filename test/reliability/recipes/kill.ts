import { setTimeout as sleep } from 'node:timers/promises'
import { keepAcknowledged } from '../../support/acknowledged.ts'
import { killDatabase, killWorkers } from '../../support/kill-processes.ts'
import { clusterFolder } from '../../support/own-cluster.ts'
import { patiently, servedPeople } from '../../support/served-people.ts'
import { until } from '../../support/until.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

type Target = 'server' | 'workers' | 'database'
const targets: readonly Target[] = ['server', 'workers', 'database']
/** So often somebody types before they submit. */
const savesEach = 8
/** Seconds after which a machine that is busy beyond measure is given up. */
const patience = 120

/**
 * In each transaction, which ends with the statement, 'committed' is said before it is written. `synchronous_commit` alone could not be
 * set: each connection of ours asks for it. What was written last lies in memory for longer, so that a kill finds some.
 */
const early = `
  create function acknowledge_early() returns trigger language plpgsql as $$ begin
    perform set_config('synchronous_commit', 'off', true);
    return null;
  end $$;
  do $$ declare own regclass; begin
    for own in select c.oid from pg_class c where c.relkind in ('r', 'p') and not c.relispartition
      and c.relnamespace::regnamespace::text in ('public', 'contact', 'staff') loop
      execute format('create trigger acknowledge_early after insert or update or delete on %s
        for each statement execute function acknowledge_early()', own);
    end loop;
  end $$`

export const kills: Recipe = {
  ...promised.kills,
  async run(t, { planted, random, amount }) {
    const clients = amount(8, 32)
    const wanted = amount(50, 100_000)
    const drawn = Array.from({ length: amount(0, 98) }, () => random.pick(targets) ?? 'server')
    const plan: Target[] = planted ? ['database', 'database', 'database'] : ['server', 'database', ...drawn]
    const world = await servedPeople(t, await clusterFolder(t), clients)
    const { people, database, data } = world
    if (planted) {
      await database.pool.query(early)
      for (const setting of ["wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"])
        await database.pool.query(`alter system set ${setting}`)
      await database.pool.query('select pg_reload_conf()')
    }
    const acknowledged = keepAcknowledged()
    /** When the newest of the acknowledged ones was begun. */
    let begun = 0
    let failures = 0
    let over = false
    t.teardown(() => {
      over = true
    })
    const work = people.map(async (sender) => {
      const typist = acknowledged.typist(sender)
      for (let number = 1; !over; number += 1) {
        const now = Date.now()
        // Nobody answers while the server is away: the same as for a person, who tries again.
        const act = number % savesEach === 0 ? typist.submit() : typist.save()
        if (await act.catch(() => false)) begun = Math.max(begun, now)
        else {
          failures += 1
          await sleep(100)
        }
      }
    })
    const faults: string[] = []
    for (const [index, target] of plan.entries()) {
      await sleep(random.next() * 1_500)
      if (target === 'database') await killDatabase(data)
      else if (target === 'workers') await killWorkers(world.server().process.pid ?? 0)
      else {
        world.server().process.kill('SIGKILL')
        await world.server().ended
        await world.serve()
      }
      // What was under way does not count: its answer may still come.
      const killed = Date.now()
      await until(() => begun > killed, patience)
      if (begun > killed) continue
      faults.push(`after the kill ${index + 1}, of the ${target}, nothing is stored any more`)
      break
    }
    // However slow the machine is: of too few it would say nothing that none is lost.
    await until(() => acknowledged.count() >= wanted || faults.length > 0, amount(patience, 1_800))
    over = true
    await Promise.all(work)
    // A database that does not come back is told of above; nobody can look into it.
    const lost = faults.length > 0 ? [] : await patiently(() => acknowledged.lost(database.db))
    return {
      done: `kills while ${clients} write, ${acknowledged.count()} saves and submissions acknowledged, ${failures} not`,
      times: plan.length,
      faults: [
        ...faults,
        ...lost,
        ...unless(acknowledged.count() >= wanted, `only ${acknowledged.count()} were acknowledged`),
        ...unless(failures > 0, 'no request met a dead server'),
      ],
    }
  },
}
