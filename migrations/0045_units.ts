import { type Kysely, sql } from 'kysely'

/** What an import notes of these tables, and what names a row. */
const tables = [
  { table: 'empfaenger', key: 'empfaenger', since: 'valid_from' },
  { table: 'durchfuehrung', key: 'gkz', since: 'valid_from' },
  { table: 'einsatz', key: 'einsatz', since: 'valid_from' },
  { table: 'qualifikation', key: 'im_nummer', since: 'valid_from' },
  { table: 'fortbildung', key: 'im_nummer', since: 'am' },
]

/**
 * Who receives the grant, who carries out the Integrationsmanagement of which Kommune, and of each person, known by a number alone:
 * where with what share, with which qualification, and what further training. Each row holds from a day to a day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table staff.account drop constraint account_role, add constraint account_role
      check (role in ('feldbuero', 'forschung', 'evaluation', 'datenschutz', 'administration', 'landkreis'));

    create table empfaenger (
      -- The key of a Kommune or of a Verbund, or a Kreis and three zeros.
      empfaenger text not null constraint empfaenger_key check (empfaenger ~ '^[1-4][0-9]{5}$'),
      art text not null constraint empfaenger_art check (art in ('gemeinde', 'stadt', 'kreis', 'verbund')),
      name text not null constraint empfaenger_name check (name <> ''),
      -- Invented, for the demo world.
      synthetic boolean not null default false,
      valid_from date not null,
      valid_to date constraint empfaenger_validity check (valid_to >= valid_from),
      primary key (empfaenger, valid_from),
      constraint empfaenger_kreis_key check (art <> 'kreis' or right(empfaenger, 3) = '000'),
      -- VwV Integrationsmanagement 2023: from then on the grant goes to Stadt- und Landkreise alone.
      constraint empfaenger_from_2025 check (art = 'kreis' or coalesce(valid_to, 'infinity') < '2025-01-01'),
      constraint empfaenger_once exclude using gist (
        int4range(empfaenger::integer, empfaenger::integer, '[]') with =, daterange(valid_from, valid_to, '[]') with &&)
    );

    create table durchfuehrung (
      gkz text not null,
      gemeinde_valid_from date not null,
      empfaenger text not null constraint durchfuehrung_empfaenger check (empfaenger ~ '^[1-4][0-9]{5}$'),
      wer text not null constraint durchfuehrung_wer check (wer in ('selbst', 'kommune', 'verbund', 'kreis', 'frei')),
      -- A key, or the name of a free provider.
      durch text not null constraint durchfuehrung_durch check (
        case when wer = 'frei' then durch <> '' else durch ~ '^[1-4][0-9]{5}$' end),
      valid_from date not null,
      valid_to date constraint durchfuehrung_validity check (valid_to >= valid_from),
      primary key (gkz, valid_from),
      foreign key (gkz, gemeinde_valid_from) references gemeinde (gkz, valid_from),
      constraint durchfuehrung_self check (wer <> 'selbst' or durch = gkz),
      constraint durchfuehrung_of_one exclude using gist (
        int4range(gkz::integer, gkz::integer, '[]') with =, daterange(valid_from, valid_to, '[]') with &&)
    );
    create index durchfuehrung_by_gemeinde on durchfuehrung (gkz, gemeinde_valid_from);

    create table einsatz (
      einsatz text not null constraint einsatz_key check (einsatz = im_nummer || ' ' || empfaenger),
      im_nummer text not null references im_nummer,
      empfaenger text not null constraint einsatz_empfaenger check (empfaenger ~ '^[1-4][0-9]{5}$'),
      -- Of a full post.
      vzae numeric(3, 2) not null constraint einsatz_vzae check (vzae > 0 and vzae <= 1),
      valid_from date not null,
      valid_to date constraint einsatz_validity check (valid_to >= valid_from),
      primary key (einsatz, valid_from),
      constraint einsatz_once exclude using gist (
        int8range(translate(einsatz, '- ', '')::bigint, translate(einsatz, '- ', '')::bigint, '[]') with =,
        daterange(valid_from, valid_to, '[]') with &&)
    );
    create index einsatz_by_im_nummer on einsatz (im_nummer);

    create table qualifikation (
      im_nummer text not null references im_nummer,
      -- The letter of Nr. 4.2.2 of the VwV.
      art text not null constraint qualifikation_art check (art in ('a', 'b', 'c', 'ungeklaert')),
      nachqualifizierung_ab date,
      nachqualifizierung_bis date constraint qualifikation_ended check (nachqualifizierung_bis >= nachqualifizierung_ab),
      -- Who had worked in the field for six months before needs none.
      nachqualifizierung_entfaellt boolean not null default false,
      valid_from date not null,
      valid_to date constraint qualifikation_validity check (valid_to >= valid_from),
      primary key (im_nummer, valid_from),
      constraint qualifikation_one_or_none check (not (nachqualifizierung_entfaellt and nachqualifizierung_ab is not null)),
      constraint qualifikation_once exclude using gist (
        int8range(translate(im_nummer, '-', '')::bigint, translate(im_nummer, '-', '')::bigint, '[]') with =,
        daterange(valid_from, valid_to, '[]') with &&)
    );

    create table fortbildung (
      im_nummer text not null references im_nummer,
      am date not null,
      primary key (im_nummer, am)
    );
  `.execute(db)
  for (const { table, key, since } of tables)
    await sql
      .raw(
        `create trigger ${table}_noted after insert or update or delete on ${table}
          for each row execute function note_registry_change('${key}', '${since}')`,
      )
      .execute(db)
}
