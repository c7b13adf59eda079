import type { UndoImportPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { ImportBatch } from '../../../store/import-batches.ts'
import { undoHref } from './addresses.ts'
import { batchFacts } from './admindata-page.ts'

/** What would be taken back, and why. */
export function undoPage(batch: ImportBatch, reason = '', error = ''): UndoImportPage {
  const { id, title, file_name: file, imported_at: at } = batch
  return {
    href: undoHref(id),
    title,
    facts: [{ label: 'Datei', value: file }, { label: 'Eingelesen', value: dayAndTime(at) }, ...batchFacts(batch)],
    reason,
    error,
  }
}
