import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { ExportsPage } from '../../../../views/page-data/staff-pages.ts'
import type { dialects } from '../../../export/answers-query.ts'
import { type ExportFile, exportFiles } from '../../../export/write-file.ts'
import type { StaffEntry } from '../../../store/staff-audit.ts'
import { logEntry } from './log-entry.ts'

interface Wave {
  id: string
  title: string
  stichtag: string | null
  synthetic: boolean
}

const formats: Record<keyof typeof dialects, string> = {
  csv: 'csv: Komma, UTF-8, für Statistikprogramme',
  'csv-de': 'csv-de: Semikolon, für Tabellenprogramme in deutscher Einstellung',
}

/** What can be downloaded, and what the person downloaded last. */
export function exportsPage(waves: readonly Wave[], own: readonly StaffEntry[]): ExportsPage {
  return {
    waves: waves.map(({ id, title, stichtag, synthetic }) => ({
      id,
      label: `${id}: ${title}${stichtag === null ? '' : `, Stichtag ${formatDate(stichtag)}`}${synthetic ? ' (synthetisch)' : ''}`,
    })),
    files: Object.entries(exportFiles).map(([code, { label }]) => ({ code, label })),
    formats: Object.entries(formats).map(([code, label]) => ({ code, label })),
    downloads: own.map(logEntry),
  }
}

/** The name says what the file is, since it leaves the page that says it too. */
export function downloadName(wave: string, file: ExportFile): string {
  return `${wave}${exportFiles[file].ending}_Arbeitsansicht_nicht-zur-Veroeffentlichung.csv`
}
