import { type Kysely, sql } from 'kysely'

/**
 * Texts that people wrote, and what is made of them: codings by a codebook, redactions, releases. A text of a submission is named by
 * submission and field and never copied; only its form for searching stands here (`folded`). It goes with its text, and with it all that was made of
 * it. A text of a file stands here itself. A later submission that says the same word for word is the same text (`same_as`).
 *
 * What was coded, settled and which codebook holds for which question is only ever added to: the newest row counts, as of a state of the
 * data the newest up to it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a search looks through and for: small letters without accents. An umlaut is its vowel, as 'Unterkünfte' are 'Unterkunft'.
    create function fold_text(words text) returns text language sql immutable strict parallel safe as $$
      select translate(replace(lower(normalize(words, nfc) collate "und-x-icu"), 'ß', 'ss'),
        'äöüàáâãåæçèéêëìíîïñòóôõøùúûýÿš', 'aouaaaaaaceeeeiiiinooooouuuyys') collate "C"
    $$;

    create table text_source (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      title text not null constraint text_source_title check (title <> ''),
      file_name text not null,
      file_hash text not null,
      account_id bigint references staff.account,
      at timestamptz not null default now(),
      state bigint not null,
      undone_state bigint constraint text_source_undone_later check (undone_state > state),
      undone_at timestamptz,
      undone_by bigint references staff.account,
      constraint text_source_undone check (num_nonnulls(undone_state, undone_at) in (0, 2)
        and (undone_by is null or undone_at is not null))
    );
    create index text_source_by_wave on text_source (wave_id);
    create index text_source_by_account on text_source (account_id);
    create index text_source_by_undoer on text_source (undone_by);

    create table written_text (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      field text not null,
      participant_id bigint references participant on delete cascade,
      submission_id bigint references submission on delete cascade,
      source_id bigint references text_source on delete cascade,
      -- In its file, which group it is of, what it says there, and when it came.
      line integer,
      place text,
      said text,
      at timestamptz not null default now(),
      same_as bigint references written_text on delete set null,
      folded text collate "C" not null,
      constraint written_text_once unique (submission_id, field),
      constraint written_text_line unique (source_id, line),
      constraint written_text_from check (
        (num_nonnulls(participant_id, submission_id) = 2 and num_nonnulls(source_id, line, place, said) = 0)
        or (num_nonnulls(participant_id, submission_id, same_as) = 0 and num_nonnulls(source_id, line, place, said) = 4))
    );
    create index written_text_by_wave on written_text (wave_id, field);
    create index written_text_by_participant on written_text (participant_id, field);
    create index written_text_by_root on written_text (same_as) where same_as is not null;

    -- Submissions whose texts are known here.
    create table text_reading (submission_id bigint primary key references submission on delete cascade);

    -- What is taken out of a submission goes here too, with all that was made of it.
    create function forget_written_text() returns trigger language plpgsql as $$
    begin
      delete from written_text t where t.submission_id = new.id and not (new.answers ? t.field or new.comments ? t.field);
      return null;
    end $$;
    create trigger submission_texts after update of answers, comments on submission
      for each row execute function forget_written_text();
    create function forget_said_text() returns trigger language plpgsql as $$
    begin
      delete from written_text where id = new.id;
      return null;
    end $$;
    create trigger written_text_said after update of said on written_text
      for each row when (new.said is distinct from old.said) execute function forget_said_text();

    create table codebook (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      title text not null constraint codebook_title check (title <> ''),
      account_id bigint references staff.account,
      at timestamptz not null default now()
    );
    create index codebook_by_wave on codebook (wave_id);
    create index codebook_by_account on codebook (account_id);

    create table codebook_version (
      id bigint generated always as identity primary key,
      codebook_id bigint not null references codebook,
      number integer not null constraint codebook_version_number check (number >= 1),
      categories jsonb not null constraint codebook_version_categories check (jsonb_typeof(categories) = 'array'),
      -- What led to it from the version before.
      changes jsonb not null default '[]' constraint codebook_version_changes check (jsonb_typeof(changes) = 'array'),
      account_id bigint references staff.account,
      at timestamptz not null default now(),
      state bigint not null,
      constraint codebook_version_once unique (codebook_id, number)
    );
    create index codebook_version_by_account on codebook_version (account_id);

    create table codebook_question (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      field text not null,
      -- Missing: none any more.
      codebook_id bigint references codebook,
      account_id bigint references staff.account,
      at timestamptz not null default now(),
      state bigint not null
    );
    create index codebook_question_by_field on codebook_question (wave_id, field, id);
    create index codebook_question_by_codebook on codebook_question (codebook_id);
    create index codebook_question_by_account on codebook_question (account_id);

    -- All that somebody gave a text. None: no category fits. Missing: the coding was taken back.
    create table coding (
      id bigint generated always as identity primary key,
      text_id bigint not null references written_text on delete cascade,
      version_id bigint not null references codebook_version,
      -- Of each category the part that it is of, or none of the whole text: {"category": "geld", "start": 0, "end": 12}.
      marks jsonb constraint coding_marks check (jsonb_typeof(marks) = 'array'),
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      state bigint not null,
      -- The coding that it takes back: what held before it holds again.
      undoes bigint constraint coding_undoes unique references coding on delete cascade
    );
    create index coding_by_text on coding (text_id, account_id, id);
    create index coding_by_version on coding (version_id);
    create index coding_by_account on coding (account_id, id);

    -- Whether a text has a category on which its coders differ.
    create table coding_settlement (
      id bigint generated always as identity primary key,
      text_id bigint not null references written_text on delete cascade,
      category text not null,
      holds boolean not null,
      why text not null,
      account_id bigint not null references staff.account,
      at timestamptz not null default now(),
      state bigint not null
    );
    create index coding_settlement_by_text on coding_settlement (text_id, category, id);
    create index coding_settlement_by_account on coding_settlement (account_id);

    -- Texts that a second person codes too.
    create table coding_sample (
      id bigint generated always as identity primary key,
      wave_id text not null references wave,
      fields text[] not null,
      seed integer not null,
      share double precision not null constraint coding_sample_share check (share > 0 and share <= 1),
      at_least integer not null constraint coding_sample_at_least check (at_least >= 0),
      account_id bigint references staff.account,
      at timestamptz not null default now()
    );
    create index coding_sample_by_wave on coding_sample (wave_id);
    create index coding_sample_by_account on coding_sample (account_id);
    create table coding_sample_text (
      sample_id bigint not null references coding_sample on delete cascade,
      text_id bigint not null references written_text on delete cascade,
      primary key (sample_id, text_id)
    );
    create index coding_sample_text_by_text on coding_sample_text (text_id);

    -- A part of a text that may tell whom it is from. Not decided yet: nothing of the text is released.
    create table redaction (
      id bigint generated always as identity primary key,
      text_id bigint not null references written_text on delete cascade,
      starts integer not null constraint redaction_starts check (starts >= 0),
      ends integer not null,
      kind text not null constraint redaction_kind
        check (kind in ('kommune', 'landkreis', 'kreis', 'name', 'mail', 'phone', 'number', 'web')),
      certain boolean not null,
      -- Missing where it was found, not marked by somebody.
      account_id bigint references staff.account,
      at timestamptz not null default now(),
      accepted boolean,
      decided_by bigint references staff.account,
      decided_at timestamptz,
      constraint redaction_once unique (text_id, starts, ends),
      constraint redaction_ends check (ends > starts),
      constraint redaction_decided check (num_nonnulls(accepted, decided_at) in (0, 2)
        and (decided_by is null or decided_at is not null))
    );
    create index redaction_by_account on redaction (account_id);
    create index redaction_by_decider on redaction (decided_by);

    -- What may be published of a text, as it was when a second person agreed.
    create table text_release (
      id bigint generated always as identity primary key,
      text_id bigint not null references written_text on delete cascade,
      wording text not null constraint text_release_wording check (wording <> ''),
      prepared_by bigint not null references staff.account,
      prepared_at timestamptz not null default now(),
      released_by bigint references staff.account,
      released_at timestamptz,
      state bigint,
      -- Refused before, or withdrawn after it was released.
      ended_by bigint references staff.account,
      ended_at timestamptz,
      ended_state bigint,
      constraint text_release_two check (released_by <> prepared_by),
      constraint text_release_released check (num_nonnulls(released_by, released_at, state) in (0, 3)),
      constraint text_release_ended check (num_nonnulls(ended_by, ended_at) in (0, 2)
        and (ended_state is not null) = (state is not null and ended_at is not null) and ended_state > state)
    );
    create unique index text_release_one on text_release (text_id) where ended_at is null;
    create index text_release_by_text on text_release (text_id);
    create index text_release_by_preparer on text_release (prepared_by);
    create index text_release_by_releaser on text_release (released_by);
    create index text_release_by_ender on text_release (ended_by);
    create function refuse_open_release() returns trigger language plpgsql as $$
    begin
      if (tg_op = 'INSERT' or (old.released_at is null and new.released_at is not null))
        and exists (select from redaction where text_id = new.text_id and accepted is null) then
        raise exception 'text % has an open proposal', new.text_id using errcode = 'restrict_violation';
      end if;
      if tg_op = 'UPDATE' and (new.text_id, new.prepared_by) is distinct from (old.text_id, old.prepared_by) then
        raise exception 'a release stays what it is' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger text_release_open before insert or update on text_release
      for each row execute function refuse_open_release();

    -- The texts of a wave in a state of the data, or now: of each newest submission, and of files; without what is restricted.
    create function text_in(of_wave text, as_of bigint) returns table (
      id bigint, root bigint, participant_id bigint, submission_id bigint, source_id bigint, field text, place text, said text, folded text
    ) language sql stable as $$
      select t.id, coalesce(t.same_as, t.id), t.participant_id, t.submission_id, null::bigint, t.field, null, null, t.folded
      from written_text t join (
        select distinct on (s.participant_id) s.id
        from submission_in(as_of) s join participant p on p.id = s.participant_id
        where p.wave_id = of_wave order by s.participant_id, s.revision desc
      ) newest on newest.id = t.submission_id
      where t.wave_id = of_wave and not (t.participant_id in (select o.participant_id from restriction o)
        and is_restricted(t.participant_id, t.field, as_of))
      union all
      select t.id, t.id, null, null, t.source_id, t.field, t.place, t.said, t.folded
      from text_source o join written_text t on t.source_id = o.id
      where o.wave_id = of_wave and (as_of is null or o.state <= as_of)
        and (o.undone_state is null or as_of < o.undone_state)
    $$;

    -- The newest coding of each coder of a text in a state of the data, or now.
    create function coding_in(as_of bigint) returns table (
      id bigint, text_id bigint, version_id bigint, marks jsonb, account_id bigint, at timestamptz, state bigint
    ) language sql stable as $$
      select newest.* from (
        select distinct on (c.text_id, c.account_id) c.id, c.text_id, c.version_id, c.marks, c.account_id, c.at, c.state
        from coding c where as_of is null or c.state <= as_of order by c.text_id, c.account_id, c.id desc
      ) newest where newest.marks is not null
    $$;

    alter table text_source alter column title set statistics 0, alter column file_name set statistics 0;
    alter table written_text alter column said set statistics 0, alter column place set statistics 0,
      alter column folded set statistics 0;
    alter table codebook alter column title set statistics 0;
    alter table codebook_version alter column categories set statistics 0, alter column changes set statistics 0;
    alter table coding_settlement alter column why set statistics 0;
    alter table text_release alter column wording set statistics 0;
  `.execute(db)
}
