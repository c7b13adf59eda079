import { type Kysely, sql } from 'kysely'

/** Accounts of staff and their sessions, apart from answers and from those who give them; the audit says who did what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema staff;

    create table staff.account (
      id bigint generated always as identity primary key,
      name text not null unique constraint account_name check (name ~ '^[a-z][a-z0-9._-]{1,31}$'),
      role text not null constraint account_role
        check (role in ('feldbuero', 'forschung', 'evaluation', 'datenschutz', 'administration')),
      password_hash text not null,
      -- Somebody else has seen it: the person replaces it at the first login.
      password_initial boolean not null,
      -- Encrypted; it counts once a code made from it was typed.
      totp_secret bytea,
      totp_confirmed_at timestamptz constraint account_confirmed check (totp_confirmed_at is null or totp_secret is not null),
      -- The step of time of the last code taken: neither it nor an earlier one is taken again.
      totp_last_step integer,
      -- Of the demo world: everybody can get in, and it is of no use beside real surveys.
      synthetic boolean not null default false,
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    );

    create table staff.recovery_code (
      hash bytea primary key,
      account_id bigint not null references staff.account,
      created_at timestamptz not null default now(),
      used_at timestamptz
    );
    create index recovery_code_by_account on staff.recovery_code (account_id);

    create table staff.session (
      id bigint generated always as identity primary key,
      token_hash bytea not null unique,
      -- Missing while somebody who gave a wrong password is asked for the code like everybody else.
      account_id bigint references staff.account,
      -- Missing between the password and the second factor.
      verified_at timestamptz constraint session_of_account check (verified_at is null or account_id is not null),
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      ends_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_by_account on staff.session (account_id);

    alter table audit add account_id bigint references staff.account;
    create index audit_by_account on audit (account_id);
    create index audit_without_participant on audit (id) where participant_id is null;
  `.execute(db)
}
