import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeName, nodeNames, nodes } from './documented.ts'

interface Member {
  name: NodeName
  role: string
  state: string
  lag?: number | string
}

const patience = 2_000
/** So few bytes behind is not behind. */
const near = 100_000
/** Who has to be there; where nobody waits for another one, there is no synchronous standby. */
let whole: readonly string[] = ['leader', 'sync_standby']

export function expectNobodyWaits(): void {
  whole = ['leader']
}

async function ask(name: NodeName, path: string, body?: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://${nodes[name]}:8008${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(body === undefined ? patience : 60_000),
  })
  return { status: response.status, text: await response.text() }
}

/** Who writes, as it says itself; nobody while another one takes over. */
async function findLeader(): Promise<NodeName | undefined> {
  const answers = await Promise.all(
    nodeNames.map((name) =>
      ask(name, '/primary').then(
        ({ status }) => status === 200,
        () => false,
      ),
    ),
  )
  return nodeNames.find((_name, place) => answers[place])
}

/** Hands over to whoever has all; comes back when that is done. */
export async function switchOver(leader: NodeName): Promise<void> {
  const { status, text } = await ask(leader, '/switchover', { leader })
  if (status !== 200) throw new Error(`the switchover was refused: ${text}`)
}

/** One writes, another one has all that it acknowledges, the third follows. */
async function isWhole(): Promise<boolean> {
  const views = await Promise.all(nodeNames.map(membersAt))
  const leaders = views.map((members) => members.find(({ role }) => role === 'leader')?.name)
  // Whoever was cut off tells for a while what it knew before.
  if (new Set(leaders).size > 1) return false
  return views.every((members) => {
    const roles = members.map(({ role }) => role)
    const follow = members.every(({ state, lag = 0 }) => ['running', 'streaming'].includes(state) && Number(lag) < near)
    return follow && members.length === nodeNames.length && whole.every((role) => roles.includes(role))
  })
}

const membersAt = (name: NodeName): Promise<Member[]> =>
  ask(name, '/cluster').then(
    ({ text }) => JSON.parse(text).members ?? [],
    () => [],
  )

export async function untilWhole(seconds = 150): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(500)) if (await isWhole()) return
  throw new Error(`the three did not come together within ${seconds} seconds`)
}

export async function untilLeader(
  isMeant: (leader: NodeName) => boolean = () => true,
  seconds = 60,
): Promise<NodeName> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(100)) {
    const leader = await findLeader()
    if (leader !== undefined && isMeant(leader)) return leader
  }
  throw new Error(`nobody took over within ${seconds} seconds`)
}
