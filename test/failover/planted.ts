import pg from 'pg'
import { until } from '../support/until.ts'
import { nodes as addresses, type NodeName } from './documented.ts'
import { untilLeader } from './patroni.ts'

/** So much is acknowledged that no standby has. */
const behind = 20

/** What Patroni is told where acknowledged ones are to be lost: nobody waits for another one, and who is far behind may write. */
export function unsafe(patroni: string): string {
  const changed = patroni
    .replace('synchronous_mode: true', 'synchronous_mode: false')
    .replace('synchronous_mode_strict: true', 'synchronous_mode_strict: false')
    .replace(/maximum_lag_on_failover: \d+/, 'maximum_lag_on_failover: 1073741824')
  if (changed === patroni) throw new Error('there is nothing to plant')
  return changed
}

async function ask(name: NodeName, password: string, ...statements: string[]): Promise<pg.QueryResult | undefined> {
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@${addresses[name]}:5432/postgres` })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let last: pg.QueryResult | undefined
    for (const statement of statements) last = await client.query(statement)
    return last
  } finally {
    await client.end()
  }
}

/** Nobody follows any more; comes back with what lets them follow whoever writes then. */
export async function detach(password: string, acknowledged: () => number): Promise<() => Promise<void>> {
  const leader = await untilLeader()
  await ask(
    leader,
    password,
    'alter role replicator nologin',
    'select pg_terminate_backend(pid) from pg_stat_replication',
  )
  const before = acknowledged()
  await until(() => acknowledged() >= before + behind, 60)
  return async () => {
    await ask(await untilLeader(), password, 'alter role replicator login')
  }
}
