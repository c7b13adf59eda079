import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { mailFile } from '../../server/mail/folder-transport.ts'
import type { TestApp } from './app.ts'
import { person } from './person-marks.ts'

/** What the office has of somebody who is asked by number: the row of the registry, whose work it is, an address, what was sent, and what was said. */
export async function seedAsked({ db, config }: Pick<TestApp, 'db' | 'config'>): Promise<void> {
  const { name, mail, phone, number } = person
  const row = JSON.stringify({ im_nummer: number, verbund: '117019' })
  const message = `<${randomUUID()}@stichtag.example>`
  await sql`
    with list as (
      insert into registry_import (form, file_name, file_hash) values ('im-nummern', 'nummern.csv', '') returning id
    ), change as (
      insert into registry_change (import_id, table_name, key, valid_from, was, became)
      select id, 'im_nummer', ${number}, '-infinity', ${row}::jsonb, ${row}::jsonb from list
    ), posting as (
      insert into einsatz (einsatz, im_nummer, empfaenger, vzae, valid_from)
      values (${`${number} 117019`}, ${number}, '117019', 0.5, '2018-01-01')
    ), qualified as (
      insert into qualifikation (im_nummer, art, valid_from) values (${number}, 'c', '2018-01-01')
    ), training as (
      insert into fortbildung (im_nummer, am) values (${number}, '2019-05-02')
    ), scope as (
      insert into staff.scope (account_id, kind, key) select min(id), 'unit', ${number} from staff.account
    ), address as (
      insert into contact.address (unit, recipient, person, street, postcode, place, mail, phone, source) values
        (${number}, 'Landratsamt', ${name}, 'Lorcher Straße 6', '73033', 'Göppingen', ${mail}, ${phone}, 'file'),
        ('117026', 'Stadt Göppingen', '', 'Hauptstraße 1', '73033', 'Göppingen', '', '', 'file')
    ), asked as (
      select id from participant where im_nummer = ${number}
    ), sent as (
      insert into contact.dispatch (participant_id, template, key, way, recipient, state, message_id, sent_at)
      select id, 'einladung', 'einladung', 'mail', ${mail}, 'sent', ${message}, now() from asked
    )
    insert into contact.field_note (participant_id, kind, text) select id, 'call', 'ruft morgen zurück' from asked`.execute(
    db,
  )
  // It names nobody: that it went to this person only the outbox knows.
  await writeFile(join(config.mail.folder, mailFile(message)), 'To: im@amt.example\nSubject: Einladung\n\nGuten Tag.\n')
}
