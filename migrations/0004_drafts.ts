import { type Kysely, sql } from 'kysely'

/**
 * What is typed before it is submitted: the present text of each field with the revision at which it was saved, and every
 * earlier text. Two people can write at once, because a field changed meanwhile is recognised by its revision.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft (
      participant_id bigint primary key references participant,
      rev integer not null default 0,
      saved_at timestamptz
    );

    create table draft_value (
      participant_id bigint not null references draft,
      field text not null,
      value text not null,
      rev integer not null,
      editor_id bigint references contact.editor on delete set null,
      saved_at timestamptz not null default now(),
      primary key (participant_id, field)
    );
    create index draft_value_by_editor on draft_value (editor_id);

    create table draft_change (
      participant_id bigint not null references draft,
      field text not null,
      rev integer not null,
      value text not null,
      editor_id bigint references contact.editor on delete set null,
      saved_at timestamptz not null default now(),
      primary key (participant_id, field, rev)
    );
    create index draft_change_by_editor on draft_change (editor_id);

    -- A reason given for a signal, and the values for which it was given. The newest of a check counts.
    create table justification (
      id bigint generated always as identity primary key,
      participant_id bigint not null references draft,
      check_id text not null,
      values jsonb not null,
      reason text not null,
      body text not null,
      editor_id bigint references contact.editor on delete set null,
      given_at timestamptz not null default now()
    );
    create index justification_by_participant on justification (participant_id, check_id, id desc);
    create index justification_by_editor on justification (editor_id);

    -- What arrived after the session had ended: kept, and offered at the next login.
    create table parked_page (
      id uuid primary key default gen_random_uuid(),
      participant_id bigint not null references draft,
      section text not null,
      typed jsonb not null,
      editor_id bigint references contact.editor on delete set null,
      parked_at timestamptz not null default now(),
      settled_at timestamptz
    );
    create index parked_page_open on parked_page (participant_id) where settled_at is null;
    create index parked_page_by_participant on parked_page (participant_id);
    create index parked_page_by_editor on parked_page (editor_id);
  `.execute(db)
}
