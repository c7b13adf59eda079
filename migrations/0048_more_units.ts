import { type Kysely, sql } from 'kysely'

/** A participant may also be a Zuwendungsempfänger, an Antragsverbund or a Kreis, as the register has it on the Stichtag. */
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
  `.execute(db)
}
