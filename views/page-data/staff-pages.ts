import type {
  AttritionPage,
  ChangesPage,
  Choice,
  CodebookPage,
  ComparisonPage,
  ComparisonsPage,
  PanelCodebookPage,
  QualityPage,
  QuestionPage,
  QuestionsPage,
} from './evaluation-pages.ts'
import type { Unit } from './form-pages.ts'
import type { KreisParagraphPage, KreisReportPage } from './kreis-report-pages.ts'
import type { LogEntry } from './log-entry.ts'
import type { FactView } from './operator-pages.ts'
import type { PaperEntryPage, PaperPage, PaperSettlePage, PapersPage } from './paper-pages.ts'
import type { ResponseFilePage } from './response-file-page.ts'
import type { RolledUpPage, RollUpPage } from './roll-up-pages.ts'

/** What the templates of the staff's pages are given. */
export interface StaffPages {
  'intern/sign-in': SignInPage
  'intern/code': CodePage
  'intern/set-up': SetUpPage
  'intern/recovery-codes': RecoveryCodesPage
  'intern/home': HomePage
  'intern/wave': WavePage
  'intern/late-input': LateInputPage
  'intern/response-file': ResponseFilePage
  'intern/papers': PapersPage
  'intern/paper': PaperPage
  'intern/paper-entry': PaperEntryPage
  'intern/paper-settle': PaperSettlePage
  'intern/questions': QuestionsPage
  'intern/question': QuestionPage
  'intern/attrition': AttritionPage
  'intern/changes': ChangesPage
  'intern/quality': QualityPage
  'intern/roll-up': RollUpPage
  'intern/rolled-up': RolledUpPage
  'intern/kreis-report': KreisReportPage
  'intern/kreis-paragraph': KreisParagraphPage
  'intern/codebook': CodebookPage
  'intern/panel-codebook': PanelCodebookPage
  'intern/comparisons': ComparisonsPage
  'intern/comparison': ComparisonPage
  'intern/exports': ExportsPage
  'intern/risk': RiskPage
  'intern/operator': OperatorPage
  'intern/retention': RetentionPage
  'intern/record': RecordPage
  'intern/log': LogPage
  'intern/admindata': AdmindataPage
  'intern/import-preview': ImportPreviewPage
  'intern/undo-import': UndoImportPage
  'intern/accounts': AccountsPage
  'intern/account-of': AccountOfPage
  'intern/first-password': FirstPasswordPage
  'intern/account': AccountPage
  'intern/password': PasswordPage
}

/** Pages that belong together, and what they are for. */
export interface LinkGroup {
  label: string
  links: { href: string; label: string; current: boolean }[]
}

/** The head of a page of staff. */
export interface StaffFrame {
  name: string
  role: string
  navigation: { href: string; label: string; current: boolean }[]
  /** The pages of the wave that the page is about, empty where it is about none. */
  wave: LinkGroup[]
  /** Seconds until the session ends without a further request. */
  secondsLeft: number
}

/** What is known of who runs this site. */
interface OperatorPage {
  name: string
  file: string
  invented: boolean
  needed: MissingFact[]
  wished: MissingFact[]
}

interface MissingFact {
  field: string
  label: string
  why: string
}

/** What is kept until when, and what of it is due. */
export interface RetentionPage {
  href: string
  waves: {
    id: string
    title: string
    purpose: string
    synthetic: boolean
    terms: { label: string; term: string; due: string; offer: string; rows: string }[]
  }[]
  basis: string
  site: { label: string; term: string; rows: string }[]
  lasting: { label: string; why: string }[]
  /** When it was last deleted. */
  last: string
  /** What an archive is to be asked about, for those who may say what came of it. */
  offers: { wave: string; kind: string; label: string }[]
  notice: string
}

/** The record of processing and the measures, as they are configured. */
export interface RecordPage {
  asOf: string
  /** What is not configured, or not known. */
  gaps: string[]
  sections: { title: string; facts: FactView[] }[]
}

/** The first step of a login of staff. */
interface SignInPage {
  next: string
  name: string
  error: string
  notice: string
}

/** The second step of a login of staff. */
interface CodePage {
  next: string
  error: string
  /** For accounts of the demo world, whose app nobody has: the code that holds now, or ''. */
  demoCode: string
}

/** The second factor, to be taken over into an app. */
interface SetUpPage {
  next: string
  error: string
  /** A QR code as the outline of its dark squares. */
  qr: { size: number; path: string }
  secret: string
}

/** Codes that let somebody in without an app, shown this once. */
interface RecoveryCodesPage {
  codes: string[]
  next: string
}

/** All waves, and what came in. */
export interface HomePage {
  waves: {
    href: string
    title: string
    /** `umfrage-1`. */
    id: string
    stichtag: string
    frist: string
    state: 'angelegt' | 'geöffnet' | 'Frist abgelaufen' | 'geschlossen'
    /** `708 von 1.101 Kommunen, 64,3 %`, or that they are too few to be shown. */
    response: string
    synthetic: boolean
  }[]
  /** Of waves that run, how long they still do, by their ids. */
  left: Record<string, string>
  /** What needs whoever looks. */
  waiting: { href: string; label: string }[]
  /** What came in since the last visit. */
  arrivals: { since: string; lines: { href: string; label: string }[] }
  /** Where to go, and what for. */
  places: { href: string; label: string; note: string }[]
  /** What whoever runs the server should hear of. */
  warnings: string[]
  /** When the last backup was made and verified; `warning`: what is wrong with that, or ''. */
  backup: { sentences: string[]; warning: string }
}

/** What came in of a wave. Parts of too few Kommunen are not shown, nor what would give them away. */
export type WavePage = HomePage['waves'][number] & {
  /** Missing where nothing could be shown. */
  days: { day: string; submitted: ShownCount }[] | undefined
  kreise: { name: string; asked: string; submitted: ShownCount; rate: string }[] | undefined
  /** Nothing is covered, for whoever works with each participant. */
  seesAll: boolean
  /** How many units have input that came too late, for those who may see it. */
  late: { href: string; count: number } | null
  /** Where its figures go up, or '': of most waves they stay where they are. */
  rollUpHref: string
  /** How many forms are restricted as a whole, or ''. */
  restricted: string
}

/** What reached a wave and stands in no questionnaire, since it came after the session or the Frist. */
export interface LateInputPage {
  title: string
  id: string
  waveHref: string
  /** Days that it is kept. */
  days: number
  units: {
    unit: Unit
    rows: { number: string; label: string; value: string; by: string; at: string; late: boolean }[]
  }[]
}

/** A count, or why it is not shown; and its share for a bar, or null. */
export interface ShownCount {
  text: string
  share: number | null
}

export interface ExportsPage {
  /** Why a file cannot be made; then what was asked for stays chosen. */
  problem: string
  chosen: { [name in 'erhebung' | 'datei' | 'werte' | 'format' | 'seit' | 'kategorien']?: string | undefined }
  /** Whoever looks is not of the house, and should take what tells of nobody. */
  isOutside: boolean
  waves: { id: string; label: string }[]
  files: { label: string; files: { code: string; label: string }[] }[]
  /** What a file for science would hold, by wave. */
  reports: { label: string; href: string }[]
  values: { code: string; label: string }[]
  formats: { code: string; label: string }[]
  /** Of each format: its name, whom it is for, and what gets lost in it. */
  carrying: [name: string, use: string, lost: string][]
  /** Whether packages for an archive are offered. */
  offersPackages: boolean
  /** Whether what texts are about is among the files. */
  offersCodings: boolean
  /** The person's own downloads, the newest first. */
  downloads: LogEntry[]
}

/** What a file for science of a wave holds, and what was done for it. */
interface RiskPage {
  id: string
  exportsHref: string
  title: string
  synthetic: boolean
  /** Why there is none. */
  problem: string
  facts: readonly string[]
  sections: readonly {
    title: string
    sentences: readonly string[]
    table?: { head: readonly string[]; rows: readonly (readonly string[])[] }
  }[]
}

interface LogPage {
  entries: (LogEntry & { isSealed: boolean })[]
  form: {
    choices: Choice[]
    /** `2026-11-29`, or ''. */
    day: string
    /** All entries, or '' where nothing is chosen. */
    resetHref: string
  }
  /** The newest and earlier entries, or '' where they are these. */
  newestHref: string
  earlierHref: string
  /** How far the log is sealed: number and hash, '' where it is not; and how many entries are not yet. */
  seal: {
    number: string
    hash: string
    unsealed: string
    /** From when on the log is kept, '' where all of it is there. */
    since: string
  }
  files: { label: string; href: string }[]
}

/** The imports of administrative figures. */
export interface AdmindataPage {
  batches: {
    title: string
    file: string
    imported: string
    synthetic: boolean
    /** When it was undone, or ''. */
    undone: string
    /** Where it can be undone, or ''. */
    undoHref: string
    details: LogEntry['details']
  }[]
  /** Whether whoever looks at it may read files in. */
  mayImport: boolean
  /** What was just done, or ''. */
  notice: string
  /** Why a file was not taken, or ''. */
  error: string
}

/** What would come of a file that was uploaded. */
export interface ImportPreviewPage {
  href: string
  file: string
  /** What is in the way, where the file cannot be read in as it stands. */
  problems: string[]
  /** `12 neu, 1 geändert …`; empty where nothing was read. */
  summary: string
  facts: LogEntry['details']
  /** The known figures that change most, the most extreme first. */
  changed: string[]
  moreChanged: string
  /** What was found of each indicator. */
  found: string[]
  notes: string[]
  mayImport: boolean
  settings: { zeit: string; indikator: string; strich: boolean; fehlerhafte: boolean }
  indicators: { code: string; label: string }[]
}

export interface UndoImportPage {
  href: string
  title: string
  facts: LogEntry['details']
  /** As it was typed. */
  reason: string
  error: string
}

/** The account of somebody of the staff, as the administration sees it. */
export interface AccountEntry {
  href: string
  name: string
  role: string
  /** `ohne Wirkung`: an account of the demo world beside a real survey. */
  state: 'eingerichtet' | 'wartet auf die erste Anmeldung' | 'gesperrt' | 'ohne Wirkung'
  lastLogin: string
  synthetic: boolean
}

export interface AccountsPage {
  accounts: AccountEntry[]
  roles: { code: string; label: string }[]
  /** What was typed for a new account. */
  name: string
  role: string
  /** For whom it is to work, as typed. */
  scope: string
  scopeHint: string
  errors: { field: 'name' | 'rolle' | 'zustaendig' | 'bisher'; message: string }[]
}

export type AccountOfPage = AccountEntry & {
  facts: LogEntry['details']
  /** Of whoever looks at it. */
  own: boolean
  /** It is disabled and still has a name of its own. */
  mayForget: boolean
  /** For whom it works, of roles that this can limit. */
  scope: { hint: string; words: string; typed: string; error: string } | undefined
  notice: string
  error: string
}

/** The own account: what is known of it, and its sessions. */
export interface AccountPage {
  name: string
  role: string
  recoveryCodesLeft: number
  sessions: { since: string; seenAt: string; current: boolean; endHref: string }[]
  notice: string
  /** Why no new recovery codes were made, or ''. */
  error: string
}

/** The password of a new account, shown this once. */
interface FirstPasswordPage {
  name: string
  role: string
  password: string
}

interface PasswordPage {
  /** Somebody else has seen the present one. */
  initial: boolean
  errors: { field: 'bisher' | 'neu' | 'wiederholung'; message: string }[]
}
