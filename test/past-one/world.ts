import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { applicationRole } from '../../server/database/embedded/application-role.ts'
import { landOf, servers } from './country.ts'
import { openReader } from './evaluations.ts'
import { type Country, type Filled, fill, readCountry, type Size, writeReferences } from './fill.ts'
import { layOutCoordinator, layOutServer } from './layout.ts'
import { type Machine, startMachines } from './machines.ts'
import { noteStatements, type Statement } from './statements.ts'

/** A country on several servers, what reads them all, and one server that holds the same alone. */
export interface World extends Machines {
  /** For the role with which evaluations read. */
  over: Database
  one: Database
  country: Country
  filled: readonly Filled[]
  /** What is asked through `over`. */
  asked: Statement[]
  end(): Promise<void>
}

export interface Machines {
  machines: readonly Machine[]
  coordinator: Machine
  alone: Machine
}

type Say = (line: string) => void

/** Each with a PostgreSQL of its own. */
export async function startAll(place: string): Promise<Machines> {
  const names = [...servers.map((one) => `land_${one}`), 'forschung', 'allein']
  return parted(await startMachines(place, names, writeReferences))
}

/** The last two are the one that reads the others, and the one that holds all. */
export function parted(all: readonly Machine[]): Machines {
  const [machines, coordinator, alone] = [all.slice(0, -2), all.at(-2), all.at(-1)]
  if (coordinator === undefined || alone === undefined) throw new Error('there are fewer than were started')
  return { machines, coordinator, alone }
}

/** Lays out and fills servers that know the register and the waves. */
export async function makeWorld(
  { machines, coordinator, alone }: Machines,
  size: Size,
  say: Say = () => undefined,
  role = 'stichtag_forschung',
): Promise<World> {
  const addresses = machines.map(({ ownerUrl: url }, at) => {
    return {
      place: servers[at] ?? 0,
      url,
      role: `${role}_${servers[at]}`,
      password: randomBytes(18).toString('base64url'),
    }
  })
  for (const [at, machine] of machines.entries()) {
    const address = addresses[at]
    if (address) await asOwner(machine, ({ db }) => layOutServer(db, address.place, address, applicationRole))
  }
  const nobody = { role: `${role}_0`, password: randomBytes(18).toString('base64url') }
  await asOwner(alone, ({ db }) => layOutServer(db, 0, nobody, applicationRole))
  await asOwner(coordinator, ({ db }) => layOutCoordinator(db, addresses, applicationRole))
  const country = await readCountry(alone, size)
  const filled: Filled[] = []
  for (const [at, machine] of machines.entries()) {
    filled.push(await fill(machine, country, ({ gkz }) => landOf(gkz).server === servers[at]))
    say(`${machine.name} is filled`)
  }
  filled.push(await fill(alone, country, () => true))
  say(`${alone.name} is filled`)
  await asOwner(coordinator, ({ pool }) => pool.query('analyze participant, submission'))
  const [over, one] = [openReader(coordinator.url), openReader(alone.url)]
  return {
    ...{ machines, coordinator, alone, over, one, country, filled },
    asked: noteStatements(over.pool),
    async end() {
      await Promise.all([over.close(), one.close()])
      for (const machine of [...machines, coordinator, alone]) await machine.end()
    },
  }
}

export async function asOwner<T>({ ownerUrl }: Machine, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(ownerUrl, { max: 2, statementTimeout: 0, idleInTransactionTimeout: 0 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
