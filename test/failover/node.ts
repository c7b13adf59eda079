import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts'
import { run } from '../../server/database/embedded/run.ts'
import { childrenOf, commandOf, killDatabase } from '../support/kill-processes.ts'
import { documented, type NodeName, nodes, ofMachine, type Passwords, settingsIn, withPasswords } from './documented.ts'
import { type Machine, makeMachine } from './machine.ts'

const user = 'postgres'

/** A machine with etcd, Patroni and PostgreSQL, as the page sets it up. */
export interface Node extends Machine {
  name: NodeName
  /** Starts what runs there after a start of the machine. */
  boot(): void
  /** Ends PostgreSQL alone, with SIGKILL. */
  crash(): Promise<void>
  /** Nothing is applied any more of what is received; comes back with what lets it go on. */
  standStill(): Promise<() => void>
}

/** `change` plants a defect in the file of Patroni. */
export async function makeNode(
  place: string,
  name: NodeName,
  passwords: Passwords,
  change: (patroni: string) => string,
): Promise<Node> {
  const own = [name, nodes[name]] as const
  const machine = await makeMachine(place, own)
  const at = (path: string) => join(machine.folder, path)
  /** All machines share the files of this one: each has a folder for its own. */
  const folders: Record<string, string> = {
    '/var/lib/etcd/stichtag': at('etcd'),
    '/var/lib/postgresql/15/stichtag': at('data'),
    '/var/lib/postgresql/pgpass-patroni': at('pgpass'),
    '/var/run/postgresql': at('run'),
  }
  const here = (text: string) =>
    Object.entries(folders).reduce((filled, [path, folder]) => filled.replaceAll(path, folder), text)
  const { uid, gid } = await idsOf(user)
  await mkdir(at('run'))
  for (const path of [machine.folder, at('run')]) await chown(path, uid, gid)
  const etcd = settingsIn(here(ofMachine(await documented('/etc/default/etcd'), own)))
  const patroni = here(withPasswords(ofMachine(change(await documented('/etc/patroni/config.yml')), own), passwords))
  await writeFile(at('patroni.yml'), patroni)
  return {
    ...machine,
    name,
    boot() {
      machine.start(['/usr/bin/etcd'], { as: user, env: etcd })
      machine.start(['/usr/bin/patroni', at('patroni.yml')], { as: user, env: { HOME: machine.folder } })
    },
    crash: () => killDatabase(at('data')),
    async standStill() {
      const postmaster = await readPostmaster(at('data'))
      const own = postmaster === undefined ? [] : await childrenOf(postmaster.pid)
      const names = await Promise.all(own.map(commandOf))
      const pid = own.find((_pid, place) => /^postgres: .*startup/.test(names[place] ?? ''))
      if (pid === undefined) throw new Error(`${name} follows nobody`)
      process.kill(pid, 'SIGSTOP')
      return () => void process.kill(pid, 'SIGCONT')
    },
  }
}

async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (of) => Number((await run('id', [of, name])).output)))
  if (uid === undefined || gid === undefined || Number.isNaN(uid + gid)) throw new Error(`there is no user ${name}`)
  return { uid, gid }
}
