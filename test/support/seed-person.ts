import { sql } from 'kysely'
import type { TestApp } from './app.ts'

/** Writes a name into every place of Eislingen's form in which a text of people can stand, and as initials. */
export async function seedPerson({ db, participants }: TestApp, name: string): Promise<void> {
  const id = participants.get('117019') ?? 0
  const reasons = JSON.stringify([{ check: 'c1', values: {}, reason: 'sonst', text: `so sagt ${name}` }])
  await sql`
    with value as (
      insert into draft_value (participant_id, field, value, rev, contact) values
        (${id}, 'kontakt_name', ${name}, 7, true), (${id}, 'anmerkungen', ${`laut ${name}`}, 7, false)
    ), change as (
      insert into draft_change (participant_id, field, value, rev, contact) values
        (${id}, 'kontakt_name', ${name}, 7, true), (${id}, 'anmerkungen', ${`laut ${name}`}, 7, false)
    ), parked as (
      insert into parked_page (participant_id, section, typed, contact) values
        (${id}, 'angaben', ${JSON.stringify({ kontakt_name: name })}::jsonb, true),
        (${id}, 'anmerkungen', ${JSON.stringify({ anmerkungen: name, im_alpha: '3' })}::jsonb, false)
    ), respondent as (
      insert into contact.respondent (participant_id, field, value) values (${id}, 'kontakt_name', ${name})
    ), editor as (
      insert into contact.editor (participant_id, label) values (${id}, ${name})
    )
    insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications,
      content_hash)
    select ${id}, 1, 'Q-AAAA-AAAA-AAAA', survey_version, survey_hash, ${JSON.stringify({ im_alpha: 12, anmerkungen: name })}::jsonb,
      ${JSON.stringify({ im_alpha_kom: `von ${name}` })}::jsonb, ${reasons}::jsonb, 'x' from wave where id = 'umfrage-1'`.execute(
    db,
  )
}
