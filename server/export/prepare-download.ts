import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Format } from './formats/format.ts'
import type { Table } from './table.ts'
import { type WrittenFile, writeTable } from './write-table.ts'

/** A file that is complete before its first byte is sent, so that its hash can be noted first. */
export interface Download extends WrittenFile {
  content: Readable
}

/**
 * Writes a file aside for one download. Its name is gone before it is sent: what lies on the disk ends with the stream, and
 * with the process in any case.
 */
export async function setAside(write: (path: string) => Promise<WrittenFile>): Promise<Download> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-download-'))
  try {
    const path = join(folder, 'datei')
    const written = await write(path)
    const handle = await open(path)
    return { content: handle.createReadStream(), ...written }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same of a table. */
export const prepareDownload = (format: Format, table: Table): Promise<Download> =>
  setAside((path) => writeTable(format, table, path))
