import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../../server/database/embedded/run.ts'
import { allProcesses, kill } from '../support/kill-processes.ts'

const bridge = 'br0'

/** A machine with a network of its own, on the bridge that they share with this process. */
export interface Machine {
  name: string
  address: string
  /** Where its files lie. */
  folder: string
  /** Starts a program on it, as a user; what it says is kept in a file. */
  start(command: readonly string[], options?: { as?: string; env?: Record<string, string> }): ChildProcess
  /** Pulls the plug of its network. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Ends all that runs on it, as the loss of its power would. */
  powerOff(): Promise<void>
}

async function does(file: string, ...args: string[]): Promise<void> {
  const { code, output } = await run(file, args)
  if (code !== 0) throw new Error(`${file} ${args.join(' ')}: ${output}`)
}

/** The network that machines are plugged into. */
export async function makeBridge(address: string): Promise<void> {
  await does('ip', 'link', 'set', 'lo', 'up')
  await does('ip', 'link', 'add', bridge, 'type', 'bridge')
  await does('ip', 'address', 'add', `${address}/24`, 'dev', bridge)
  await does('ip', 'link', 'set', bridge, 'up')
}

export async function makeMachine(place: string, [name, address]: readonly [string, string]): Promise<Machine> {
  const folder = join(place, name)
  await mkdir(folder, { mode: 0o755 })
  // Holds the network while nothing runs there.
  const holder = spawn('unshare', ['--net', 'sleep', 'infinity'], { stdio: 'ignore' })
  await once(holder, 'spawn')
  const net = `/proc/${holder.pid}/ns/net`
  const own = await readlink('/proc/self/ns/net')
  while ((await readlink(net)) === own) await sleep(10)
  const within = ['nsenter', `--net=${net}`, '--']
  const plug = `to-${name}`
  await does('ip', 'link', 'add', plug, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(holder.pid))
  await does('ip', 'link', 'set', plug, 'master', bridge, 'up')
  for (const command of [
    ['ip', 'link', 'set', 'lo', 'up'],
    ['ip', 'address', 'add', `${address}/24`, 'dev', 'eth0'],
    ['ip', 'link', 'set', 'eth0', 'up'],
  ]) {
    const [file = '', ...args] = [...within, ...command]
    await does(file, ...args)
  }
  const id = await readlink(net)
  return {
    name,
    address,
    folder,
    start([program = '', ...args], { as, env = {} } = {}) {
      const user = as === undefined ? [] : ['setpriv', `--reuid=${as}`, `--regid=${as}`, '--init-groups', '--']
      const [file = '', ...rest] = [...within, ...user, program, ...args]
      const log = createWriteStream(join(folder, `${program.split('/').at(-1)}.log`), { flags: 'a' })
      const options: SpawnOptions = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', ...env } }
      const child = spawn(file, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
      for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false })
      child.once('close', () => log.end())
      return child
    },
    cut: () => does('ip', 'link', 'set', plug, 'down'),
    mend: () => does('ip', 'link', 'set', plug, 'up'),
    async powerOff() {
      // What is just being started is found in another round.
      for (let found = 1; found > 0; ) {
        const pids = (await allProcesses()).filter((pid) => pid !== holder.pid)
        const nets = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/ns/net`).catch(() => '')))
        const here = pids.filter((_pid, place) => nets[place] === id)
        kill(...here)
        found = here.length
        if (found > 0) await sleep(50)
      }
    },
  }
}
