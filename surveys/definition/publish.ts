import { lockColumns, longColumnProblems } from './column-lock.ts'
import { findDefinition } from './load.ts'
import { numberProblems } from './number-problems.ts'
import { lockEntry, type Published, readLock, writeLock } from './published.ts'
import { lockRegions } from './regions-lock.ts'

/** Puts a version under the lock: from now on neither it, its columns nor its regions can change unnoticed. */
export async function publish(id: string, version?: string): Promise<{ entry: Published } | { problem: string }> {
  const found = await findDefinition(id, version)
  if (found === undefined)
    return {
      problem: `Den Fragebogen „${id}“ gibt es${version ? ` in der Fassung ${version}` : ''} nicht. „stichtag survey list“ zeigt alle.`,
    }
  const entry = lockEntry(found.file, found.instrument)
  const lock = await readLock()
  const before = lock.find((one) => one.file === entry.file || (one.id === entry.id && one.version === entry.version))
  if (before !== undefined && (before.content !== entry.content || before.file !== entry.file))
    return {
      problem: `${before.id} ${before.version} ist schon veröffentlicht und sieht anders aus. Eine Änderung braucht eine neue Fassung in einer neuen Datei.`,
    }
  const { instrument } = found
  const [wrong] = before === undefined ? [...longColumnProblems(instrument), ...numberProblems(instrument)] : []
  if (wrong !== undefined) return { problem: wrong.message }
  if (before === undefined) await writeLock([...lock, entry])
  await lockColumns(entry.file, found.instrument)
  await lockRegions(entry.id)
  return { entry }
}
