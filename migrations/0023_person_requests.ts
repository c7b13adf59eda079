import { type Kysely, sql } from 'kysely'

/**
 * What persons ask about their data, with the clock of Art. 12 (3) GDPR. A request names a person, so it lies in the schema
 * `contact`; its words are emptied later, and what is left says when what kind was asked and what became of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact.person_request (
      id bigint generated always as identity primary key,
      kind text not null constraint person_request_kind
        check (kind in ('auskunft', 'berichtigung', 'einschraenkung', 'loeschung', 'widerspruch')),
      received_on date not null,
      extended boolean not null default false,
      due_on date not null generated always as
        ((received_on + case when extended then interval '3 months' else interval '1 month' end)::date) stored,
      state text not null default 'open' constraint person_request_state check (state in ('open', 'proposed', 'done', 'refused')),
      opened_by bigint not null references staff.account,
      opened_at timestamptz not null default now(),
      -- Words about a person: what is looked for, why it takes longer, what was answered.
      searched text not null,
      extension text not null default '',
      outcome text not null default '',
      -- Where it stands that is to be erased, and on which ground; never what it is.
      chosen jsonb not null default '{"texts": [], "initials": []}',
      ground text not null default '',
      proposed_by bigint references staff.account,
      proposed_at timestamptz,
      -- Of an erasure: how much was there before and after, and which waves it was in.
      proof jsonb,
      closed_by bigint references staff.account,
      closed_at timestamptz,
      constraint person_request_proposed check ((state = 'proposed') <= (proposed_by is not null and proposed_at is not null)),
      constraint person_request_closed check ((state in ('done', 'refused')) = (closed_by is not null and closed_at is not null)),
      constraint person_request_two_people check (proof is null or proposed_by <> closed_by)
    );
    create index person_request_by_opener on contact.person_request (opened_by);
    create index person_request_by_proposer on contact.person_request (proposed_by);
    create index person_request_by_closer on contact.person_request (closed_by);
  `.execute(db)
}
