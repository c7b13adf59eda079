import type { Database } from '../database/database.ts'
import type { Upload } from '../store/uploads.ts'
import { openCatalogue } from './catalogue.ts'
import { type ImportOutcome, importFile } from './import-file.ts'
import { readSettings } from './settings.ts'
import { mostUnpacked, withUpload } from './with-upload.ts'

/** Imports a file that was uploaded, or shows what would come of it. */
export function importUpload(
  { db, pool }: Database,
  { id, fileName: file, settings: typed }: Upload,
  { preview, accountId }: { preview: boolean; accountId: number },
): Promise<ImportOutcome> {
  return withUpload(pool, id, async (path) => {
    const catalogue = await openCatalogue()
    const settings = await readSettings(typed, catalogue)
    return importFile({ db, pool, catalogue }, { path, file, settings, preview, mostUnpacked, accountId })
  })
}
