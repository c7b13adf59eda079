import { type Kysely, sql } from 'kysely'

/** Columns in which people write: the planner keeps no samples of them. */
const written: Record<string, readonly string[]> = {
  'contact.address': ['recipient', 'person', 'street', 'postcode', 'place', 'mail', 'phone'],
  'contact.dispatch': ['recipient', 'problem'],
  'contact.field_note': ['text'],
  'staff.approval': ['detail', 'reason'],
  job: ['detail', 'problem'],
}

/**
 * What an office needs to run a wave: where somebody stands, an own Frist, addresses, what went to whom, what was said on the
 * phone, for which units an account works, what waits for a second account, and work that is done in its turn. What is known of a
 * person lies in the schema `contact`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table participant
      -- The first time that somebody came in with its code.
      add column opened_at timestamptz,
      add column standing text constraint participant_standing check (standing in ('declined', 'exempt')),
      add column standing_at timestamptz,
      -- Its own last day; null: that of the wave.
      add column frist date,
      add column ends_at timestamptz generated always as ((frist + 1)::timestamp at time zone 'Europe/Berlin') stored,
      add constraint participant_standing_at check ((standing is null) = (standing_at is null));
    update participant p set opened_at = first.at
      from (select participant_id, min(at) as at from audit where action = 'form_opened' group by participant_id) first
      where p.id = first.participant_id;

    create table staff.scope (
      account_id bigint not null references staff.account,
      kind text not null constraint scope_kind check (kind in ('kreis', 'unit')),
      key text not null,
      primary key (account_id, kind, key)
    );
    comment on table staff.scope is 'An account without a line works for all units.';

    -- One letter or mail a unit: a Kommune by its key, a Verbund by its own, a person by number.
    create table contact.address (
      id bigint generated always as identity primary key,
      unit text not null,
      recipient text not null,
      person text not null default '',
      street text not null default '',
      postcode text not null default '',
      place text not null default '',
      mail text not null default '',
      phone text not null default '',
      source text not null constraint address_source check (source in ('file', 'survey', 'office')),
      -- The wave whose answers named it.
      wave_id text references wave,
      account_id bigint references staff.account,
      since timestamptz not null default now(),
      until timestamptz
    );
    create unique index address_one_valid on contact.address (unit) where until is null;
    create index address_by_wave on contact.address (wave_id);
    create index address_by_account on contact.address (account_id);

    create table job (
      id bigint generated always as identity primary key,
      kind text not null,
      -- What it is done for, once: a second of the same key is the same.
      key text not null unique,
      wave_id text references wave,
      detail jsonb not null default '{}',
      account_id bigint references staff.account,
      due_at timestamptz not null default now(),
      state text not null default 'waiting' constraint job_state check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
      -- Whoever does it says so again and again; one that is silent for long has died.
      seen_at timestamptz,
      done integer not null default 0,
      total integer,
      problem text not null default '',
      created_at timestamptz not null default now(),
      ended_at timestamptz
    );
    create index job_due on job (due_at) where state in ('waiting', 'running');
    create index job_by_wave on job (wave_id);
    create index job_by_account on job (account_id);

    -- What went to whom: never twice of the same template for the same key.
    create table contact.dispatch (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      template text not null,
      key text not null,
      way text not null constraint dispatch_way check (way in ('letter', 'mail', 'phone')),
      recipient text not null default '',
      message_id text unique,
      state text not null
        constraint dispatch_state check (state in ('waiting', 'sending', 'sent', 'refused', 'uncertain', 'returned', 'stopped')),
      problem text not null default '',
      job_id bigint references job,
      account_id bigint references staff.account,
      created_at timestamptz not null default now(),
      sent_at timestamptz,
      returned_at timestamptz,
      constraint dispatch_once unique (participant_id, template, key)
    );
    create index dispatch_by_job on contact.dispatch (job_id);
    create index dispatch_by_account on contact.dispatch (account_id);

    create table contact.field_note (
      id bigint generated always as identity primary key,
      participant_id bigint not null references participant,
      kind text not null constraint field_note_kind check (kind in ('call', 'letter', 'mail', 'other')),
      text text not null,
      account_id bigint references staff.account,
      at timestamptz not null default now(),
      -- What somebody is still writing: one for each account, seen by nobody else.
      unfinished boolean not null default false,
      -- What came of a call, and when to call again.
      result text constraint field_note_result check (result in ('reached', 'missed', 'again')),
      again_on date,
      constraint field_note_again check (result <> 'again' or again_on is not null)
    );
    create unique index field_note_unfinished on contact.field_note (participant_id, account_id) where unfinished;
    -- What staff did with one participant; what it did itself stands in a column.
    create index audit_on_participant on audit (((detail ->> 'participant')::bigint)) where detail ? 'participant';
    create index field_note_by_participant on contact.field_note (participant_id);
    create index field_note_by_account on contact.field_note (account_id);

    -- What reaches everybody is proposed by one account and done once a second one has agreed.
    create table staff.approval (
      id bigint generated always as identity primary key,
      act text not null,
      wave_id text references wave,
      detail jsonb not null default '{}',
      reason text not null default '',
      -- Missing where the command line proposed it without a name.
      proposed_by bigint references staff.account,
      proposed_at timestamptz not null default now(),
      decided_by bigint references staff.account
        constraint approval_second check (decided_by <> proposed_by or decision in ('withdrawn', 'void')),
      decided_at timestamptz,
      decision text constraint approval_decision check (decision in ('agreed', 'refused', 'withdrawn', 'void')),
      constraint approval_decided check ((decision is null) = (decided_at is null))
    );
    create index approval_open on staff.approval (proposed_at) where decision is null;
    create index approval_by_wave on staff.approval (wave_id);
    create index approval_by_proposer on staff.approval (proposed_by);
    create index approval_by_decider on staff.approval (decided_by);
  `.execute(db)
  for (const [table, names] of Object.entries(written))
    for (const name of names)
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(name)} set statistics 0`.execute(db)
}
