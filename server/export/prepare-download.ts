import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { type ExportFile, type ExportPlan, writeFileOf } from './write-file.ts'

/** A file that is complete before its first byte is sent, so that its hash can be noted first. */
export interface Download {
  content: Readable
  rows: number
  bytes: number
  sha256: string
}

/**
 * Writes a file aside for one download. Its name is gone before it is sent: what lies on the disk ends with the stream, and
 * with the process in any case.
 */
export async function prepareDownload(pool: Pool, file: ExportFile, plan: ExportPlan): Promise<Download> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-download-'))
  try {
    const path = join(folder, 'datei')
    const rows = await writeFileOf(pool, file, plan, path)
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    const handle = await open(path)
    const { size: bytes } = await handle.stat()
    return { content: handle.createReadStream(), rows, bytes, sha256: hash.digest('hex') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
