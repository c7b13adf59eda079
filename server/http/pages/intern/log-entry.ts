import { type SectionId, sectionTitles } from '../../../../analysis/kreisbericht/sections.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LogEntry } from '../../../../views/page-data/log-entry.ts'
import { logKinds } from '../../../audit/log-kinds.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { isRole, roles } from '../../../domain/rights.ts'
import { exportFiles } from '../../../export/files.ts'
import { templateOf } from '../../../mail/templates.ts'
import { importLabels } from '../../../registry/import-registry.ts'
import { isWaveKind, waveRules } from '../../../retention/rules.ts'
import { rowsWords } from '../../../retention/words.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import type { Counts } from '../../../store/registry.ts'
import { acts, isAct } from '../../../waves/acts.ts'

type Sentence = (entry: LoggedEntry) => string

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const roleOf = ({ detail }: LoggedEntry) => {
  const role = text(detail.role)
  return isRole(role) ? roles[role] : role
}
const fileOf = ({ detail: { file } }: LoggedEntry) =>
  exportFiles[text(file) as keyof typeof exportFiles]?.label ?? text(file)

const planOf = ({ plan }: LoggedEntry['detail']) => text(plan)
const rowsOf = ({ rows }: LoggedEntry['detail']) => `${typeof rows === 'number' ? formatNumber(rows) : '?'} Zeilen`

/** The wave; of a panel all of them. */
const wavesOf = ({ wave, detail: { waves } }: LoggedEntry): string[] =>
  wave !== null ? [wave] : Array.isArray(waves) ? waves.map(text) : []

const mailTitle = ({ template }: LoggedEntry['detail']) => templateOf(text(template))?.title ?? text(template)
const formOf = ({ unit, wave }: LoggedEntry) => `${unit}, ${wave}`

const placeOf = (entry: LoggedEntry) => (entry.unit === null ? String(entry.wave) : formOf(entry))
const amendmentsOf = ({ detail: { amendments } }: LoggedEntry) =>
  amendments === 1 ? 'Korrektur' : `${String(amendments)} Korrekturen`

/** How many of what the file of a registry was new or changed. */
const changesOf = (counts: LoggedEntry['detail']): string =>
  Object.entries(importLabels)
    .flatMap(([kind, label]) => {
      const found = counts[kind] as Partial<Counts> | undefined
      return found === undefined ? [] : [`${label} ${found.added} neu, ${found.changed} geändert`]
    })
    .join('; ')
const ofKind = (value: unknown) => {
  const kind = text(value)
  return isWaveKind(kind) ? waveRules[kind].label : kind
}

const standingWords: Record<string, string> = {
  declined: 'Lehnt ab',
  exempt: 'Befreit',
  open: 'Wird wieder erwartet',
}

/** What was typed as the reason. */
const because = ({ said }: LoggedEntry) => (said === null ? '' : `: ${said}`)
const dayOf = (value: unknown) => (typeof value === 'string' ? formatDate(value) : 'ohne')
const plannedOf = ({ wave, detail }: LoggedEntry, what: string) =>
  detail.on === null ? `${what} von ${wave} nicht mehr geplant` : `${what} von ${wave} geplant: ${dayOf(detail.on)}`
const whoseOf = ({ wave, unit, detail }: LoggedEntry) =>
  typeof detail.count === 'number' ? `von ${unit ?? detail.count} in ${wave}` : `von ${wave}`
const actOf = ({ wave, detail }: LoggedEntry) => {
  const act = text(detail.act)
  return `${isAct(act) ? acts[act].label : act}, ${wave} (Vorschlag ${String(detail.approval)})`
}

/** What leaves the house as a file. */
const leavings: readonly string[] = logKinds.downloads.actions

/** What was done, in words. An action that is missing here is shown by its name. */
const sentences: Record<string, Sentence> = {
  download: (entry) => [`Download: ${fileOf(entry)}`, ...wavesOf(entry)].join(', '),
  export: (entry) => [`Ausgabe in eine Datei: ${fileOf(entry)}`, ...wavesOf(entry)].join(', '),
  log_exported: ({ detail }) => `Protokoll als Datei: ${rowsOf(detail)}`,
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
  account_name_erased: ({ whom }) => `Name gelöscht: ${whom}`,
  wave_created: ({ wave }) => `Erhebung ${wave} angelegt`,
  wave_open: (entry) => `Erhebung ${entry.wave} geöffnet${because(entry)}`,
  wave_closed: (entry) => `Erhebung ${entry.wave} geschlossen${because(entry)}`,
  wave_opening_planned: (entry) => `${plannedOf(entry, 'Öffnung')}${because(entry)}`,
  wave_closing_planned: (entry) => `${plannedOf(entry, 'Schließung')}${because(entry)}`,
  wave_dates_changed: (entry) =>
    `Termine von ${entry.wave}: Stichtag ${dayOf(entry.detail.stichtag)}, Frist ${dayOf(entry.detail.frist)}${because(entry)}`,
  wave_thanks_set: ({ wave, detail }) =>
    `Dank nach dem Absenden in ${wave} ${detail.on === true ? 'eingeschaltet' : 'ausgeschaltet'}`,
  wave_participants_changed: ({ wave, detail }) =>
    `Teilnehmende von ${wave}: ${String(detail.added)} dazu, ${String(detail.removed)} entfernt`,
  trial_ended: ({ wave, detail }) => `Probelauf ${wave} beendet: ${rowsWords(Number(detail.rows))} gelöscht`,
  wave_seen: ({ wave, detail }) =>
    `${detail.what === 'paper' ? 'Papierfassung' : 'Texte der Schreiben'} von ${wave} angesehen`,
  frist_extended: (entry) => `Frist ${whoseOf(entry)} jetzt ${dayOf(entry.detail.frist)}${because(entry)}`,
  frist_given_back: ({ wave, detail }) => `Verlängerung in ${wave} bis ${dayOf(detail.frist)} zurückgenommen`,
  act_proposed: (entry) => `Vorgeschlagen: ${actOf(entry)}${because(entry)}`,
  act_agreed: (entry) => `Zugestimmt: ${actOf(entry)}`,
  act_refused: (entry) => `Abgelehnt: ${actOf(entry)}`,
  act_withdrawn: (entry) => `Zurückgenommen: ${actOf(entry)}`,
  act_void: (entry) => `Verfallen, weil sich etwas geändert hatte: ${actOf(entry)}`,
  scope_set: ({ whom, detail }) =>
    `Zuständigkeit von Konto ${whom}: ${Number(detail.parts) === 0 ? 'für alle' : `${String(detail.parts)} Kreise oder Einzelne`}`,
  note_added: (entry) => `Notiz: ${formOf(entry)}`,
  standing_set: (entry) => `${standingWords[text(entry.detail.standing)] ?? ''}: ${formOf(entry)}`,
  answers_amended: (entry) => `${amendmentsOf(entry)} eingetragen: ${placeOf(entry)}`,
  amendments_listed: (entry) => `${amendmentsOf(entry)} angesehen: ${placeOf(entry)}`,
  amendments_undone: (entry) => `${amendmentsOf(entry)} zurückgenommen: ${placeOf(entry)}`,
  amendment_objected: (entry) => `Der Korrektur ${String(entry.detail.amendment)} widersprochen: ${placeOf(entry)}`,
  query_asked: (entry) => `Rückfrage ${String(entry.detail.query)} gestellt: ${formOf(entry)}`,
  query_answered: (entry) => `Rückfrage ${String(entry.detail.query)} beantwortet: ${formOf(entry)}`,
  query_closed: (entry) => `Rückfrage ${String(entry.detail.query)} abgeschlossen: ${formOf(entry)}`,
  query_taken: (entry) => `Rückfrage ${String(entry.detail.query)} übernommen: ${formOf(entry)}`,
  hits_seen: ({ wave, detail }) => `Angaben angesehen, die eine Prüfung trifft: ${String(detail.units)} in ${wave}`,
  queries_listed: ({ wave, detail }) => `Rückfragen mit Antworten aufgelistet: ${String(detail.rows)} in ${wave}`,
  form_seen: (entry) => `Fragebogen angesehen: ${formOf(entry)}`,
  numbers_screened: ({ wave, detail }) => `Angaben zum Prüfen angesehen, ${wave}: ${rowsOf(detail)}`,
  texts_read: ({ wave, detail }) => `Texte gelesen: ${rowsOf(detail)}, ${wave}`,
  texts_drawn: ({ wave, detail }) => `Texte für eine zweite Person gezogen: ${rowsOf(detail)}, ${wave}`,
  categories_changed: ({ wave, detail }) => `Kategorien ${String(detail.codebook)} geändert: ${wave}`,
  text_prepared: ({ wave, detail }) => `Wortlaut zur Veröffentlichung vorgelegt: Text ${String(detail.text)}, ${wave}`,
  text_released: ({ wave, detail }) => `Wortlaut freigegeben: Text ${String(detail.text)}, ${wave}`,
  text_release_ended: ({ wave, detail }) =>
    `Wortlaut abgelehnt oder zurückgezogen: Text ${String(detail.text)}, ${wave}`,
  responses_imported: ({ wave, detail }) => `Antworten aus einer Datei eingelesen: ${rowsOf(detail)}, ${wave}`,
  paper_entered: (entry) => `Papierbogen erfasst (${String(entry.detail.turn)}. Erfassung): ${formOf(entry)}`,
  paper_dropped: (entry) => `Erfassung eines Papierbogens verworfen: ${formOf(entry)}`,
  paper_seen: (entry) => `Zwei Erfassungen eines Papierbogens verglichen: ${formOf(entry)}`,
  paper_taken: (entry) =>
    `Papierbogen abgesendet, ${String(entry.detail.differing)} von ${String(entry.detail.fields)} Angaben waren verschieden erfasst: ${formOf(entry)}`,
  scan_added: (entry) => `Scan ${String(entry.detail.scan)} abgelegt: ${formOf(entry)}`,
  scan_deleted: (entry) => `Scan ${String(entry.detail.scan)} gelöscht: ${formOf(entry)}`,
  scan_seen: (entry) => `Scan ${String(entry.detail.scan)} heruntergeladen: ${formOf(entry)}`,
  texts_imported: ({ wave, detail }) => `Texte aus einer Datei eingelesen: ${rowsOf(detail)}, ${wave}`,
  texts_undone: ({ wave, detail }) => `Texte aus einer Datei zurückgenommen: Datei ${String(detail.source)}, ${wave}`,
  redactions_decided: ({ wave, detail }) => `Stellen in mehreren Texten entschieden: ${rowsOf(detail)}, ${wave}`,
  redactions_undone: ({ wave, detail }) => `Entscheidung über mehrere Texte zurückgenommen: ${rowsOf(detail)}, ${wave}`,
  plan_saved: ({ wave, detail }) => `Plan eines Anhangs gemerkt: Nummer ${planOf(detail)}, ${wave}`,
  plan_changed: ({ wave, detail }) => `Gemerkter Plan eines Anhangs geändert: Nummer ${planOf(detail)}, ${wave}`,
  plan_deleted: ({ wave, detail }) => `Gemerkter Plan eines Anhangs gelöscht: Nummer ${planOf(detail)}, ${wave}`,
  figures_given: ({ wave, detail }) => `Eigene Zahlen angegeben, ${wave}: ${String(detail.unit)}`,
  figures_signed: ({ wave, detail }) => `Zahlen freigegeben, ${wave}: ${String(detail.unit)}`,
  figure_query_asked: ({ wave, detail }) => `Rückfrage zu einer Zahl gestellt, ${wave}: ${String(detail.unit)}`,
  figure_query_answered: ({ wave, detail }) => `Rückfrage zu einer Zahl beantwortet, ${wave}: ${String(detail.unit)}`,
  figure_query_closed: ({ wave, detail }) => `Rückfrage zu einer Zahl abgeschlossen, ${wave}: ${String(detail.unit)}`,
  figures_seen: ({ wave, detail }) => `Zahlen einzelner Personen angesehen, ${wave}: ${String(detail.unit)}`,
  paragraph_written: ({ detail }) =>
    `Bericht ${String(detail.year)} des Kreises ${String(detail.kreis)}, Absatz ${detail.isBlank ? 'weggenommen' : 'geschrieben'}: ${sectionTitles[text(detail.section) as SectionId] ?? ''}`,
  number_decided: (entry) => `Über eine Angabe entschieden: ${formOf(entry)}`,
  view_saved: ({ detail }) => `Vergleich gemerkt: Nummer ${String(detail.view)}`,
  view_renamed: ({ detail }) => `Gemerkter Vergleich geändert: Nummer ${String(detail.view)}`,
  view_deleted: ({ detail }) => `Gemerkter Vergleich gelöscht: Nummer ${String(detail.view)}`,
  mailing_planned: ({ wave, detail }) => `Sendung ${String(detail.job)} geplant: ${mailTitle(detail)}, ${wave}`,
  job_stopped: ({ detail }) => `Auftrag ${String(detail.job)} angehalten`,
  job_retried: ({ detail }) => `Auftrag ${String(detail.job)} noch einmal versucht`,
  mails_sent: ({ wave, detail }) =>
    `E-Mails, ${wave}: ${mailTitle(detail)}, ${String(detail.sent)} gesendet, ${String(detail.refused)} abgelehnt, ${String(detail.uncertain)} ungewiss`,
  mail_decided: ({ wave, detail }) =>
    `Ungewisse E-Mail ${String(detail.mail)} entschieden, ${wave}: ${detail.decision === 'sent' ? 'gilt als gesendet' : 'neu gesendet'}`,
  mails_returned: ({ detail }) => `Zurückgekommene E-Mails eingelesen: ${String(detail.matched)} zugeordnet`,
  test_mail_sent: () => 'Test-E-Mail gesendet',
  codes_issued: ({ wave, detail }) =>
    detail.byUse
      ? `Zugangscode aus Ausgabe ${String(detail.issue)} eingegeben und damit bestätigt, ${wave}`
      : `${String(detail.count)} ${detail.count === 1 ? 'Zugangscode' : 'Zugangscodes'} für ${wave} erzeugt`,
  letters_listed: ({ wave, detail }) =>
    `Ausgabe ${String(detail.issue)} angelegt, ${wave}: ${String(detail.letters)} Schreiben`,
  letters_drawn: ({ wave, detail }) =>
    detail.file === undefined
      ? `Ausgabe ${String(detail.issue)}, Anschreiben ohne Zugangscode heruntergeladen, ${wave}: ${String(detail.letters)}`
      : `Ausgabe ${String(detail.issue)}, Datei ${String(detail.file)} erzeugt, ${wave}: ${String(detail.letters)} Schreiben`,
  letters_discarded: ({ wave, detail }) => `Ausgabe ${String(detail.issue)} verworfen, ${wave}`,
  letters_returned: ({ wave, detail }) => `Zurückgekommene Schreiben vermerkt, ${wave}: ${String(detail.letters)}`,
  code_replaced: (entry) =>
    `Neuer Zugangscode am Telefon: ${entry.unit === null ? `Teilnahme ${String(entry.detail.participant)}, ${entry.wave}` : formOf(entry)}`,
  carrier_code_replaced: ({ wave, detail }) => `Neuer Sammelzugang am Telefon: ${text(detail.verbund)}, ${wave}`,
  late_read: ({ wave }) => `Eingaben nach der Frist angesehen: ${wave}`,
  person_searched: ({ detail }) => `Nach einer Person gesucht: ${String(detail.texts)} Texte gefunden`,
  person_request_opened: ({ detail }) => `Anliegen ${String(detail.request)} einer Person angelegt`,
  person_request_extended: ({ detail }) => `Frist von Anliegen ${String(detail.request)} verlängert`,
  person_request_closed: ({ detail }) =>
    `Anliegen ${String(detail.request)} ${detail.state === 'refused' ? 'abgelehnt' : 'erledigt'}`,
  person_erasure_proposed: ({ detail }) =>
    `Löschung zu Anliegen ${String(detail.request)} vorgelegt: ${String(detail.texts)} Texte`,
  person_erasure_withdrawn: ({ detail }) => `Löschung zu Anliegen ${String(detail.request)} zurückgenommen`,
  person_exported: ({ detail }) =>
    `Auskunft über eine Person ausgegeben: ${text(detail.file)}, ${String(detail.texts)} Texte`,
  person_erased: ({ detail }) =>
    [
      `Angaben zu einer Person gelöscht: ${String(detail.texts)} Texte`,
      ...(Number(detail.cut ?? 0) > 0 ? [`${String(detail.cut)} Verbindungen zu Antworten getrennt`] : []),
      text(detail.ground),
    ].join(', '),
  person_corrected: ({ detail }) =>
    `Auf Anliegen ${String(detail.request)} berichtigt: ${String(detail.texts)} Texte, ${String(detail.initials)} Kürzel`,
  person_restricted: ({ detail }) =>
    `Auf Anliegen ${String(detail.request)} eingeschränkt: ${String(detail.marks)} Vermerke, ${text(detail.ground)}`,
  person_lifted: ({ detail }) =>
    `Einschränkung zu Anliegen ${String(detail.request)} aufgehoben: ${String(detail.marks)} Vermerke`,
  backup_made: ({ detail }) => `Sicherung gemacht: ${rowsOf(detail)}${detail.isSealed ? ', verschlüsselt' : ''}`,
  backup_verified: ({ detail }) => `Sicherung geprüft: zur Probe eingespielt, ${rowsOf(detail)}`,
  backup_failed: ({ said }) => `Sicherung misslungen${said === null ? '' : `: ${said}`}`,
  backup_restored: ({ detail }) => `Sicherung eingespielt: ${rowsOf(detail)}, Stand ${text(detail.madeAt)}`,
  retention_run: ({ detail }) => `Abgelaufene Aufbewahrung gelöscht: ${rowsWords(Number(detail.rows))}`,
  retention_set: ({ wave }) => `Aufbewahrung für ${wave ?? 'alle: Protokoll'} festgelegt`,
  archive_offer: ({ wave, detail }) =>
    `Angebot an das Archiv, ${wave}: ${ofKind(detail.kind)} ${detail.offered === 'taken' ? 'übernommen' : 'abgelehnt'}`,
  'admindata.import': ({ file }) => `Verwaltungsdaten eingelesen: ${text(file)}`,
  'admindata.undo': ({ file }) => `Verwaltungsdaten zurückgenommen: ${text(file)}`,
  form_opened: (entry) => `Fragebogen geöffnet: ${formOf(entry)}`,
  submission: (entry) =>
    `${entry.detail.request === undefined ? 'Abgesendet' : 'Auf Antrag berichtigt'}: ${formOf(entry)}, Fassung ${String(entry.detail.revision)}`,
  contact_changed: (entry) =>
    `Kontaktdaten ${entry.detail.request === undefined ? 'geändert' : 'auf Antrag berichtigt'}: ${formOf(entry)}`,
  session_dismissed: (entry) => `Sitzung anderer beendet: ${formOf(entry)}`,
  delegation_made: (entry) => `Kollegin oder Kollege um Zuarbeit gebeten: ${formOf(entry)}`,
  delegation_opened: (entry) => `Zuarbeit begonnen: ${formOf(entry)}`,
  delegation_done: (entry) => `Zuarbeit erledigt: ${formOf(entry)}`,
  delegation_revoked: (entry) => `Bitte um Zuarbeit zurückgenommen: ${formOf(entry)}`,
  registry_imported: ({ detail }) => `Verzeichnis eingelesen: ${changesOf(detail)}`,
  registry_undone: ({ detail }) => `Eingelesenes zurückgenommen: Nummer ${String(detail.import)}`,
  responsibility_changed: ({ detail }) =>
    `Zuständigkeit geändert: ${text(detail.gkz)} → ${text(detail.verbund)}, Nummer ${String(detail.import)}`,
  addresses_imported: ({ detail }) =>
    `Anschriften eingelesen: ${String(detail.added)} neu, ${String(detail.changed)} geändert, Nummer ${String(detail.import)}`,
  addresses_listed: ({ detail }) => `Anschriften ausgegeben: ${rowsOf(detail)}`,
  address_changed: ({ detail }) =>
    `Anschrift geändert: ${detail.unit === undefined ? 'einer Person' : text(detail.unit)}`,
  addresses_taken_over: ({ wave, detail }) =>
    `Ansprechpersonen aus ${wave} übernommen: ${String(detail.added)} neu, ${String(detail.changed)} geändert, Nummer ${String(detail.import)}`,
  codes_refused: ({ detail }) =>
    `${detail.atLeast ? 'Mindestens ' : ''}${text(formatNumber(Number(detail.count)))} falsche Zugangscodes in einer Viertelstunde`,
}

/** What a signed-out visitor tried has no account; nor has a command, which is no attempt. */
const attempts = new Set(['password_refused', 'code_refused'])

const ofRespondents: readonly string[] = logKinds.befragte.actions

function whoElse({ action, detail }: LoggedEntry): string {
  if (ofRespondents.includes(action)) return 'Befragte'
  if (action === 'codes_refused') return 'unter /zugang'
  if (detail.byUse || detail.byRespondent) return 'Befragte'
  if (attempts.has(action)) return 'unbekannter Anmeldename'
  return detail.nightly ? 'nachts, von selbst' : 'Befehlszeile'
}

export function logEntry(entry: LoggedEntry): LogEntry {
  const { at, action, who } = entry
  return {
    at: dayAndTime(at),
    who: who ?? whoElse(entry),
    what: sentences[action]?.(entry) ?? action,
    details: leavings.includes(action) ? fileDetails(entry) : [],
  }
}

function fileDetails({ detail }: LoggedEntry): LogEntry['details'] {
  const { format, filter, rows, state, values, since, madeAgain, k, surveyVersion, sha256 } = detail
  return [
    { label: 'Format', value: text(format) },
    { label: 'Filter', value: text(filter) },
    { label: 'Zeilen', value: typeof rows === 'number' ? formatNumber(rows) : '' },
    { label: 'Datenstand', value: typeof state === 'number' ? String(state) : '' },
    { label: 'Verglichen mit Datenstand', value: typeof since === 'number' ? String(since) : '' },
    { label: 'Ohne Gelöschtes bis Datenstand', value: typeof madeAgain === 'number' ? String(madeAgain) : '' },
    { label: 'Werte', value: text(values) },
    { label: 'Je Klasse mindestens', value: typeof k === 'number' ? String(k) : '' },
    { label: 'Fassung', value: text(surveyVersion) },
    { label: 'SHA-256', value: text(sha256) },
  ].filter(({ value }) => value !== '')
}
