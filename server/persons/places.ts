/** What a column holds of persons. */
export const holdings = {
  contact: 'Kontaktdaten',
  initials: 'Kürzel dessen, der bearbeitet',
  text: 'freier Text einer Antwort, Bemerkung oder Begründung',
  number: 'Nummer eines Integrationsmanagers oder einer Integrationsmanagerin',
  account: 'Konto des Instituts',
  secret: 'Prüfwert eines Geheimnisses, aus dem sich nichts zurückrechnen lässt',
  device: 'Browser und Betriebssystem',
  address: 'Prüfwert einer Adresse oder eines Kontos, für eine Viertelstunde',
  request: 'Anliegen einer Person',
  office: 'Anschriften, Sendungen und Notizen des Feldbüros',
  log: 'Protokoll, nur Nummern',
  aside: 'Text neben dem Protokoll',
  file: 'hochgeladene Datei und ihr Name',
  sealed: 'verschlüsselt, für Minuten: was jemand angefordert hat',
} as const

export type Holding = keyof typeof holdings

/**
 * How texts of persons lie in a column: in forms as one text by field, as texts by field in JSON, or as a list of reasons; in the
 * office as a whole, at any depth of JSON, or as a file beside the database.
 */
export type Shape = 'text' | 'object' | 'reasons' | 'whole' | 'nested' | 'file'

/** A column in which people write texts of their own. */
export interface TextPlace {
  table: string
  column: string
  holds: 'contact' | 'text' | 'aside' | 'file' | 'office'
  shape: Shape
  /** What names a row, in forms beside the participant. */
  key: readonly string[]
  /** When the text was written. */
  at: string
  /** By which column a text of the office is about somebody who was asked, or who has an address. */
  about?: 'participant_id' | 'unit'
  /** Columns that say what a row of the office is. */
  tells?: readonly string[]
  /** It is blank once it is erased: what stood there instead would go out with the next letter. */
  blank?: true
}

export const textPlaces: readonly TextPlace[] = [
  { table: 'contact.draft_value', column: 'value', holds: 'contact', shape: 'text', key: ['field'], at: 'saved_at' },
  {
    table: 'contact.draft_change',
    column: 'value',
    holds: 'contact',
    shape: 'text',
    key: ['field', 'rev'],
    at: 'saved_at',
  },
  { table: 'contact.parked_page', column: 'typed', holds: 'contact', shape: 'object', key: ['id'], at: 'parked_at' },
  { table: 'contact.respondent', column: 'value', holds: 'contact', shape: 'text', key: ['field'], at: 'saved_at' },
  { table: 'public.answer_value', column: 'value', holds: 'text', shape: 'text', key: ['field'], at: 'saved_at' },
  {
    table: 'public.answer_change',
    column: 'value',
    holds: 'text',
    shape: 'text',
    key: ['field', 'rev'],
    at: 'saved_at',
  },
  { table: 'public.answer_page', column: 'typed', holds: 'text', shape: 'object', key: ['id'], at: 'parked_at' },
  { table: 'public.submission', column: 'answers', holds: 'text', shape: 'object', key: ['id'], at: 'submitted_at' },
  { table: 'public.submission', column: 'comments', holds: 'text', shape: 'object', key: ['id'], at: 'submitted_at' },
  {
    table: 'public.submission',
    column: 'justifications',
    holds: 'text',
    shape: 'reasons',
    key: ['id'],
    at: 'submitted_at',
  },
  { table: 'public.audit_aside', column: 'said', holds: 'aside', shape: 'whole', key: ['audit_id'], at: 'at' },
  { table: 'public.import_batch', column: 'file_name', holds: 'file', shape: 'whole', key: ['id'], at: 'imported_at' },
  { table: 'public.import_batch', column: 'title', holds: 'file', shape: 'whole', key: ['id'], at: 'imported_at' },
  { table: 'public.import_batch', column: 'source', holds: 'file', shape: 'whole', key: ['id'], at: 'imported_at' },
  { table: 'public.import_batch', column: 'licence', holds: 'file', shape: 'whole', key: ['id'], at: 'imported_at' },
  { table: 'public.import_batch', column: 'undo_reason', holds: 'file', shape: 'whole', key: ['id'], at: 'undone_at' },
  { table: 'public.import_batch', column: 'settings', holds: 'file', shape: 'nested', key: ['id'], at: 'imported_at' },
  { table: 'public.import_batch', column: 'report', holds: 'file', shape: 'nested', key: ['id'], at: 'imported_at' },
  ...['recipient', 'person', 'street', 'postcode', 'place', 'mail', 'phone'].map(
    (column): TextPlace => ({
      table: 'contact.address',
      column,
      holds: 'office',
      shape: 'whole',
      key: ['id'],
      at: 'since',
      about: 'unit',
      tells: ['until'],
      blank: true,
    }),
  ),
  ...['recipient', 'problem'].map(
    (column): TextPlace => ({
      table: 'contact.dispatch',
      column,
      holds: 'office',
      shape: 'whole',
      key: ['id'],
      at: 'created_at',
      about: 'participant_id',
      tells: ['template', 'way', 'state', 'sent_at', 'returned_at'],
    }),
  ),
  {
    table: 'contact.field_note',
    column: 'text',
    holds: 'office',
    shape: 'whole',
    key: ['id'],
    at: 'at',
    about: 'participant_id',
    tells: ['kind', 'unfinished'],
  },
  ...[
    { column: 'note', at: 'at' },
    { column: 'objection', at: 'objected_at' },
  ].map(
    ({ column, at }): TextPlace => ({
      table: 'public.amendment',
      column,
      holds: 'office',
      shape: 'whole',
      key: ['id'],
      at,
      about: 'participant_id',
      tells: ['field'],
    }),
  ),
  {
    table: 'contact.query_entry',
    column: 'text',
    holds: 'office',
    shape: 'whole',
    key: ['id'],
    at: 'at',
    about: 'participant_id',
    tells: ['kind', 'query_id'],
  },
  { table: 'public.job', column: 'problem', holds: 'office', shape: 'whole', key: ['id'], at: 'created_at' },
  { table: 'public.job', column: 'detail', holds: 'office', shape: 'nested', key: ['id'], at: 'created_at' },
  { table: 'staff.approval', column: 'reason', holds: 'office', shape: 'whole', key: ['id'], at: 'proposed_at' },
  { table: 'staff.approval', column: 'detail', holds: 'office', shape: 'nested', key: ['id'], at: 'proposed_at' },
  {
    table: 'public.registry_import',
    column: 'file_name',
    holds: 'file',
    shape: 'whole',
    key: ['id'],
    at: 'imported_at',
  },
  ...['title', 'note'].map(
    (column): TextPlace => ({
      table: 'public.saved_view',
      column,
      holds: 'office',
      shape: 'whole',
      key: ['id'],
      at: 'saved_at',
    }),
  ),
  {
    table: 'public.screening_decision',
    column: 'wanted',
    holds: 'office',
    shape: 'whole',
    key: ['id'],
    at: 'at',
    about: 'participant_id',
    tells: ['field'],
  },
  { table: 'staff.upload', column: 'file_name', holds: 'file', shape: 'whole', key: ['id'], at: 'uploaded_at' },
  { table: 'staff.upload', column: 'settings', holds: 'file', shape: 'nested', key: ['id'], at: 'uploaded_at' },
]

/** Mails that were laid down as files, without a mail server. The whole file goes. */
export const mailFilePlace: TextPlace = {
  table: 'post',
  column: 'eml',
  holds: 'office',
  shape: 'file',
  key: ['file'],
  at: '',
}

/** All places that a person can be found and erased in, of the database and beside it. */
export const allPlaces: readonly TextPlace[] = [...textPlaces, mailFilePlace]

/** Texts of forms belong to a participant, and go with their field; of others the place stays, and says that it was erased. */
export const isOfForm = ({ shape }: TextPlace): boolean => shape !== 'whole' && shape !== 'nested' && shape !== 'file'

/** What stands where a text of the office was. */
export const erasedText = 'gelöscht'

export const afterErasure = ({ blank }: TextPlace): string => (blank ? '' : erasedText)

/** The other columns that can hold something about a person. */
export const otherPlaces: readonly { column: string; holds: Exclude<Holding, TextPlace['holds']> | 'file' }[] = [
  { column: 'contact.editor.label', holds: 'initials' },
  { column: 'contact.address.unit', holds: 'number' },
  { column: 'contact.person_request.searched', holds: 'request' },
  { column: 'contact.person_request.extension', holds: 'request' },
  { column: 'contact.person_request.outcome', holds: 'request' },
  { column: 'contact.person_request.chosen', holds: 'log' },
  { column: 'contact.person_request.proof', holds: 'log' },
  { column: 'public.im_nummer.im_nummer', holds: 'number' },
  { column: 'public.participant.im_nummer', holds: 'number' },
  { column: 'public.participant.unit', holds: 'number' },
  { column: 'public.access_code.hash', holds: 'secret' },
  { column: 'public.letter_code.hash', holds: 'secret' },
  { column: 'public.carrier_code.hash', holds: 'secret' },
  { column: 'public.carrier_session.token_hash', holds: 'secret' },
  { column: 'public.session.token_hash', holds: 'secret' },
  { column: 'public.session.device', holds: 'device' },
  { column: 'public.attempt.key', holds: 'address' },
  { column: 'public.audit.detail', holds: 'log' },
  { column: 'public.computation.head', holds: 'sealed' },
  { column: 'public.computation.key', holds: 'sealed' },
  { column: 'public.computation.reader', holds: 'sealed' },
  { column: 'public.computation.request', holds: 'sealed' },
  { column: 'public.computation_part.content', holds: 'sealed' },
  { column: 'public.registry_change.key', holds: 'number' },
  { column: 'public.registry_change.was', holds: 'number' },
  { column: 'public.registry_change.became', holds: 'number' },
  { column: 'staff.scope.key', holds: 'number' },
  { column: 'staff.account.name', holds: 'account' },
  { column: 'staff.account.password_hash', holds: 'secret' },
  { column: 'staff.account.totp_secret', holds: 'secret' },
  { column: 'contact.dispatch.code_hash', holds: 'secret' },
  { column: 'staff.recovery_code.hash', holds: 'secret' },
  { column: 'staff.session.token_hash', holds: 'secret' },
  { column: 'staff.upload_piece.bytes', holds: 'file' },
]

/** Texts, JSON and bytes that are known to hold nothing about a person: names of places, fields, versions and files of the program. */
export const withoutPersons: readonly string[] = [
  'contact.address.source',
  'contact.address.wave_id',
  'contact.dispatch.key',
  'contact.dispatch.message_id',
  'contact.dispatch.state',
  'contact.dispatch.template',
  'contact.dispatch.way',
  'contact.draft_change.field',
  'contact.draft_change.taken_from',
  'contact.draft_value.field',
  'contact.field_note.kind',
  'contact.field_note.result',
  'contact.parked_page.section',
  'contact.person_request.ground',
  'contact.person_request.kind',
  'contact.person_request.state',
  'contact.query.about',
  'contact.query.about_kind',
  'contact.query.checks',
  'contact.query.fields',
  'contact.query_entry.kind',
  'contact.respondent.field',
  // Numbers, days, codes and ticks: what people write is not amended.
  'public.amendment.became',
  'public.amendment.beside',
  'public.amendment.field',
  'public.amendment.follows',
  'public.amendment.reason',
  'public.amendment.source',
  'public.amendment.was',
  'public.answer_change.field',
  'public.answer_change.taken_from',
  'public.answer_page.section',
  'public.answer_value.field',
  'public.audit.action',
  'public.audit.wave_id',
  'public.audit_cut.hash',
  'public.carrier_code.verbund',
  'public.carrier_code.wave_id',
  'public.audit_seal.hash',
  'public.computation.state',
  'public.data_state.what',
  'public.erasure.ground',
  'public.erasure.holds',
  'public.erasure.content_hash',
  'public.gemeinde.gkz',
  'public.gemeinde.kreis',
  'public.gemeinde.name',
  'public.im_nummer.verbund',
  'public.import_batch.file_hash',
  'public.import_batch.format',
  'public.job.key',
  'public.job.kind',
  'public.job.state',
  'public.job.wave_id',
  'public.kreis.kreis',
  'public.kreis.name',
  'public.kreis.regierungsbezirk',
  'public.kreis.typ',
  'public.kysely_migration.name',
  'public.kysely_migration.timestamp',
  'public.kysely_migration_lock.id',
  'public.letter_code.outcome',
  'public.letter_issue.form',
  'public.letter_issue.letter',
  'public.letter_issue.outcome',
  'public.letter_issue.wave_id',
  'public.observation.region',
  'public.participant.gkz',
  'public.participant.pseudonym',
  'public.participant.standing',
  'public.participant.wave_id',
  'public.gemeinde_nachfolge.gkz',
  'public.gemeinde_nachfolge.successor',
  'public.registry_change.table_name',
  'public.registry_import.counts',
  'public.registry_import.file_hash',
  'public.registry_import.form',
  'public.registry_past.key',
  'public.registry_past.table_name',
  'public.registry_past.was',
  'public.restriction.extent',
  'public.restriction.field',
  'public.restriction.ground',
  // Figures of Verbünde and Kreise, and numbers of participants with those of revisions.
  'public.roll_up_figures.given',
  'public.roll_up_figures.level',
  'public.roll_up_figures.unit',
  'public.roll_up_figures.wave_id',
  'public.roll_up_sign_off.content',
  'public.roll_up_sign_off.level',
  'public.roll_up_sign_off.unit',
  'public.roll_up_sign_off.wave_id',
  // What is compared with what: names of waves, variables and groups.
  'public.saved_view.address',
  'public.screening_decision.decision',
  'public.screening_decision.field',
  'public.series.breakdown',
  'public.series.indicator',
  'public.site_retention.kind',
  'public.submission.content_hash',
  'public.submission.receipt',
  'public.submission.survey_hash',
  'public.submission.survey_version',
  'public.verbund.name',
  'public.verbund.verbund',
  'public.verbund_mitglied.gkz',
  'public.verbund_mitglied.verbund',
  'public.wave.contact_fields',
  'public.wave.id',
  'public.wave.state',
  'public.wave.survey',
  'public.wave.survey_hash',
  'public.wave.survey_version',
  'public.wave_retention.kind',
  'public.wave_retention.offered',
  'public.wave_retention.wave_id',
  'staff.account.role',
  'staff.approval.act',
  'staff.approval.decision',
  'staff.approval.wave_id',
  'staff.extension.wave_id',
  'staff.scope.kind',
]
