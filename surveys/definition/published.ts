import { readFile, writeFile } from 'node:fs/promises'
import type { Instrument } from '../compile/instrument.ts'
import { type DefinitionFile, definitionsFolder } from './load.ts'
import type { Problem } from './problem.ts'

/** What the lock keeps of a published version. Both hashes must stay: that of the file and that of its content. */
export interface Published {
  file: string
  id: string
  version: string
  bytes: string
  content: string
}

const lockName = 'published.lock.json'

export async function readLock(folder: URL = definitionsFolder): Promise<Published[]> {
  try {
    return JSON.parse(await readFile(new URL(lockName, folder), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

export async function writeLock(lock: readonly Published[], folder: URL = definitionsFolder): Promise<void> {
  const sorted = [...lock].sort((a, b) => (a.file < b.file ? -1 : 1))
  await writeFile(new URL(lockName, folder), `${JSON.stringify(sorted, null, 2)}\n`)
}

export function lockEntry({ file, bytesHash }: DefinitionFile, { id, version, hash }: Instrument): Published {
  return { file, id, version, bytes: bytesHash, content: hash }
}

/** How the definitions on disk differ from what was published: a published version never changes and never goes away. */
export function lockProblems(
  lock: readonly Published[],
  present: readonly Published[],
): (Problem & { file: string })[] {
  return lock.flatMap((published) => {
    const now = present.find(({ file }) => file === published.file)
    if (now === undefined) return [{ file: published.file, path: '/', message: 'Die veröffentlichte Fassung fehlt.' }]
    if (now.bytes === published.bytes && now.content === published.content) return []
    const message = `Fassung ${published.version} ist veröffentlicht und wurde verändert. Eine Änderung braucht eine neue Fassung in einer neuen Datei.`
    return [{ file: published.file, path: '/', message }]
  })
}

/** Whether a version may be used for a wave. */
export function isPublished(lock: readonly Published[], { id, version, hash }: Instrument): boolean {
  return lock.some((one) => one.id === id && one.version === version && one.content === hash)
}
