import { type Kysely, sql } from 'kysely'

/**
 * Whoever has the code of a form asks colleagues to fill in some sections of it. The colleague is known by the name under which is
 * saved what she types; that name, her address and what was written to her lie in the schema `contact` and go with the contact data
 * of the wave. Her sessions are kept apart from those of the form, so that none of its pages takes one for the other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact.delegation (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      -- The colleague, and who asked her.
      editor_id bigint references contact.editor on delete set null,
      asked_by bigint references contact.editor on delete set null,
      sections text[] not null constraint delegation_sections check (sections <> '{}'),
      said text not null default '',
      mail text not null default '',
      due_on date,
      -- The key in her link is made of this and of the secret of the site; what is kept of it is its hash.
      salt bytea not null,
      hash bytea not null unique,
      made_at timestamptz not null default now(),
      opened_at timestamptz,
      done_at timestamptz,
      -- That she is done was taken note of.
      noted_at timestamptz,
      revoked_at timestamptz
    );
    create index delegation_by_participant on contact.delegation (participant_id);
    create index delegation_by_editor on contact.delegation (editor_id);
    create index delegation_by_asker on contact.delegation (asked_by);
    alter table contact.delegation alter column said set statistics 0, alter column mail set statistics 0;

    create table delegation_session (
      token_hash bytea not null,
      delegation_id bigint not null references contact.delegation on delete cascade,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      ends_at timestamptz not null,
      ended_at timestamptz,
      primary key (token_hash, delegation_id)
    );
    create index delegation_session_by_delegation on delegation_session (delegation_id);
  `.execute(db)
}
