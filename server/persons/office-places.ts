import type { PersonText } from '../store/person-texts.ts'
import type { TextAddress } from './text-address.ts'

/** What staff wrote or uploaded, as people know it: what it is, and what one row of it is called. */
const tables: Record<string, { title: string; rowOf: (key: TextAddress['key']) => string }> = {
  'public.audit_aside': { title: 'Neben dem Protokoll', rowOf: (key) => `Eintrag ${key.audit_id}` },
  'public.import_batch': { title: 'Eingelesene amtliche Datei', rowOf: ({ id }) => `Einlesen ${id}` },
  'staff.upload': { title: 'Hochgeladene Datei, noch nicht bestätigt', rowOf: () => 'verfällt nach einer Stunde' },
}

const columns: Record<string, string> = {
  said: 'Text',
  file_name: 'Name der Datei',
  title: 'Titel',
  source: 'Quelle',
  licence: 'Lizenz',
  undo_reason: 'Grund der Rücknahme',
  settings: 'Einstellung beim Einlesen',
  report: 'Bericht des Einlesens',
}

/** Where a text of the office stands. */
export function officePlace({ table, column, key }: TextAddress): { title: string; row: string; label: string } {
  const { title = table, rowOf = () => '' } = tables[table] ?? {}
  return { title, row: rowOf(key), label: columns[column] ?? column }
}

/** Where a text stands, in a line. */
export function placeLine(text: PersonText): string {
  if (text.wave !== null) return `${text.wave} ${text.unit} ${text.field}`
  const { title, row, label } = officePlace(text)
  return `${title}, ${row}, ${label}`
}
