import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, openCluster } from '../../server/database/embedded/cluster.ts'
import { readPostmaster } from '../../server/database/embedded/postmaster-file.ts'
import { isAlive, isServerOf } from '../../server/database/embedded/processes.ts'
import { findSite } from '../../server/database/embedded/site.ts'
import { stopServer } from '../../server/database/embedded/stop-server.ts'
import { projectRoot } from '../../server/project-root.ts'
import { type Child, startChild } from './child.ts'
import { shelf } from './shelf.ts'

interface Held {
  child: Child
  url: string
  home: string
  isNew: boolean
}

interface Test {
  teardown(end: () => Promise<void>): void
}

/**
 * A folder for a cluster of the test's own. At the end of the test whatever runs there is ended, and all is removed. Not a
 * fixture of tap: those are removed before the server in them has ended.
 */
export async function clusterFolder(t: Test): Promise<string> {
  await mkdir(shelf, { recursive: true, mode: 0o755 })
  const root = await mkdtemp(join(shelf, `cluster-${process.pid}-`))
  await chmod(root, 0o755)
  t.teardown(() => remove(root))
  return folderIn(root)
}

/** What tests left that were killed: their number is in the name. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(shelf)) {
    const pid = /^cluster-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await remove(join(shelf, name))
  }
}

async function remove(root: string): Promise<void> {
  const site = await findSite(folderIn(root), () => undefined)
  const postmaster = await readPostmaster(site.data)
  if (postmaster !== undefined && (await isServerOf(site.data, postmaster.pid))) await stopServer(site, 'immediate', 30)
  for (const path of [site.home, root]) await rm(path, { recursive: true, force: true })
}

function folderIn(root: string): string {
  return join(root, 'daten', 'postgres')
}

export function openQuietly(folder: string): Promise<Cluster> {
  return openCluster(folder, { onProgress: () => undefined })
}

/** A process of its own that has the cluster open until its input ends. */
export async function hold(folder: string): Promise<Held> {
  const child = startChild(['--import=tsx', join(projectRoot, 'test', 'support', 'hold-cluster.ts'), folder])
  return { child, ...JSON.parse(await child.line(/url/)) }
}

/** Lets it leave; says whether that ended the server. */
export async function letGo({ child }: Held): Promise<boolean> {
  child.process.stdin?.end()
  const { ended } = JSON.parse(await child.line(/ended/))
  await child.ended
  return ended
}

export async function postmasterOf(home: string): Promise<number> {
  return Number.parseInt(await readFile(join(home, 'data', 'postmaster.pid'), 'utf8'), 10)
}

export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
