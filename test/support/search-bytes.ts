import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../../server/errors/error-code.ts'
import { marks } from './person-marks.ts'

/** What of the person stands in some bytes, whatever they are. */
export const marksIn = (bytes: Buffer): string[] => [
  ...new Set(marks.filter((mark) => bytes.includes(mark.bytes)).map(({ what }) => what)),
]

/** The files below a folder in which the person stands, each with what of it. */
export async function searchFolder(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    // What PostgreSQL takes away meanwhile is not there.
    const bytes = await readFile(path).catch(unlessCode('ENOENT'))
    const there = marksIn(bytes ?? Buffer.alloc(0))
    if (there.length > 0) found[path.slice(folder.length + 1)] = there
  }
  return found
}
