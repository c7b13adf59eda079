import { type Kysely, sql } from 'kysely'

/** Kreise and Kommunen, each row valid for a time, so that mergers and new names leave the past as it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kreis (
      kreis text not null constraint kreis_key check (kreis ~ '^[1-4][0-9]{2}$'),
      name text not null,
      typ text not null constraint kreis_typ check (typ in ('Stadtkreis', 'Landkreis')),
      regierungsbezirk text not null,
      valid_from date not null,
      valid_to date constraint kreis_validity check (valid_to >= valid_from),
      primary key (kreis, valid_from)
    );
    create unique index kreis_current on kreis (kreis) where valid_to is null;

    create table gemeinde (
      gkz text not null constraint gemeinde_gkz check (gkz ~ '^[1-4][0-9]{5}$'),
      name text not null,
      kreis text not null constraint gemeinde_in_kreis check (kreis = left(gkz, 3)),
      population integer constraint gemeinde_population check (population >= 0),
      population_date date,
      valid_from date not null,
      valid_to date constraint gemeinde_validity check (valid_to >= valid_from),
      primary key (gkz, valid_from)
    );
    create unique index gemeinde_current on gemeinde (gkz) where valid_to is null;
    create index gemeinde_by_kreis on gemeinde (kreis);
  `.execute(db)
}
