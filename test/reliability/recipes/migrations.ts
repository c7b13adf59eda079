import { openDatabase } from '../../../server/database/database.ts'
import { appliedMigrations, knownMigrations, migrateToLatest } from '../../../server/database/migrate.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

const racers = 3

/** Found before those of PostgreSQL: whoever asks for a turn has it. */
const openDoors = `
  create function pg_advisory_lock(bigint) returns void language sql as '';
  create function pg_advisory_xact_lock(bigint) returns void language sql as '';
  do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`

export const migrationRaces: Recipe = {
  ...promised.migrations,
  async run(t, { planted, amount }) {
    const times = amount(1, 20)
    const known = await knownMigrations()
    const faults: string[] = []
    for (let race = 1; race <= times; race += 1) {
      const { url, pool, db } = await bareDatabase(t)
      if (planted) await pool.query(openDoors)
      const all = Array.from({ length: racers }, () => openDatabase(url))
      const ends = await Promise.allSettled(all.map((one) => migrateToLatest(one.db)))
      await Promise.all(all.map(({ close }) => close()))
      const applied = ends.map((end) => (end.status === 'fulfilled' ? end.value.length : 0))
      const told = `race ${race}: applied were ${applied.join(', ')} of ${known.length}`
      const failed = ends.flatMap((end) => (end.status === 'rejected' ? [`race ${race}: ${end.reason}`] : []))
      const isOne = applied.toSorted((a, b) => b - a).join() === [known.length, 0, 0].join()
      const isWhole = (await appliedMigrations(db)).join() === known.join()
      faults.push(...failed, ...unless(isOne, told), ...unless(isWhole, `race ${race}: not all are noted`))
    }
    return { done: `races of ${racers} on an empty database`, times, faults }
  },
}
