import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { writeUpload } from '../store/uploads.ts'
import { inTurn } from './in-turn.ts'

/** What a file may become when it is unpacked: some 4 million lines. */
export const mostUnpacked = 512 * 1024 * 1024

/** Works on a file that was uploaded, in a place of its own. */
export const withUpload = <T>(pool: Pool, id: string, work: (path: string) => Promise<T>): Promise<T> =>
  inTurn(() => workNow(pool, id, work))

async function workNow<T>(pool: Pool, id: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-upload-'))
  try {
    const path = join(folder, 'datei')
    await writeUpload(pool, id, path)
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
