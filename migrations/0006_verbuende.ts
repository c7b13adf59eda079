import { type Kysely, sql } from 'kysely'

/** Antragsverbünde with their member Kommunen, and the numbers of the Integrationsmanager/-innen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table verbund (
      verbund text primary key constraint verbund_key check (verbund ~ '^[1-4][0-9]{5}$'),
      name text not null,
      -- Invented, for the demo world.
      synthetic boolean not null default false
    );

    create table verbund_mitglied (
      gkz text not null,
      gemeinde_valid_from date not null,
      verbund text not null references verbund,
      valid_from date not null,
      valid_to date constraint verbund_mitglied_validity check (valid_to >= valid_from),
      primary key (gkz, valid_from),
      foreign key (gkz, gemeinde_valid_from) references gemeinde (gkz, valid_from),
      -- A range of one number stands for the key: ranges can be compared here without an extension.
      constraint verbund_mitglied_of_one exclude using gist (
        int4range(gkz::integer, gkz::integer, '[]') with =, daterange(valid_from, valid_to, '[]') with &&)
    );
    create index verbund_mitglied_by_gemeinde on verbund_mitglied (gkz, gemeinde_valid_from);
    create index verbund_mitglied_by_verbund on verbund_mitglied (verbund);

    create table im_nummer (
      im_nummer text primary key constraint im_nummer_key check (im_nummer ~ '^[1-4][0-9]{5}-[0-9]{3}$'),
      verbund text not null references verbund constraint im_nummer_in_verbund check (verbund = left(im_nummer, 6)),
      valid_from date not null,
      valid_to date constraint im_nummer_validity check (valid_to >= valid_from)
    );
    create index im_nummer_by_verbund on im_nummer (verbund);
  `.execute(db)
}
