import { laenderOn, servers } from './country.ts'
import { type Machine, onMachine } from './machines.ts'

/** Rows that lie on a server to which they do not belong, or on two: whatever refuses them could have been forgotten. */
export async function misplaced(machines: readonly Machine[]): Promise<string[]> {
  const faults: string[] = []
  const seen = new Map<string, string>()
  for (const [at, machine] of machines.entries()) {
    const own = new Set(laenderOn(servers[at] ?? 0).map(({ key }) => key))
    const found = await onMachine(machine, async (client) => {
      const { rows } = await client.query<{ kind: string; land: string; keys: string[] }>(
        `select 'participant' as kind, forschung.land_of(gkz) as land, array_agg(distinct gkz) as keys
           from participant where gkz is not null group by 2
         union all
         select 'observation', land, array_agg(distinct region) from forschung.observation group by 2`,
      )
      return rows
    })
    for (const { kind, land, keys } of found) {
      if (!own.has(land)) faults.push(`${machine.name} has ${kind} of Land ${land}: ${keys.slice(0, 3).join(', ')}`)
      for (const key of keys) {
        const other = seen.get(`${kind} ${key}`)
        if (other !== undefined) faults.push(`${kind} ${key} lies on ${other} and on ${machine.name}`)
        seen.set(`${kind} ${key}`, machine.name)
      }
    }
  }
  return faults
}
