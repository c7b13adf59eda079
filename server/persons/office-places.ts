import { type SectionId, sectionTitles } from '../../analysis/kreisbericht/sections.ts'
import { dayOfTime } from '../domain/german-time.ts'
import { isLetterName, letterTemplates } from '../letters/templates.ts'
import { templateOf } from '../mail/templates.ts'
import type { PersonText } from '../store/person-texts.ts'

export type OfficeText = Pick<PersonText, 'table' | 'column' | 'key' | 'row'>

type RowOf = (key: OfficeText['key'], row: OfficeText['row']) => string

/** What staff wrote, sent or uploaded, as people know it: what it is, and what one row of it is called. */
const tables: Record<string, { title: string; rowOf: RowOf }> = {
  'public.audit_aside': { title: 'Neben dem Protokoll', rowOf: (key) => `Eintrag ${key.audit_id}` },
  'public.import_batch': { title: 'Eingelesene amtliche Datei', rowOf: ({ id }) => `Einlesen ${id}` },
  'staff.upload': { title: 'Hochgeladene Datei, noch nicht bestätigt', rowOf: () => 'verfällt nach einer Stunde' },
  'contact.address': {
    title: 'Anschrift im Verzeichnis',
    rowOf: (_, { unit, until }) =>
      until === null ? `${unit}, gültig` : `${unit}, gültig bis ${dayOfTime(new Date(until ?? ''))}`,
  },
  'contact.dispatch': { title: 'Sendung des Feldbüros', rowOf: (_, row) => `${aboutWhom(row)}: ${sentWords(row)}` },
  'contact.figure_place': {
    title: 'Gemerkte Überschriften einer eigenen Tabelle',
    rowOf: ({ id }, row) => `${aboutWhom(row)}: Überschriften ${id}${row.field ? `, Feld ${row.field}` : ''}`,
  },
  'contact.paper_entry': {
    title: 'Erfassung von Papier',
    rowOf: (_key, row) => `${aboutWhom(row)}: Erfassung ${row.turn}`,
  },
  'contact.paper_scan': { title: 'Scan eines Papierbogens', rowOf: ({ id }, row) => `${aboutWhom(row)}: Scan ${id}` },
  'contact.delegation': { title: 'Bitte um Zuarbeit', rowOf: ({ id }, row) => `${aboutWhom(row)}: Bitte ${id}` },
  'contact.field_note': {
    title: 'Notiz des Feldbüros',
    rowOf: ({ id }, row) =>
      `${aboutWhom(row)}: ${noteKinds[row.kind ?? ''] ?? 'Notiz'} ${id}${row.unfinished === 'true' ? ', noch nicht fertig geschrieben' : ''}`,
  },
  'public.amendment': {
    title: 'Korrektur des Feldbüros',
    rowOf: ({ id }, row) => `${aboutWhom(row)}: Korrektur ${id} von ${row.field}`,
  },
  'contact.query_entry': {
    title: 'Rückfrage oder Antwort darauf',
    rowOf: (_, row) => `${aboutWhom(row)}: ${row.kind === 'asked' ? 'Text' : 'Antwort'} in Rückfrage ${row.query_id}`,
  },
  'contact.roll_up_said': {
    title: 'Rückfrage zu Zahlen, die nach oben gehen, oder Antwort darauf',
    rowOf: ({ id }, { kind, wave_id: wave }) => `${wave}: ${kind === 'asked' ? 'Frage' : 'Antwort'} ${id}`,
  },
  'public.job': { title: 'Auftrag des Feldbüros', rowOf: ({ id }) => `Auftrag ${id}` },
  'staff.approval': { title: 'Vorschlag, der eine zweite Person braucht', rowOf: ({ id }) => `Vorschlag ${id}` },
  'public.registry_import': { title: 'Eingelesenes Verzeichnis', rowOf: ({ id }) => `Einlesen ${id}` },
  'public.kreis_paragraph': {
    title: 'Absatz im Bericht eines Kreises',
    rowOf: ({ kreis, year, section, revision }) =>
      `Kreis ${kreis}, ${year}, ${sectionTitles[section as SectionId]}, Fassung ${revision}`,
  },
  'public.annex_plan': { title: 'Gemerkter Plan eines Anhangs', rowOf: ({ id }) => `Plan ${id}` },
  'public.saved_view': { title: 'Gemerkter Vergleich', rowOf: ({ id }) => `Vergleich ${id}` },
  'public.screening_decision': {
    title: 'Entscheidung des Feldbüros',
    rowOf: ({ id }, row) => `${aboutWhom(row)}: Entscheidung ${id} über ${row.field}`,
  },
  'public.text_source': { title: 'Eingelesene Datei mit Texten', rowOf: ({ id }) => `Datei ${id}` },
  'public.written_text': {
    title: 'Text aus einer Datei',
    rowOf: (_, { source_id: source, line }) => `Datei ${source}, Zeile ${line}`,
  },
  'public.codebook': { title: 'Kategorien für Texte', rowOf: ({ id }) => `Kategorien ${id}` },
  'public.codebook_version': {
    title: 'Kategorien für Texte',
    rowOf: (_, { codebook_id: codebook, number }) => `Kategorien ${codebook}, Fassung ${number}`,
  },
  'public.coding_settlement': {
    title: 'Entscheidung über eine Zuordnung',
    rowOf: ({ id }, row) => `Entscheidung ${id} zu Text ${row.text_id}`,
  },
  'public.text_release': {
    title: 'Wortlaut zur Veröffentlichung',
    rowOf: ({ id }, row) => `Wortlaut ${id} von Text ${row.text_id}`,
  },
  post: { title: 'E-Mail, die als Datei liegt', rowOf: ({ file = '' }) => file },
}

const noteKinds: Record<string, string> = {
  call: 'Gespräch',
  letter: 'Notiz zu einem Brief',
  mail: 'Notiz zu einer E-Mail',
}

const aboutWhom = ({ wave, unit }: OfficeText['row']) => [wave, unit].filter(Boolean).join(', ')

const sendingWays: Record<string, string> = { letter: 'als Brief', mail: 'als E-Mail', phone: 'am Telefon' }

const outcomes: Record<string, string> = {
  waiting: 'wartet',
  sending: 'wird gesendet',
  sent: 'gesendet',
  uncertain: 'ungewiss, ob gesendet',
  refused: 'abgelehnt',
  returned: 'zurückgekommen',
  stopped: 'nicht gesendet',
}

/** What was sent, which way, what became of it and when. */
function sentWords({ template, way, state, sent_at: sentAt, returned_at: returnedAt }: OfficeText['row']): string {
  const name = template ?? ''
  const title = way === 'letter' && isLetterName(name) ? letterTemplates[name].title : templateOf(name)?.title
  const at = returnedAt ?? sentAt ?? ''
  const when = at === '' ? '' : ` am ${dayOfTime(new Date(at))}`
  return `„${title ?? name}“ ${sendingWays[way ?? ''] ?? ''}, ${outcomes[state ?? ''] ?? ''}${when}`
}

const columns: Record<string, string> = {
  said: 'Text',
  words: 'Überschriften',
  file_name: 'Name der Datei',
  typed: 'Eingabe',
  title: 'Titel',
  plan: 'Aufbau des Anhangs',
  source: 'Quelle',
  licence: 'Lizenz',
  undo_reason: 'Grund der Rücknahme',
  settings: 'Einstellung beim Einlesen',
  report: 'Bericht des Einlesens',
  recipient: 'Empfänger',
  person: 'Ansprechperson',
  street: 'Straße',
  postcode: 'PLZ',
  place: 'Ort',
  mail: 'E-Mail',
  phone: 'Telefon',
  problem: 'Meldung',
  text: 'Text',
  note: 'Bemerkung',
  objection: 'Widerspruch',
  detail: 'Einzelheiten',
  reason: 'Begründung',
  wanted: 'Was es entscheiden würde',
  categories: 'Kategorie',
  changes: 'Änderung',
  why: 'Begründung',
  wording: 'Wortlaut',
  eml: 'ganze E-Mail',
}

/** Where a text of the office stands. */
export function officePlace({ table, column, key, row }: OfficeText): { title: string; row: string; label: string } {
  const { title = table, rowOf = () => '' } = tables[table] ?? {}
  return { title, row: rowOf(key, row), label: columns[column] ?? column }
}

/** Where a text stands, in a line. */
export function placeLine(text: PersonText): string {
  if (text.wave !== null) return `${text.wave} ${text.unit} ${text.field}`
  const { title, row, label } = officePlace(text)
  return `${title}, ${row}, ${label}`
}
