import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Format } from './formats/format.ts'
import type { Table } from './table.ts'

/** What there is to say of a file. */
export interface WrittenFile {
  rows: number
  bytes: number
  sha256: string
}

export type Measured = Omit<WrittenFile, 'rows'>

/** Answers of single Kommunen or persons: nobody else on the machine reads them. */
export const ownerOnly = 0o600

/** Writes a table into a new file. */
export async function writeTable(format: Format, table: Table, path: string): Promise<WrittenFile> {
  const handle = await open(path, 'wx', ownerOnly)
  const out = handle.createWriteStream()
  try {
    const rows = await format.write(table, out)
    return { rows, ...(await measured(path)) }
  } finally {
    out.destroy()
  }
}

/** How long a file is, and its hash. */
export async function measured(path: string): Promise<Measured> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const { size: bytes } = await stat(path)
  return { bytes, sha256: hash.digest('hex') }
}
