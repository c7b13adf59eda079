import { type Kysely, sql } from 'kysely'

/**
 * A participant is a Kommune or an Integrationsmanager/-in, `unit` is the key of either; and one session serves several
 * participants, a row each, which begin with a code each and end together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table participant
      alter gkz drop not null,
      alter gemeinde_valid_from drop not null,
      add im_nummer text references im_nummer,
      add unit text not null generated always as (coalesce(gkz, im_nummer)) stored,
      add constraint participant_unit check (
        num_nonnulls(gkz, im_nummer) = 1 and num_nonnulls(gkz, gemeinde_valid_from) <> 1);
    create index participant_by_im_nummer on participant (im_nummer);
    drop index participant_once_per_wave;
    create unique index participant_once_per_wave on participant (wave_id, unit);

    alter table session drop constraint session_pkey, add primary key (token_hash, participant_id);
  `.execute(db)
}
