import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../database/database.ts'
import { openCluster } from '../database/embedded/cluster.ts'
import { withLock } from '../database/embedded/exclusive-lock.ts'
import { patient } from '../database/pool.ts'
import { emptyDatabase } from '../database/scratch-database.ts'

/**
 * Work on an empty database that nobody else knows, in a cluster of its own beside the living one; afterwards both are gone. What a
 * killed process left there is cleared away by the next.
 */
export async function inScratch<T>(
  dataDir: string,
  onProgress: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const folder = join(dataDir, 'probe')
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  return withLock(join(dataDir, 'probe.sperre'), async () => {
    const cluster = await openCluster(folder, { onProgress })
    try {
      await emptyDatabase(cluster.ownerUrl)
      const database = openDatabase(cluster.ownerUrl, patient)
      return await work(database).finally(() => database.close())
    } finally {
      if (await cluster.release()) await clear([cluster.home, folder])
    }
  })
}

async function clear(folders: string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}
