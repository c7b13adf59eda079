import { type Kysely, sql } from 'kysely'

/** What was submitted. A correction is a new revision; nothing is ever changed or deleted, which the database enforces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table submission (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      revision integer not null constraint submission_revision check (revision >= 1),
      receipt text not null unique,
      survey_version text not null,
      survey_hash text not null,
      answers jsonb not null,
      comments jsonb not null,
      justifications jsonb not null,
      content_hash text not null,
      editor_id bigint references contact.editor on delete set null,
      submitted_at timestamptz not null default now()
    );
    create unique index submission_once_per_revision on submission (participant_id, revision);
    create index submission_by_editor on submission (editor_id);

    create table contact.respondent (
      participant_id bigint not null references participant,
      field text not null,
      value text not null,
      saved_at timestamptz not null default now(),
      primary key (participant_id, field)
    );

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      action text not null,
      participant_id bigint references participant,
      wave_id text references wave,
      detail jsonb not null default '{}'
    );
    create index audit_by_participant on audit (participant_id);
    create index audit_by_wave on audit (wave_id);

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      -- Deleting a person's name sets the reference to it to null; all else stays.
      if tg_op = 'UPDATE' and to_jsonb(new) - 'editor_id' = to_jsonb(old) - 'editor_id' and to_jsonb(new) ->> 'editor_id' is null then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
    create trigger submission_append_only before update or delete on submission for each row execute function refuse_change();
    create trigger draft_change_append_only before update or delete on draft_change for each row execute function refuse_change();
    create trigger justification_append_only before update or delete on justification for each row execute function refuse_change();
    create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
  `.execute(db)
}
