const read = ['select']
const add = ['select', 'insert']
const write = ['select', 'insert', 'update']
const all = ['select', 'insert', 'update', 'delete']

/** The schemas that the application works in. */
export const schemas: readonly string[] = ['public', 'contact', 'staff']

/**
 * What the application's role may do with each table: what it does, and no more. It owns nothing, so it can neither change a table nor
 * switch a trigger off. It reads all, since a backup is all. What triggers write it writes itself, as it could by causing them. Where a
 * history lets itself be changed, a trigger asks for the mark of an erasure, and `update (…)` or `delete` is what that needs.
 */
export const tables: Readonly<Record<string, readonly string[]>> = {
  'contact.address': all,
  'contact.delegation': all,
  'contact.dispatch': all,
  'contact.draft_change': ['select', 'update(value)', 'delete'],
  'contact.draft_value': ['select', 'update(value)', 'delete'],
  'contact.editor': all,
  'contact.field_note': all,
  'contact.figure_place': all,
  'contact.paper_entry': all,
  'contact.paper_scan': all,
  'contact.paper_scan_piece': ['select', 'insert', 'delete'],
  'contact.parked_page': all,
  'contact.person_request': write,
  'contact.query': all,
  'contact.query_entry': ['select', 'insert', 'update(text)', 'delete'],
  'contact.respondent': all,
  'contact.roll_up_said': ['select', 'insert', 'update(text)', 'delete'],
  'public.access_code': all,
  'public.amendment': [
    ...add,
    'update(note)',
    'update(undone_state)',
    'update(undone_at)',
    'update(undone_by)',
    'update(objection)',
    'update(objected_at)',
  ],
  'public.annex_plan': all,
  'public.answer_change': ['select', 'update(value)', 'delete'],
  'public.answer_page': all,
  'public.answer_value': ['select', 'update(value)', 'delete'],
  'public.attempt': all,
  // What goes of the log its triggers permit: oldest entries as a whole, once their time is over and the cut is noted.
  // When something was done the database says.
  'public.audit': [
    'select',
    'insert(action)',
    'insert(participant_id)',
    'insert(wave_id)',
    'insert(account_id)',
    'insert(detail)',
    'delete',
  ],
  'public.audit_aside': [...add, 'update(said)', 'delete'],
  'public.audit_cut': add,
  'public.audit_seal': [...add, 'delete'],
  'public.burden': all,
  'public.carrier_code': all,
  'public.carrier_session': all,
  'public.codebook': [...add, 'update(title)'],
  'public.codebook_question': add,
  'public.codebook_version': [...add, 'update(categories)', 'update(changes)'],
  'public.coding': add,
  'public.coding_sample': add,
  'public.coding_sample_text': add,
  'public.coding_settlement': [...add, 'update(why)'],
  'public.computation': all,
  'public.computation_part': all,
  'public.data_state': add,
  'public.database_id': add,
  'public.delegation_session': all,
  'public.draft': all,
  'public.draft_change': add,
  'public.draft_value': write,
  'public.durchfuehrung': all,
  'public.einsatz': all,
  'public.empfaenger': all,
  // What is deleted of it is of a trial; a trigger guards the others.
  'public.erasure': [...add, 'delete'],
  'public.fortbildung': all,
  'public.gemeinde': all,
  'public.gemeinde_nachfolge': all,
  'public.im_nummer': all,
  'public.import_batch': write,
  'public.job': all,
  'public.kreis': all,
  'public.kreis_paragraph': [...add, 'update(text)'],
  'public.kysely_migration': read,
  'public.kysely_migration_lock': read,
  'public.letter_code': all,
  'public.letter_issue': write,
  'public.observation': add,
  'public.paper_return': [...add, 'delete'],
  'public.parked_page': write,
  'public.participant': all,
  'public.qualifikation': all,
  'public.redaction': write,
  'public.redaction_batch': write,
  'public.registry_change': all,
  'public.registry_import': write,
  'public.registry_past': add,
  'public.restriction': [...add, 'update(lifted_state)', 'update(lifted_at)', 'update(lifted_by)', 'update(told_on)'],
  'public.roll_up_figures': add,
  'public.roll_up_sign_off': add,
  'public.saved_view': all,
  'public.screening_decision': [...add, 'update(wanted)', 'delete'],
  'public.series': add,
  'public.session': all,
  'public.site_retention': ['select', 'update(days)'],
  'public.submission': [
    ...add,
    // Of a trial; a trigger guards the others.
    'delete',
    'update(answers)',
    'update(comments)',
    'update(justifications)',
    'update(content_hash)',
    'update(receipt)',
  ],
  'public.text_reading': add,
  'public.text_release': write,
  'public.text_source': write,
  'public.verbund': all,
  'public.verbund_mitglied': all,
  'public.wave': write,
  'public.wave_retention': write,
  // What is taken out of a submission, or out of what a file said, goes here by a trigger.
  'public.written_text': [...add, 'update(place)', 'update(said)', 'delete'],
  'staff.account': write,
  'staff.approval': all,
  'staff.extension': write,
  'staff.extension_of': all,
  'staff.recovery_code': all,
  'staff.scope': all,
  'staff.session': all,
  'staff.upload': all,
  'staff.upload_piece': add,
}

/** Sequences that it draws from by name; those of a column are drawn from with the row. A backup reads where each stands. */
const drawn: readonly string[] = ['public.data_state_number']

/** What is granted on an object as the catalogue names it: `table public.wave`, `schema contact`, `database "x"`. */
export function wantedOn(object: string): readonly string[] {
  const [kind = '', name = ''] = object.split(' ')
  if (kind === 'database') return ['connect', 'temporary']
  if (kind === 'schema') return schemas.includes(name) ? ['usage'] : []
  if (kind === 'sequence') return drawn.includes(name) ? ['select', 'usage'] : read
  return tables[name] ?? []
}
