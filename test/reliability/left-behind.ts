import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../../server/database/embedded/run.ts'
import { projectRoot } from '../../server/project-root.ts'
import { allProcesses, commandOf, kill, readOf } from '../support/kill-processes.ts'
import { shelf } from '../support/shelf.ts'

/** A folder in which all lies that a run makes: databases, files, sockets. */
export async function newPlace(command = 'torture'): Promise<string> {
  const above = dirname(shelf)
  await mkdir(above, { recursive: true })
  const place = await mkdtemp(join(above, `stichtag-${command}-`))
  await chmod(place, 0o755)
  return place
}

/**
 * The cluster that all recipes share stays between them; it is ended here. What else is there should have been given back: processes
 * that work in the folder or were told of it, disks mounted in it, files. It is ended and removed all the same, and told.
 */
export async function endLeftovers(place: string): Promise<string[]> {
  const isShared = (await readdir(place)).includes('datenbank')
  const after = ['--import=tsx', join('test', 'support', 'after.ts')]
  const suite = isShared
    ? await run(process.execPath, after, { cwd: projectRoot, env: { TEST_SHELF: place } })
    : undefined
  await sleep(500)
  const left = [
    ...(suite === undefined || suite.code === 0 ? [] : [`the cluster of the tests: ${suite.output.slice(-500)}`]),
    ...(await endProcesses(place)),
    ...(await endMounts(place)),
    ...(await filesIn(place)).slice(0, 5).map((file) => `file ${file}`),
  ]
  await rm(place, { recursive: true, force: true })
  return left
}

async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
}

async function endProcesses(place: string): Promise<string[]> {
  const left: string[] = []
  for (const pid of await allProcesses()) {
    if (pid === process.pid) continue
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    const told = `${folder} ${await commandOf(pid)} ${await readOf(pid, 'environ')}`
    if (!told.includes(place)) continue
    left.push(`process ${pid}: ${(await commandOf(pid)).replaceAll('\0', ' ').slice(0, 100)}`)
    kill(pid)
  }
  return left
}

async function endMounts(place: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '')
  const own = mounts.filter((mount) => mount.startsWith(place))
  for (const mount of own) await run('umount', ['-l', mount])
  return own.map((mount) => `mount ${mount}`)
}
