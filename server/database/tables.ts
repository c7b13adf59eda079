import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { SectionId } from '../../analysis/kreisbericht/sections.ts'
import type { Qualification } from '../../analysis/qualifications/qualification.ts'
import type { MissingReason } from '../../analysis/sources/missing.ts'
import type { Value } from '../../surveys/types/type.ts'
import type { TypedSettings } from '../admindata/settings.ts'
import type { ImportSummary } from '../admindata/summary.ts'
import type { AmendmentReason, AmendmentSource } from '../amendments/grounds.ts'
import type { Role } from '../domain/rights.ts'
import type { Holding } from '../persons/places.ts'
import type { ActProof, Chosen, Proof } from '../persons/request-content.ts'
import type { RequestKind } from '../persons/request-kinds.ts'
import type { Extent, RestrictionGround } from '../persons/restriction.ts'
import type { Provider, RecipientKind } from '../registry/funding/kinds.ts'
import type { WaveKind } from '../retention/rules.ts'
import type { TextTables } from './text-tables.ts'

type Made = Generated<Date>
/** A day, `YYYY-MM-DD`. */
type Day = string
type Identity = ColumnType<number, never, never>

export interface Tables extends TextTables {
  kreis: KreisTable
  gemeinde: GemeindeTable
  verbund: { verbund: string; name: string; synthetic: Generated<boolean> }
  verbund_mitglied: VerbundMitgliedTable
  im_nummer: { im_nummer: string; verbund: string; valid_from: Day; valid_to: Day | null }
  empfaenger: EmpfaengerTable
  durchfuehrung: DurchfuehrungTable
  einsatz: EinsatzTable
  qualifikation: QualifikationTable
  fortbildung: { im_nummer: string; am: Day }
  gemeinde_nachfolge: { gkz: string; successor: string; since: Day }
  registry_import: RegistryImportTable
  registry_change: RegistryChangeTable
  wave: WaveTable
  wave_retention: WaveRetentionTable
  participant: ParticipantTable
  access_code: AccessCodeTable
  carrier_code: CarrierCodeTable
  carrier_session: CarrierSessionTable
  letter_issue: LetterIssueTable
  letter_code: LetterCodeTable
  session: SessionTable
  delegation_session: DelegationSessionTable
  attempt: { key: string; window_start: Date; count: number }
  computation: ComputationTable
  computation_part: { computation_id: number; number: number; content: Buffer }
  burden: { participant_id: number; minutes: number | null; effort: number | null; at: Made }
  database_id: { is_only: Generated<boolean>; id: Generated<string> }
  draft: { participant_id: number; rev: Generated<number>; saved_at: Date | null }
  draft_value: DraftValueTable
  draft_change: DraftValueTable & { taken_from: string | null }
  paper_return: PaperReturnTable
  parked_page: ParkedPageTable
  submission: SubmissionTable
  erasure: ErasureTable
  restriction: RestrictionTable
  amendment: AmendmentTable
  data_state: { number: number; at: Made; what: DataChange }
  audit: AuditTable
  job: JobTable
  audit_seal: { number: number; audit_id: number; hash: Buffer }
  audit_aside: { audit_id: number; said: string; at: Made }
  audit_cut: { number: number; hash: Buffer; entries: number; until: Date; at: Made }
  kreis_paragraph: KreisParagraphTable
  roll_up_figures: RollUpTable & { revision: number; given: JSONColumnType<Record<string, number>, string, never> }
  roll_up_sign_off: RollUpTable & {
    number: number
    content: JSONColumnType<Record<string, number>, string, never>
    expected: JSONColumnType<string[] | null, string, never>
  }
  saved_view: SavedViewTable
  screening_decision: ScreeningDecisionTable
  site_retention: { kind: 'log'; days: number | null }
  'staff.account': AccountTable
  'staff.recovery_code': { hash: Buffer; account_id: number; created_at: Made; used_at: Date | null }
  'staff.session': StaffSessionTable
  'staff.scope': { account_id: number; kind: 'kreis' | 'unit'; key: string }
  'staff.approval': ApprovalTable
  'staff.extension': ExtensionTable
  'staff.extension_of': { extension_id: number; participant_id: number; former: Day | null }
  'staff.upload': UploadTable
  'staff.upload_piece': { upload_id: string; place: number; bytes: Buffer }
  import_batch: ImportBatchTable
  series: { id: Identity; indicator: string; breakdown: Generated<string>; months: number }
  observation: ObservationTable
  'contact.editor': { id: Identity; participant_id: number; label: string }
  'contact.person_request': PersonRequestTable
  'contact.address': AddressTable
  'contact.delegation': DelegationTable
  'contact.dispatch': DispatchTable
  'contact.field_note': FieldNoteTable
  'contact.figure_place': FigurePlaceTable
  'contact.paper_entry': PaperEntryTable
  'contact.paper_scan': PaperScanTable
  'contact.paper_scan_piece': { scan_id: number; place: number; bytes: Buffer }
  'contact.query': QueryTable
  'contact.query_entry': QueryEntryTable
  'contact.roll_up_said': RollUpSaidTable
  'contact.respondent': { participant_id: number; field: string; value: string; saved_at: Made }
}

/** Where letters and mails to a Kommune, a Verbund or a person go; the one that holds now has no end. */
interface AddressTable {
  id: Identity
  unit: string
  recipient: string
  person: Generated<string>
  street: Generated<string>
  postcode: Generated<string>
  place: Generated<string>
  mail: Generated<string>
  phone: Generated<string>
  source: 'file' | 'survey' | 'office'
  wave_id: string | null
  account_id: number | null
  import_id: number | null
  ended_by: number | null
  since: Made
  until: Date | null
}

/** A file that was read into the registry, or a change by hand. */
interface RegistryImportTable {
  id: Identity
  form: string
  file_name: string
  file_hash: string
  effective_from: Day | null
  counts: JSONColumnType<Record<string, unknown>, string | undefined, string>
  account_id: number | null
  imported_at: Made
  undone_at: Date | null
  undone_by: number | null
}

/** A row of the registry before and after an import. */
interface RegistryChangeTable {
  import_id: number
  table_name: string
  key: string
  valid_from: Day
  was: JSONColumnType<Record<string, unknown>> | null
  became: JSONColumnType<Record<string, unknown>> | null
}

/** What went to whom, by letter, mail or phone. */
interface DispatchTable {
  id: Identity
  participant_id: number
  template: string
  key: string
  way: 'letter' | 'mail' | 'phone'
  recipient: Generated<string>
  message_id: string | null
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'uncertain' | 'returned' | 'stopped'
  problem: Generated<string>
  job_id: number | null
  account_id: number | null
  created_at: Made
  sent_at: Date | null
  returned_at: Date | null
  tried_at: Date | null
  tries: Generated<number>
  not_before: Date | null
  code_hash: Buffer | null
}

/** What the office noted of a talk. */
interface FieldNoteTable {
  id: Identity
  participant_id: number
  kind: 'call' | 'letter' | 'mail' | 'other'
  text: string
  account_id: number | null
  at: Made
  /** What somebody is still writing. */
  unfinished: Generated<boolean>
  /** What came of a call, and when to call again. */
  result: Generated<'reached' | 'missed' | 'again' | null>
  again_on: Generated<string | null>
}

/** Which figure of a table of somebody's own is for which field. */
interface FigurePlaceTable {
  id: Identity
  participant_id: number
  words: string
  field: Generated<string>
  used_at: Made
}

/** What the office asks a participant back. */
interface QueryTable {
  id: Identity
  participant_id: number
  about_kind: 'field' | 'question' | 'check'
  about: string
  fields: string[]
  checks: string[]
  due_on: Day
  account_id: number | null
  opened_at: Made
  closed_at: Date | null
  closed_by: number | null
}

/** What was said to it. */
interface QueryEntryTable {
  id: Identity
  query_id: number
  participant_id: number
  kind: 'asked' | 'answered' | 'submitted'
  text: Generated<string>
  revision: number | null
  account_id: number | null
  editor_id: number | null
  at: Made
}

/** What waits for a second account, or was decided by one. */
interface ApprovalTable {
  id: Identity
  act: string
  wave_id: string | null
  detail: JSONColumnType<Record<string, unknown>>
  reason: Generated<string>
  proposed_by: number | null
  proposed_at: Made
  decided_by: number | null
  decided_at: Date | null
  decision: 'agreed' | 'refused' | 'withdrawn' | 'void' | null
}

/** A Frist that was moved: that of all, or that of some. */
interface ExtensionTable {
  id: Identity
  wave_id: string
  everybody: boolean
  frist: Day
  /** What held for all before. */
  former: Day | null
  audit_id: number | null
  at: Made
  undone_at: Date | null
}

/** Work that one of several servers does when it is due. */
interface JobTable {
  id: Identity
  kind: string
  key: string
  wave_id: string | null
  detail: JSONColumnType<Record<string, unknown>>
  account_id: number | null
  due_at: Made
  state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'stopped'>
  seen_at: Date | null
  done: Generated<number>
  total: number | null
  problem: Generated<string>
  created_at: Made
  ended_at: Date | null
  /** Whoever does it now. */
  holder: string | null
  tries: Generated<number>
}

/** What a person asks about their data. */
interface PersonRequestTable {
  id: Identity
  kind: RequestKind
  received_on: Day
  extended: Generated<boolean>
  due_on: ColumnType<Day, never, never>
  state: Generated<'open' | 'proposed' | 'done' | 'refused'>
  opened_by: number
  opened_at: Made
  searched: string
  extension: Generated<string>
  outcome: Generated<string>
  chosen: ColumnType<Chosen, string | undefined, string>
  ground: Generated<string>
  proposed_by: number | null
  proposed_at: Date | null
  proof: ColumnType<Proof | ActProof | null, string | null | undefined, string>
  closed_by: number | null
  closed_at: Date | null
}

interface KreisTable {
  kreis: string
  name: string
  typ: 'Stadtkreis' | 'Landkreis'
  regierungsbezirk: string
  valid_from: Day
  valid_to: Day | null
}

interface GemeindeTable {
  gkz: string
  name: string
  kreis: string
  population: number | null
  population_date: Day | null
  valid_from: Day
  valid_to: Day | null
}

interface VerbundMitgliedTable {
  gkz: string
  gemeinde_valid_from: Day
  verbund: string
  valid_from: Day
  valid_to: Day | null
}

/** Who receives the grant. */
interface EmpfaengerTable {
  empfaenger: string
  art: RecipientKind
  name: string
  synthetic: Generated<boolean>
  valid_from: Day
  valid_to: Day | null
}

/** Who carries out the Integrationsmanagement of a Kommune. */
interface DurchfuehrungTable {
  gkz: string
  gemeinde_valid_from: Day
  empfaenger: string
  wer: Provider
  durch: string
  valid_from: Day
  valid_to: Day | null
}

/** A person, known by a number alone, works for a recipient with a share of a full post. */
interface EinsatzTable {
  einsatz: string
  im_nummer: string
  empfaenger: string
  vzae: ColumnType<string, number, number>
  valid_from: Day
  valid_to: Day | null
}

interface QualifikationTable {
  im_nummer: string
  art: Qualification
  nachqualifizierung_ab: Day | null
  nachqualifizierung_bis: Day | null
  nachqualifizierung_entfaellt: Generated<boolean>
  valid_from: Day
  valid_to: Day | null
}

interface WaveTable {
  id: string
  survey: string
  survey_version: string
  survey_hash: string
  stichtag: Day | null
  frist: Day
  ends_at: ColumnType<Date, never, never>
  state: Generated<'created' | 'open' | 'closed'>
  synthetic: Generated<boolean>
  /** A trial: its answers count nowhere and go when it ends. */
  test: ColumnType<boolean, boolean | undefined, never>
  /** The days on which it opens and closes by itself. */
  opens_on: Day | null
  closes_on: Day | null
  /** Missing: nobody is thanked by itself. */
  thanks_since: Generated<Date | null>
  trial_ended_at: Date | null
  /** The fields that contact data are typed into. */
  contact_fields: Generated<string[]>
  created_at: Made
  opened_at: Date | null
  closed_at: Date | null
}

/** Until when a wave keeps what. */
interface WaveRetentionTable {
  wave_id: string
  kind: WaveKind
  /** After its end; null: without limit. */
  days: number | null
  archive: Generated<boolean>
  offered: 'taken' | 'declined' | null
  offered_at: Date | null
}

interface ParticipantTable {
  id: Identity
  wave_id: string
  /** The key, or the number or pseudonym of the person, whichever answers. */
  unit: ColumnType<string, never, never>
  gkz: string | null
  gemeinde_valid_from: Day | null
  im_nummer: string | null
  empfaenger: string | null
  empfaenger_valid_from: Day | null
  /** Itself, not that of a person. */
  verbund: string | null
  kreis: string | null
  kreis_valid_from: Day | null
  /** Instead of the number, once nothing is to lead back to it. */
  pseudonym: string | null
  created_at: Made
  opened_at: Date | null
  standing: 'declined' | 'exempt' | null
  standing_at: Date | null
  /** Its own last day; null: that of the wave. */
  frist: Day | null
  ends_at: ColumnType<Date | null, never, never>
}

interface AccessCodeTable {
  hash: Buffer
  slow: Generated<boolean>
  participant_id: number
  created_at: Made
  revoked_at: Date | null
}

/** Letters that are made in one go. */
interface LetterIssueTable {
  id: Identity
  wave_id: string
  letter: 'einladung' | 'zugangscode' | 'ersatzcode'
  form: 'pdf' | 'csv'
  account_id: number | null
  created_at: Made
  /** How often a file was made of it; each has codes of its own. */
  drawings: Generated<number>
  drawn_at: Date | null
  settled_at: Date | null
  outcome: 'valid' | 'discarded' | null
}

interface LetterCodeTable {
  issue_id: number
  participant_id: number
  /** Of a code that waits to be confirmed, or to be used. */
  hash: Buffer | null
  drawn_at: Date | null
  outcome: 'valid' | 'superseded' | null
}

/** A row for each participant that a session serves. */
/** The code of a Landkreis or an Antragsverbund for the Kommunen for which it answers. */
interface CarrierCodeTable {
  id: Identity
  wave_id: string
  verbund: string
  hash: Buffer
  created_at: Made
  revoked_at: Generated<Date | null>
}

interface CarrierSessionTable {
  token_hash: Buffer
  code_id: number
  created_at: Made
  seen_at: Made
  ends_at: Date
  ended_at: Generated<Date | null>
}

interface SessionTable {
  id: Generated<string>
  token_hash: Buffer
  participant_id: number
  editor_id: number | null
  created_at: Made
  seen_at: Made
  ends_at: Date
  /** Rows that were ended before their time, by a logout or a new code, write nothing more. */
  ended_at: Date | null
  /** `Firefox unter Windows`, or ''. */
  device: Generated<string>
}

/** Some sections of a form that a colleague is asked to fill in. */
/** What an account typed from a paper. */
interface PaperEntryTable {
  id: Identity
  participant_id: number
  /** There are two. */
  turn: number
  account_id: number
  typed: JSONColumnType<Record<string, string>, string, string>
  saved_at: Made
  done_at: Date | null
}

interface PaperScanTable {
  id: Identity
  participant_id: number
  file_name: string
  media: string
  bytes: number
  account_id: number | null
  at: Made
}

/** A submission that came on paper. */
interface PaperReturnTable {
  participant_id: number
  revision: number
  fields: number
  /** In how many of them two people read something else. */
  differing: number
  /** How many could not be entered, and are blank. */
  blanked: number
  account_id: number | null
  /** Whoever decided had typed it, and had the paper at hand. */
  by_typist: boolean
  at: Made
}

interface DelegationTable {
  id: Identity
  participant_id: number
  /** The colleague, and who asked her. */
  editor_id: number | null
  asked_by: number | null
  sections: string[]
  said: Generated<string>
  mail: Generated<string>
  due_on: Day | null
  salt: Buffer
  hash: Buffer
  made_at: Made
  opened_at: Generated<Date | null>
  done_at: Generated<Date | null>
  noted_at: Generated<Date | null>
  revoked_at: Generated<Date | null>
}

interface DelegationSessionTable {
  token_hash: Buffer
  delegation_id: number
  created_at: Made
  seen_at: Made
  ends_at: Date
  ended_at: Generated<Date | null>
}

interface DraftValueTable {
  participant_id: number
  field: string
  value: string
  rev: number
  editor_id: number | null
  saved_at: Made
  /** It lies in the schema \`contact\`. */
  contact: boolean
}

interface ParkedPageTable {
  id: Generated<string>
  participant_id: number
  section: string
  typed: JSONColumnType<Record<string, string>>
  session_id: string | null
  editor_id: number | null
  parked_at: Made
  settled_at: Date | null
  /** Its section asks for contact data, so it lies in the schema \`contact\`. */
  contact: boolean
}

/** That something was erased; never what. */
interface ErasureTable {
  id: Identity
  at: Made
  batch: string
  holds: Holding
  ground: string
  participant_id: number | null
  submission_id: number | null
  account_id: number | null
  consent_id: number | null
  texts: number
  content_hash: string | null
}

/** What can change a figure, and so makes a new state of the data. */
type DataChange =
  | 'submission'
  | 'import'
  | 'undo'
  | 'correction'
  | 'coding'
  | 'erasure'
  | 'registry'
  | 'restriction'
  | 'amendment'

interface SubmissionTable {
  id: Identity
  /** The state of the data that it made. */
  state: Identity
  participant_id: number
  revision: number
  receipt: string
  survey_version: string
  survey_hash: string
  answers: JSONColumnType<Record<string, number | string | true>>
  comments: JSONColumnType<Record<string, string>>
  justifications: JSONColumnType<{ check: string; values: Record<string, string>; reason: string; text: string }[]>
  content_hash: string
  editor_id: number | null
  submitted_at: Made
  /** Who of the staff corrected it, on which request of a person; missing where the respondents themselves handed it in. */
  corrected_by: ColumnType<number | null, never, never>
  request_id: ColumnType<number | null, never, never>
}

/** A mark on what a person demanded not to be used for the time being. */
interface RestrictionTable {
  id: string
  at: Made
  participant_id: number
  extent: Extent
  field: string | null
  ground: RestrictionGround
  request_id: number
  account_id: number | null
  state: number
  lifted_state: number | null
  lifted_at: Date | null
  lifted_by: number | null
  told_on: Day | null
}

/** A value that is used instead of the one that was given, and why. */
interface AmendmentTable {
  id: Identity
  participant_id: number
  field: string
  was: ColumnType<Value | null, string | null, never>
  became: ColumnType<Value | null, string | null, never>
  beside: JSONColumnType<Record<string, Value | null>, string | undefined, never>
  follows: JSONColumnType<Record<string, Value | null>, string | undefined, never>
  reason: AmendmentReason
  source: AmendmentSource
  note: Generated<string>
  account_id: number | null
  agreed_by: number | null
  at: Made
  state: number
  undone_state: number | null
  undone_at: Date | null
  undone_by: number | null
  objection: Generated<string>
  objected_at: Date | null
}

interface AuditTable {
  id: Identity
  at: Made
  action: string
  participant_id: number | null
  wave_id: string | null
  /** Who of the staff did it; missing for respondents and for commands. */
  account_id: number | null
  detail: JSONColumnType<Record<string, unknown>>
}

interface AccountTable {
  id: Identity
  name: string
  role: Role
  password_hash: string
  password_initial: boolean
  totp_secret: Buffer | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
  synthetic: Generated<boolean>
  created_at: Made
  disabled_at: Date | null
}

interface StaffSessionTable {
  id: Identity
  token_hash: Buffer
  account_id: number | null
  verified_at: Date | null
  created_at: Made
  seen_at: Made
  ends_at: Date
  ended_at: Date | null
}

interface ComputationTable {
  id: Identity
  key: Buffer
  reader: Buffer
  rank: number
  turn: number
  request: Buffer
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>
  holder: string | null
  seen_at: Date | null
  tries: Generated<number>
  wanted_until: Date
  asked_at: Made
  head: Buffer | null
}

interface UploadTable {
  id: Generated<string>
  account_id: number
  file_name: string
  settings: JSONColumnType<TypedSettings>
  uploaded_at: Made
}

interface ImportBatchTable {
  id: Identity
  file_name: string
  file_hash: string
  settings: JSONColumnType<Record<string, unknown>>
  format: string
  title: string
  source: string
  licence: string
  as_of: Day | null
  synthetic: Generated<boolean>
  observations: number
  report: JSONColumnType<ImportSummary>
  imported_at: Made
  undone_at: Date | null
  undo_reason: string | null
  /** The states of the data that the import and its undoing made. */
  state: number | null
  undone_state: number | null
}

interface ObservationTable {
  series_id: number
  batch_id: number
  starts: Day
  value: number | null
  region: string
  missing: MissingReason | null
  uncertain: Generated<boolean>
}

/** A question to a level below about one of its figures, and what was said to it. */
interface RollUpSaidTable {
  id: Identity
  wave_id: string
  /** The first of its thread; null: itself. */
  query_id: number | null
  from_level: string | null
  from_unit: string | null
  level: string | null
  unit: string | null
  figure: string | null
  kind: 'asked' | 'answered' | 'closed'
  text: string
  due_on: Day | null
  account_id: number
  at: Made
}

interface RollUpTable {
  wave_id: string
  level: string
  unit: string
  account_id: number
  at: Made
}

/** A comparison that somebody named. */
interface SavedViewTable {
  id: Identity
  address: string
  title: string
  note: Generated<string>
  account_id: number
  saved_at: Made
}

/** What somebody wrote between the figures in the report of a Kreis. */
interface KreisParagraphTable {
  kreis: string
  year: number
  section: SectionId
  revision: number
  text: string
  account_id: number
  at: Made
}

/** What the office decided on a number that it looked at. */
interface ScreeningDecisionTable {
  id: Identity
  participant_id: number
  field: string
  decision: 'right' | 'amend' | 'query' | 'open' | 'again'
  value: number
  wanted: Generated<string>
  account_id: number | null
  at: Made
}
