import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../database/database.ts'
import { type Upload, writeUpload } from '../store/uploads.ts'
import { openCatalogue } from './catalogue.ts'
import { type ImportOutcome, importFile } from './import-file.ts'
import { readSettings } from './settings.ts'

/** What a file may become when it is unpacked: some 4 million lines. */
const mostUnpacked = 512 * 1024 * 1024

let last: Promise<unknown> = Promise.resolve()

/** Imports a file that was uploaded, or shows what would come of it. One after the other, since a workbook takes memory. */
export function importUpload(
  database: Database,
  upload: Upload,
  { preview, accountId }: { preview: boolean; accountId: number },
): Promise<ImportOutcome> {
  const turn = last.then(() => importNow(database, upload, preview, accountId))
  last = turn.catch(() => {})
  return turn
}

async function importNow(
  { db, pool }: Database,
  { id, fileName, settings: typed }: Upload,
  preview: boolean,
  accountId: number,
): Promise<ImportOutcome> {
  const catalogue = await openCatalogue()
  const settings = await readSettings(typed, catalogue)
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-upload-'))
  try {
    const path = join(folder, 'datei')
    await writeUpload(pool, id, path)
    return await importFile(
      { db, pool, catalogue },
      { path, file: fileName, settings, preview, mostUnpacked, accountId },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
