import { type Kysely, sql } from 'kysely'

/**
 * A participant may also be a Zuwendungsempfänger, an Antragsverbund or a Kreis, as the register has it on the Stichtag. Of figures that go
 * up, a Korrektur of the office is a revision too: they are told apart by their states of the data, no longer by submissions alone; and
 * the level above can ask back about one of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table participant
      add empfaenger text,
      add empfaenger_valid_from date,
      add verbund text references verbund,
      add kreis text,
      add kreis_valid_from date,
      add constraint participant_empfaenger foreign key (empfaenger, empfaenger_valid_from)
        references empfaenger (empfaenger, valid_from),
      add constraint participant_kreis foreign key (kreis, kreis_valid_from) references kreis (kreis, valid_from),
      drop constraint participant_unit,
      drop column unit;
    alter table participant
      add unit text not null
        generated always as (coalesce(gkz, im_nummer, empfaenger, verbund, kreis, pseudonym)) stored,
      add constraint participant_unit check (
        num_nonnulls(gkz, im_nummer, empfaenger, verbund, kreis, pseudonym) = 1
        and num_nonnulls(gkz, gemeinde_valid_from) <> 1
        and num_nonnulls(empfaenger, empfaenger_valid_from) <> 1
        and num_nonnulls(kreis, kreis_valid_from) <> 1);
    create unique index participant_once_per_wave on participant (wave_id, unit);
    create index participant_by_empfaenger on participant (empfaenger, empfaenger_valid_from);
    create index participant_by_verbund on participant (verbund);
    create index participant_by_kreis on participant (kreis, kreis_valid_from);

    update roll_up_sign_off o set content = (
      select jsonb_object_agg(c.key, coalesce(to_jsonb(s.state), c.value)) from jsonb_each(o.content) c
      left join submission s on c.key = 'person/' || s.participant_id and s.revision = (c.value #>> '{}')::integer
    ) where o.content <> '{}';
    -- Whose figures were expected when it was signed, as the content names them: what the register says later changes no sign-off.
    alter table roll_up_sign_off add expected jsonb;

    -- What a level asks the one below about a figure, and what both say to it: a row each. Persons are asked by contact.query.
    create table contact.roll_up_said (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      -- The first of its thread; null: it is that itself, and says who asks whom about what.
      query_id bigint references contact.roll_up_said,
      from_level text,
      from_unit text,
      level text,
      unit text,
      figure text,
      kind text not null constraint roll_up_said_kind check (kind in ('asked', 'answered', 'closed')),
      text text not null default '',
      -- The day up to which an answer is asked for.
      due_on date,
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      constraint roll_up_said_first check (
        num_nonnulls(from_level, from_unit, level, unit, figure) = case when query_id is null then 5 else 0 end
        and (query_id is not null or kind = 'asked')),
      constraint roll_up_said_words check ((kind = 'closed') = (text = '') and (kind = 'asked') = (due_on is not null))
    );
    create index roll_up_said_by_wave on contact.roll_up_said (wave_id);
    create index roll_up_said_by_query on contact.roll_up_said (query_id);
    create index roll_up_said_by_account on contact.roll_up_said (account_id);
    alter table contact.roll_up_said alter column text set statistics 0;
  `.execute(db)
}
