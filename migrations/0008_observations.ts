import { type Kysely, sql } from 'kysely'

/**
 * Administrative figures. Each import is a batch that can be undone. A later figure for the same series, region and time
 * supersedes the earlier one, which stays and comes back when the later batch is undone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type missing_reason as enum
      ('nichts', 'unbekannt_oder_geheim', 'geheim', 'folgt', 'unsicher', 'gesperrt', 'leer');

    create table import_batch (
      id integer generated always as identity primary key,
      file_name text not null,
      file_hash text not null constraint import_batch_file_hash check (file_hash ~ '^[0-9a-f]{64}$'),
      settings jsonb not null,
      format text not null,
      title text not null,
      source text not null constraint import_batch_source check (source <> ''),
      licence text not null constraint import_batch_licence check (licence <> ''),
      as_of date,
      synthetic boolean not null default false,
      observations integer not null constraint import_batch_observations check (observations >= 0),
      report jsonb not null,
      imported_at timestamptz not null default now(),
      undone_at timestamptz,
      undo_reason text
    );
    create unique index import_batch_once on import_batch (file_hash, md5(settings::text)) where undone_at is null;

    create table series (
      id integer generated always as identity primary key,
      indicator text not null constraint series_indicator check (indicator ~ '^[a-z][a-z0-9_]{0,31}$'),
      breakdown text not null default '',
      months smallint not null constraint series_months check (months in (0, 1, 3, 6, 12)),
      unique (indicator, breakdown, months)
    );

    create table observation (
      series_id integer not null,
      batch_id integer not null,
      superseded_by integer,
      starts date not null,
      value double precision,
      region text collate "C" not null
        constraint observation_region check (region ~ '^([1-4]|[1-4][0-9]{2}|[1-4][0-9]{5}|08|DG)$'),
      missing missing_reason,
      uncertain boolean not null default false,
      constraint observation_value_or_reason check ((value is null) <> (missing is null))
    );
    create unique index observation_current on observation (series_id, starts, region) where superseded_by is null;
    create index observation_by_batch on observation using brin (batch_id);
    create index observation_superseded on observation (superseded_by) where superseded_by is not null;

    -- Foreign keys, checked once per statement: row by row, as 'references' does it, they would take longer than all the rest
    -- of an import of ten million rows.
    create function observation_refers() returns trigger language plpgsql as $$
    begin
      if exists (
        select from (select distinct series_id from arrived) a where not exists (select from series where id = a.series_id)
        union all
        select from (select distinct batch_id from arrived) a where not exists (select from import_batch where id = a.batch_id)
        union all
        select from (select distinct superseded_by from arrived where superseded_by is not null) a
          where not exists (select from import_batch where id = a.superseded_by)
      ) then
        raise exception 'an observation needs its series and its batch' using errcode = 'foreign_key_violation';
      end if;
      return null;
    end $$;
    create trigger observation_refers_new after insert on observation
      referencing new table as arrived for each statement execute function observation_refers();
    create trigger observation_refers_changed after update on observation
      referencing new table as arrived for each statement execute function observation_refers();
    create function refuse_delete() returns trigger language plpgsql as $$
    begin
      raise exception '% keeps its rows', tg_table_name using errcode = 'restrict_violation';
    end $$;
    create trigger series_stays before delete on series for each row execute function refuse_delete();
    create trigger import_batch_stays before delete on import_batch for each row execute function refuse_delete();
  `.execute(db)
}
