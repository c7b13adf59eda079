import { readdir, readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'

const definitions = new URL('../surveys/definitions/', import.meta.url)

/**
 * What is typed into a field for contact data is kept in the schema `contact` from the first letter on: drafts, their history and
 * what came too late are each one table in two parts, so that revisions and conflicts have one rule, and whoever empties that
 * schema has forgotten the persons. A wave says which of its fields they are. What is there already is copied part by part, and
 * the files that held both go with the old tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table wave add column contact_fields text[] not null default '{}'`.execute(db)
  for (const { survey, version, fields } of await readContactFields())
    await sql`update wave set contact_fields = ${fields} where survey = ${survey} and survey_version = ${version}`.execute(
      db,
    )

  await sql`
    alter table draft_value rename to former_value;
    alter table former_value rename constraint draft_value_pkey to former_value_pkey;
    alter index draft_value_by_editor rename to former_value_by_editor;
    create table draft_value (
      participant_id bigint not null references draft,
      field text not null,
      value text not null,
      rev integer not null,
      editor_id bigint references contact.editor on delete set null,
      saved_at timestamptz not null default now(),
      contact boolean not null,
      primary key (participant_id, field, contact)
    ) partition by list (contact);
    create table answer_value partition of draft_value for values in (false);
    create table contact.draft_value partition of draft_value for values in (true);

    alter table draft_change rename to former_change;
    alter table former_change rename constraint draft_change_pkey to former_change_pkey;
    create table draft_change (
      participant_id bigint not null,
      field text not null,
      rev integer not null,
      value text not null,
      editor_id bigint,
      saved_at timestamptz not null default now(),
      taken_from text references wave,
      contact boolean not null,
      primary key (participant_id, field, rev, contact)
    ) partition by list (contact);
    create table answer_change partition of draft_change for values in (false);
    create table contact.draft_change partition of draft_change for values in (true);

    alter table parked_page rename to former_page;
    alter table former_page rename constraint parked_page_pkey to former_page_pkey;
    alter index parked_page_open rename to former_page_open;
    alter index parked_page_by_participant rename to former_page_by_participant;
    alter index parked_page_by_editor rename to former_page_by_editor;
    alter index parked_page_of_session rename to former_page_of_session;
    alter index parked_page_by_session rename to former_page_by_session;
    alter index parked_page_by_time rename to former_page_by_time;
    create table parked_page (
      id uuid not null default gen_random_uuid(),
      participant_id bigint not null references draft,
      section text not null,
      typed jsonb not null,
      editor_id bigint references contact.editor on delete set null,
      parked_at timestamptz not null default now(),
      settled_at timestamptz,
      session_id uuid constraint parked_page_session references session (id) on delete set null,
      -- One of the fields of its section is for contact data.
      contact boolean not null,
      primary key (id, contact)
    ) partition by list (contact);
    create table answer_page partition of parked_page for values in (false);
    create table contact.parked_page partition of parked_page for values in (true);
  `.execute(db)

  await sql`
    insert into draft_value (participant_id, field, value, rev, editor_id, saved_at, contact)
      select v.participant_id, v.field, v.value, v.rev, v.editor_id, v.saved_at, v.field = any(w.contact_fields)
      from former_value v join participant p on p.id = v.participant_id join wave w on w.id = p.wave_id;
    insert into draft_change (participant_id, field, rev, value, editor_id, saved_at, taken_from, contact)
      select c.participant_id, c.field, c.rev, c.value, c.editor_id, c.saved_at, c.taken_from, c.field = any(w.contact_fields)
      from former_change c join participant p on p.id = c.participant_id join wave w on w.id = p.wave_id;
    insert into parked_page (id, participant_id, section, typed, editor_id, parked_at, settled_at, session_id, contact)
      select k.id, k.participant_id, k.section, k.typed, k.editor_id, k.parked_at, k.settled_at, k.session_id,
        k.typed ?| w.contact_fields
      from former_page k join participant p on p.id = k.participant_id join wave w on w.id = p.wave_id;
    drop table former_value, former_change, former_page;

    create index draft_value_by_editor on draft_value (editor_id);
    create index parked_page_open on parked_page (participant_id) where settled_at is null;
    create index parked_page_by_participant on parked_page (participant_id);
    create index parked_page_by_editor on parked_page (editor_id);
    create unique index parked_page_of_session on parked_page (session_id, section, contact) where settled_at is null;
    create index parked_page_by_session on parked_page (session_id);
    create index parked_page_by_time on parked_page (parked_at);
    create trigger draft_change_append_only before update or delete on draft_change for each row execute function refuse_change();
  `.execute(db)
}

/** The fields for contact data of every version of a survey, as its definition has them. */
async function readContactFields() {
  const files = (await readdir(definitions)).filter((name) => /\.v\d+\.json$/.test(name))
  const read = files.map(async (file) => {
    const definition = JSON.parse(await readFile(new URL(encodeURIComponent(file), definitions), 'utf8'))
    return { survey: String(definition.id), version: String(definition.version), fields: contactFields(definition) }
  })
  return (await Promise.all(read)).filter(({ fields }) => fields.length > 0)
}

function contactFields(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { kind, id, fields } = part as { kind?: unknown; id?: unknown; fields?: unknown }
  if (kind === 'contact' && Array.isArray(fields)) return fields.map(({ code }) => `${id}_${code}`)
  return Object.values(part).flatMap(contactFields)
}
