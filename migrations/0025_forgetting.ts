import { type Kysely, sql } from 'kysely'

/**
 * Who was asked as a person can lose the number for a pseudonym, and with it all that leads back to the number: the answers stay.
 * Just that, once an erasure has left its mark of it: answers are never given to somebody else.
 * The log has a term like all else that is kept: its oldest entries go as a whole, up to a seal whose number and hash are left,
 * so that the chain goes on from there; the database lets nothing else of it go, and nothing that is younger than the term.
 * Texts beside the log say when they were written, as all texts do that can be erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table participant
      add pseudonym text,
      drop constraint participant_unit,
      drop column unit;
    alter table participant
      add unit text not null generated always as (coalesce(gkz, im_nummer, pseudonym)) stored,
      add constraint participant_unit check (
        num_nonnulls(gkz, im_nummer, pseudonym) = 1 and num_nonnulls(gkz, gemeinde_valid_from) <> 1);
    create unique index participant_once_per_wave on participant (wave_id, unit);
    create function refuse_other_origin() returns trigger language plpgsql as $$
    begin
      if new.im_nummer is not distinct from old.im_nummer and new.pseudonym is not distinct from old.pseudonym then
        return new;
      end if;
      if old.pseudonym is null and new.im_nummer is null and exists (
        select from erasure where participant_id = old.id and holds = 'number' and at = now()
      ) then
        return new;
      end if;
      raise exception 'the origin of participant % stays', old.id using errcode = 'restrict_violation';
    end $$;
    create trigger participant_origin before update on participant for each row execute function refuse_other_origin();

    alter table wave_retention
      drop constraint wave_retention_kind,
      add constraint wave_retention_kind check (kind in ('contact', 'drafts', 'initials', 'codes', 'origin'));
    insert into wave_retention (wave_id, kind)
      select distinct wave_id, 'origin' from participant where im_nummer is not null;

    alter table contact.person_request alter chosen set default '{"texts": [], "initials": [], "cut": []}';
    update contact.person_request set chosen = chosen || '{"cut": []}';

    alter table audit_aside add at timestamptz;
    update audit_aside s set at = a.at from audit a where a.id = s.audit_id;
    alter table audit_aside alter at set default now(), alter at set not null;

    create table site_retention (
      kind text primary key constraint site_retention_kind check (kind = 'log'),
      -- Missing: without limit.
      days integer constraint site_retention_days check (days between 365 and 36500)
    );
    insert into site_retention values ('log', 3650);

    create table audit_cut (
      -- Of the last seal that went.
      number bigint primary key,
      hash bytea not null constraint audit_cut_hash check (length(hash) = 32),
      entries bigint not null constraint audit_cut_entries check (entries >= 1),
      -- When the newest of the entries that went had been written.
      until timestamptz not null,
      at timestamptz not null default now()
    );
    alter table audit_seal
      drop constraint audit_seal_audit_id_fkey,
      add constraint audit_seal_audit_id_fkey foreign key (audit_id) references audit on delete cascade;
    alter table audit_aside
      drop constraint audit_aside_audit_id_fkey,
      add constraint audit_aside_audit_id_fkey foreign key (audit_id) references audit on delete cascade;

    create function check_log_cut() returns trigger language plpgsql as $$
    declare
      before bigint := coalesce((select max(number) from audit_cut), 0);
      newest timestamptz := (
        select max(a.at) from audit_seal s join audit a on a.id = s.audit_id where s.number <= new.number);
      term integer := (select days from site_retention where kind = 'log');
    begin
      if new.at = now() and new.until = newest and newest <= now() - make_interval(days => term)
        and new.entries = new.number - before
        and exists (select from audit_seal where number = new.number and hash = new.hash) then
        return new;
      end if;
      raise exception 'audit_cut % is not what the log has kept long enough', new.number using errcode = 'restrict_violation';
    end $$;
    create trigger audit_cut_checked before insert on audit_cut for each row execute function check_log_cut();
    create trigger audit_cut_append_only before update or delete on audit_cut
      for each row execute function refuse_log_change();

    create or replace function refuse_log_change() returns trigger language plpgsql as $$
    declare
      -- The last seal of what goes in this transaction.
      cut bigint := (select max(number) from audit_cut where at = now());
    begin
      if tg_op = 'DELETE' and tg_table_name = 'audit' then
        -- Not by its number alone: one that became free could be given to an entry of today.
        if exists (select from audit_seal where audit_id = old.id and number <= cut)
          and old.at <= (select until from audit_cut where number = cut) then
          return old;
        end if;
      elsif tg_op = 'DELETE' and tg_table_name = 'audit_seal' then
        if old.number <= cut then
          return old;
        end if;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
  `.execute(db)
}
