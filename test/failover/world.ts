import { randomBytes } from 'node:crypto'
import { openDatabase } from '../../server/database/database.ts'
import { manyPeople } from '../support/many-people.ts'
import { nodes as addresses, type NodeName, nodeNames, type Passwords, passwords as words } from './documented.ts'
import { type Evaluator, evaluatorFor } from './evaluator.ts'
import { type Instance, makeInstance } from './instance.ts'
import { makeBridge } from './machine.ts'
import { makeNode, type Node } from './node.ts'
import { untilLeader, untilWhole } from './patroni.ts'
import { unsafe } from './planted.ts'
import { type Writers, writersOf } from './writers.ts'

const people = 8
/** Where the people are who write. */
const outside = '10.0.0.1'

interface World {
  nodes: Record<NodeName, Node>
  instances: readonly Instance[]
  writers: Writers
  evaluator: Evaluator
  superuser: string
  /** The database as its owner sees it, wherever it writes just now. */
  withDatabase<T>(work: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T>
}

/** All machines of the page, set up in the order in which it tells, and people who are logged in. */
export async function makeWorld(place: string, planted: boolean, tell: (line: string) => void): Promise<World> {
  const passwords = Object.fromEntries(words.map((word) => [word, randomBytes(24).toString('hex')])) as Passwords
  const { SUPERUSER_PASSWORD: superuser, SECRET_OF_BOTH: secret } = passwords
  await makeBridge(outside)
  const made: [NodeName, Node][] = []
  for (const name of nodeNames) made.push([name, await makeNode(place, name, passwords, planted ? unsafe : asItIs)])
  const nodes = Object.fromEntries(made) as Record<NodeName, Node>
  for (const node of Object.values(nodes)) node.boot()
  const [one, other] = [await makeInstance(place, 'a1'), await makeInstance(place, 'a2')]
  const instances = [one, other]
  for (const instance of instances) instance.startProxy()
  await untilWhole()
  tell('three databases, of which one writes')

  const url = (role: string, password: string, at = '127.0.0.1:5000') => `postgres://${role}:${password}@${at}`
  const printed = await one.command(['database', 'setup'], {
    DATABASE_ADMIN_URL: `${url('postgres', superuser)}/postgres`,
  })
  const passwordOf = (role: string) => new RegExp(`//${role}:([^@]+)@`).exec(printed)?.[1] ?? ''
  const [application, owner] = [passwordOf('stichtag_app'), passwordOf('stichtag_owner')]
  await one.command(['migrate'], {
    DATABASE_URL: `${url('stichtag_app', application)}/stichtag`,
    DATABASE_OWNER_URL: `${url('stichtag_owner', owner)}/stichtag`,
    STICHTAG_SECRET: secret,
  })
  const withDatabase: World['withDatabase'] = async (work) => {
    const leader = await untilLeader()
    const database = openDatabase(`${url('stichtag_owner', owner, `${addresses[leader]}:5432`)}/stichtag`, {
      statementTimeout: 0,
    })
    return work(database).finally(() => database.close())
  }
  const senders = (await withDatabase(({ db }) => manyPeople(db, people))).map((person, index) => ({
    base: (index % 2 === 0 ? one : other).base,
    ...person,
  }))
  const writers = writersOf(senders)
  const evaluator = await withDatabase(({ db }) => evaluatorFor(db, writers))
  await Promise.all(instances.map((one) => one.serve({ ...passwords, APPLICATION_PASSWORD: application })))
  tell(`two instances, ${people} people who write`)
  return { nodes, instances, writers, evaluator, superuser, withDatabase }
}

const asItIs = (text: string) => text
