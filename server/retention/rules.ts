import { attemptMinutes, computedMinutes, uploadMinutes } from '../domain/kept-briefly.ts'
import { keptDays } from '../domain/kept-input.ts'
import { requestWordsYears } from '../persons/request-kinds.ts'

/** What ends with a wave. Days and archive are data of the wave; here stands what a new one begins with. */
export const waveRules = {
  contact: { label: 'Kontaktdaten für Rückfragen, Sendungen und Notizen', days: 90 },
  drafts: { label: 'Entwürfe, die nie abgesendet wurden', days: 180 },
  initials: { label: 'Kürzel derer, die bearbeitet haben', days: 90 },
  codes: { label: 'Zugangscodes', days: 90 },
  /** Only of waves that ask persons: a Kommune is none. */
  origin: { label: 'Verbindung zwischen Antworten und Nummer einer Person', days: null },
} as const satisfies Record<string, { label: string; days: number | null }>

export type WaveKind = keyof typeof waveRules

export const waveKinds = Object.keys(waveRules) as WaveKind[]

export const isWaveKind = (text: string): text is WaveKind => Object.hasOwn(waveRules, text)

/** How long a wave keeps one kind of data. */
export interface Term {
  /** After its end; null: without limit. */
  days: number | null
  /** It is to be offered to an archive before it is deleted. */
  archive: boolean
}

export type Terms = Record<WaveKind, Term>

const day = 24 * 60

/** What is kept for a while only, whichever wave it belongs to: so long after what `after` names. */
export const siteRules = {
  parked: { label: 'Eingaben, die zu spät kamen', minutes: keptDays * day, after: 'ihrem Eingang' },
  settled: { label: 'Vermerke über erledigte Eingaben', minutes: day, after: 'der Entscheidung' },
  sessions: { label: 'Sitzungen der Befragten, mit Browser und Betriebssystem', minutes: 7 * day, after: 'ihrem Ende' },
  staffSessions: { label: 'Sitzungen der Mitarbeitenden, bis auf die letzte', minutes: 7 * day, after: 'ihrem Ende' },
  addresses: { label: 'Anschriften, die nicht mehr gelten', minutes: 365 * day, after: 'ihrem Ende' },
  unusedAddresses: {
    label: 'Anschriften von Stellen, die keine Erhebung mehr befragt',
    minutes: 3 * 365 * day,
    after: 'der letzten Erhebung, die sie befragt hat, oder dem Eintragen',
  },
  figurePlaces: {
    label: 'Zuordnungen eigener Tabellen zu den Feldern, mit ihren Überschriften',
    minutes: 3 * 365 * day,
    after: 'der letzten Verwendung',
  },
  postings: {
    label: 'Einsatz, Qualifikation und Fortbildung von Personen, deren Nummer nicht mehr gilt',
    minutes: 5 * 365 * day,
    after: 'dem letzten Tag der Nummer',
  },
  mailFiles: {
    label: 'E-Mails, die als Datei liegen und zu keiner Sendung mehr gehören',
    minutes: 7 * day,
    after: 'ihrem Schreiben',
  },
  approvals: {
    label: 'Vorschläge, die eine zweite Person brauchten, mit ihrer Begründung',
    minutes: 3 * 365 * day,
    after: 'der Entscheidung',
  },
  uploads: { label: 'hochgeladene Dateien, die niemand bestätigt hat', minutes: uploadMinutes, after: 'dem Hochladen' },
  computed: {
    label: 'Auswertungen und Dateien, die jemand angefordert hat, verschlüsselt',
    minutes: computedMinutes,
    after: 'der letzten Nachfrage',
  },
  attempts: {
    label: 'gescheiterte Anmeldeversuche',
    minutes: attemptMinutes,
    after: 'dem Beginn der Viertelstunde, in der sie gezählt werden',
  },
} as const satisfies Record<string, { label: string; minutes: number; after: string }>

/** The log has a term for all, which is data: as long as claims can reach back at the most (§ 199 BGB), where nothing else is set. */
export const logRule = {
  label: 'Protokoll, mit dem, was neben ihm steht',
  tables: ['public.audit', 'public.audit_aside'],
} as const

export type SiteKind = keyof typeof siteRules

export const siteKinds = Object.keys(siteRules) as SiteKind[]

/** What no term ends, and why. */
export const lasting: readonly { label: string; why: string; tables: readonly string[] }[] = [
  {
    label: 'Abgesendete Antworten, ihre Entwürfe und Korrekturen',
    why: 'Sie bleiben, solange die Stelle sie zur Auswertung braucht; von der Nummer einer Person trennt sie die Frist der Erhebung dafür.',
    tables: ['public.submission', 'public.answer_value', 'public.answer_change', 'public.amendment'],
  },
  {
    label: 'Was das Feldbüro über einzelne Angaben entschieden hat',
    why: 'Es sagt, welche Angaben angesehen wurden und was daraus wurde, solange die Antworten bleiben; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.screening_decision'],
  },
  {
    label: 'Gemerkte Vergleiche und Pläne von Anhängen',
    why: 'Name, Notiz und Plan bleiben, bis sie gelöscht werden; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.saved_view', 'public.annex_plan'],
  },
  {
    label: 'Eigene Absätze in den Berichten der Kreise, mit ihren früheren Fassungen',
    why: 'Sie belegen, was ein Kreis zu seinen Zahlen gesagt hat; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.kreis_paragraph'],
  },
  {
    label: 'Eigene Absätze in den Berichten der Kreise, mit ihren früheren Fassungen',
    why: 'Sie belegen, was ein Kreis zu seinen Zahlen gesagt hat; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.kreis_paragraph'],
  },
  {
    label: 'Eigene Absätze in den Berichten der Kreise, mit ihren früheren Fassungen',
    why: 'Sie belegen, was ein Kreis zu seinen Zahlen gesagt hat; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.kreis_paragraph'],
  },
  {
    label:
      'Was aus Kommentaren und anderen Texten wurde: Zuordnungen, Entscheidungen, Schwärzungen, Wortlaut zur Veröffentlichung',
    why: 'Es bleibt, solange sein Text bleibt, und geht mit ihm; Texte aus Dateien und Kategorien bleiben, was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: [
      'public.text_source',
      'public.written_text',
      'public.codebook',
      'public.codebook_version',
      'public.coding_settlement',
      'public.text_release',
    ],
  },
  {
    label: 'Nummern der Integrationsmanager/-innen',
    why: 'Sie verbinden die Erhebungen und bleiben, solange das Verzeichnis sie führt; bei den Antworten, bis die Verbindung getrennt wird.',
    tables: ['public.im_nummer', 'public.participant'],
  },
  {
    label: 'Einsatz, Qualifikation und Fortbildung unter einer Nummer',
    why: 'Sie belegen, wofür die Zuwendung verwendet ist (Art. 17 Absatz 3 Buchstabe b DSGVO), solange die Nummer gilt und fünf Jahre danach.',
    tables: ['public.einsatz', 'public.qualifikation', 'public.fortbildung'],
  },
  {
    label: 'Anliegen von Personen',
    why: `Dass es sie gab und was daraus wurde, bleibt als Nachweis; ihr Wortlaut geht ${requestWordsYears} Jahre nach dem Abschluss.`,
    tables: ['contact.person_request'],
  },
  {
    label: 'Konten der Mitarbeitenden',
    why: 'Ein Konto wird gesperrt, nicht gelöscht: Das Protokoll verweist auf seine Nummer.',
    tables: ['staff.account', 'staff.recovery_code'],
  },
  {
    label: 'Wofür ein Konto zuständig ist',
    why: 'Kreise, Kommunen und Nummern aus dem Verzeichnis; sie bleiben, bis die Zuständigkeit eine andere ist.',
    tables: ['staff.scope'],
  },
  {
    label: 'Eingelesene Verzeichnisse',
    why: 'Sie sagen, woher das Verzeichnis ist und wie es vorher war, damit es sich zurücknehmen lässt. Von Personen steht darin die Nummer; was der Name der Datei sonst sagt, wird auf ihr Verlangen gelöscht.',
    tables: ['public.registry_import', 'public.registry_change'],
  },
  {
    label: 'Eingelesene amtliche Dateien',
    why: 'Name und Angaben der Datei bleiben als Quelle der Zahlen; was darin von einer Person steht, wird auf ihr Verlangen gelöscht.',
    tables: ['public.import_batch'],
  },
]
