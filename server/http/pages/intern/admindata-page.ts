import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { AdmindataPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { ImportBatch } from '../../../store/import-batches.ts'

/** The imports of administrative figures, the newest first. */
export function admindataPage(batches: readonly ImportBatch[]): AdmindataPage {
  return { batches: batches.map(batchEntry).reverse() }
}

function batchEntry(batch: ImportBatch): AdmindataPage['batches'][number] {
  return {
    title: batch.title,
    file: batch.file_name,
    imported: dayAndTime(batch.imported_at),
    synthetic: batch.synthetic,
    undone: batch.undone_at === null ? '' : dayAndTime(batch.undone_at),
    details: [
      { label: 'Angaben', value: formatNumber(batch.observations) },
      ...(batch.as_of === null ? [] : [{ label: 'Stand', value: formatDate(batch.as_of) }]),
      { label: 'Quelle', value: batch.source },
      { label: 'Lizenz', value: batch.licence },
      { label: 'SHA-256', value: batch.file_hash },
    ],
  }
}
