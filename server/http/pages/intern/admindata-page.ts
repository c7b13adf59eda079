import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LogEntry } from '../../../../views/page-data/log-entry.ts'
import type { AdmindataPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { ImportBatch } from '../../../store/import-batches.ts'
import { undoHref } from './addresses.ts'

interface Seen {
  mayImport: boolean
  /** The numbers of what was just done. */
  eingelesen?: number | undefined
  zurueckgenommen?: number | undefined
}

/** The imports of administrative figures, the newest first. */
export function admindataPage(batches: readonly ImportBatch[], { mayImport, ...done }: Seen): AdmindataPage {
  const fileOf = (number: number | undefined) => batches.find(({ id }) => id === number)?.file_name
  const [added, undone] = [fileOf(done.eingelesen), fileOf(done.zurueckgenommen)]
  const notice = added
    ? `„${added}“ ist eingelesen, Nummer ${done.eingelesen}.`
    : undone
      ? `„${undone}“ ist zurückgenommen. Was die Datei ersetzt hatte, gilt wieder.`
      : ''
  return { batches: batches.map((batch) => batchEntry(batch, mayImport)).reverse(), mayImport, notice, error: '' }
}

function batchEntry(batch: ImportBatch, mayImport: boolean): AdmindataPage['batches'][number] {
  return {
    title: batch.title,
    file: batch.file_name,
    imported: dayAndTime(batch.imported_at),
    synthetic: batch.synthetic,
    undone: batch.undone_at === null ? '' : dayAndTime(batch.undone_at),
    undoHref: mayImport && batch.undone_at === null ? undoHref(batch.id) : '',
    details: batchFacts(batch),
  }
}

export function batchFacts(batch: ImportBatch): LogEntry['details'] {
  return [
    { label: 'Nummer', value: String(batch.id) },
    { label: 'Angaben', value: formatNumber(batch.observations) },
    ...(batch.as_of === null ? [] : [{ label: 'Stand', value: formatDate(batch.as_of) }]),
    { label: 'Quelle', value: batch.source },
    { label: 'Lizenz', value: batch.licence },
    ...(batch.undo_reason === null ? [] : [{ label: 'Grund der Rücknahme', value: batch.undo_reason }]),
    { label: 'SHA-256', value: batch.file_hash },
  ]
}
