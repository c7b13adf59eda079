import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LogEntry } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { isRole, roles } from '../../../domain/rights.ts'
import { exportFiles } from '../../../export/files.ts'
import { isWaveKind, waveRules } from '../../../retention/rules.ts'
import { rowsWords } from '../../../retention/words.ts'
import type { StaffEntry } from '../../../store/staff-audit.ts'

type Sentence = (entry: StaffEntry) => string

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const roleOf = ({ detail }: StaffEntry) => {
  const role = text(detail.role)
  return isRole(role) ? roles[role] : role
}
const fileOf = ({ detail: { file } }: StaffEntry) =>
  exportFiles[text(file) as keyof typeof exportFiles]?.label ?? text(file)

const rowsOf = ({ rows }: StaffEntry['detail']) => `${typeof rows === 'number' ? formatNumber(rows) : '?'} Zeilen`

/** The wave; of a panel all of them. */
const wavesOf = ({ wave, detail: { waves } }: StaffEntry): string[] =>
  wave !== null ? [wave] : Array.isArray(waves) ? waves.map(text) : []

const ofKind = (value: unknown) => {
  const kind = text(value)
  return isWaveKind(kind) ? waveRules[kind].label : kind
}

/** What leaves the house as a file. */
export const leavings = ['download', 'export']

/** What was done, in words. An action that is missing here is shown by its name. */
const sentences: Record<string, Sentence> = {
  download: (entry) => [`Download: ${fileOf(entry)}`, ...wavesOf(entry)].join(', '),
  export: (entry) => [`Ausgabe in eine Datei: ${fileOf(entry)}`, ...wavesOf(entry)].join(', '),
  signed_in: ({ detail }) => `Anmeldung${detail.with === 'recovery' ? ' mit Wiederherstellungscode' : ''}`,
  signed_out: () => 'Abmeldung',
  password_accepted: () => 'Kennwort richtig, Code erbeten',
  password_refused: () => 'Kennwort falsch',
  code_refused: () => 'Code falsch',
  password_changed: () => 'Kennwort geändert',
  second_factor_set_up: () => 'Zweiter Faktor eingerichtet',
  recovery_codes_issued: () => 'Wiederherstellungscodes erzeugt',
  session_ended: () => 'Eigene Sitzung beendet',
  account_added: (entry) => `Konto ${entry.whom} angelegt, Rolle ${roleOf(entry)}`,
  account_reset: ({ whom }) => `Konto ${whom} zurückgesetzt`,
  account_disabled: ({ whom }) => `Konto ${whom} gesperrt`,
  wave_created: ({ wave }) => `Erhebung ${wave} angelegt`,
  wave_open: ({ wave }) => `Erhebung ${wave} geöffnet`,
  wave_closed: ({ wave }) => `Erhebung ${wave} geschlossen`,
  codes_issued: ({ wave, detail }) => `${detail.count} Zugangscodes für ${wave} erzeugt`,
  late_read: ({ wave }) => `Eingaben nach der Frist angesehen: ${wave}`,
  person_searched: ({ detail }) => `Nach einer Person gesucht: ${String(detail.texts)} Texte gefunden`,
  person_erased: ({ detail }) =>
    `Angaben zu einer Person gelöscht: ${String(detail.texts)} Texte, ${text(detail.ground)}`,
  backup_made: ({ detail }) => `Sicherung gemacht: ${rowsOf(detail)}${detail.isSealed ? ', verschlüsselt' : ''}`,
  backup_verified: ({ detail }) => `Sicherung geprüft: zur Probe eingespielt, ${rowsOf(detail)}`,
  backup_failed: ({ detail }) => `Sicherung misslungen: ${text(detail.reason)}`,
  backup_restored: ({ detail }) => `Sicherung eingespielt: ${rowsOf(detail)}, Stand ${text(detail.madeAt)}`,
  retention_run: ({ detail }) => `Abgelaufene Aufbewahrung gelöscht: ${rowsWords(Number(detail.rows))}`,
  retention_set: ({ wave }) => `Aufbewahrung für ${wave} festgelegt`,
  archive_offer: ({ wave, detail }) =>
    `Angebot an das Archiv, ${wave}: ${ofKind(detail.kind)} ${detail.offered === 'taken' ? 'übernommen' : 'abgelehnt'}`,
  'admindata.import': ({ detail }) => `Verwaltungsdaten eingelesen: ${text(detail.file)}`,
  'admindata.undo': ({ detail }) => `Verwaltungsdaten zurückgenommen: ${text(detail.file)}`,
}

/** What a signed-out visitor tried has no account; nor has a command, which is no attempt. */
const attempts = new Set(['password_refused', 'code_refused'])

export function logEntry(entry: StaffEntry): LogEntry {
  const { at, action, who, detail } = entry
  return {
    at: dayAndTime(at),
    who:
      who ??
      (attempts.has(action) ? 'unbekannter Anmeldename' : detail.nightly ? 'nachts, von selbst' : 'Befehlszeile'),
    what: sentences[action]?.(entry) ?? action,
    details: leavings.includes(action) ? fileDetails(entry) : [],
  }
}

function fileDetails({ detail }: StaffEntry): LogEntry['details'] {
  const { format, filter, rows, state, surveyVersion, sha256 } = detail
  return [
    { label: 'Format', value: text(format) },
    { label: 'Filter', value: text(filter) },
    { label: 'Zeilen', value: typeof rows === 'number' ? formatNumber(rows) : '' },
    { label: 'Datenstand', value: typeof state === 'number' ? String(state) : '' },
    { label: 'Fassung', value: text(surveyVersion) },
    { label: 'SHA-256', value: text(sha256) },
  ].filter(({ value }) => value !== '')
}
