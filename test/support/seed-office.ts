import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { composeMail } from '../../server/mail/compose.ts'
import { folderTransport } from '../../server/mail/folder-transport.ts'
import type { TestApp } from './app.ts'

/** Writes a name wherever staff can write or upload one: into files that were read, one that waits, beside the log, and what the office keeps. */
export async function seedOffice(
  { db, config }: Pick<TestApp, 'db' | 'config'>,
  name: string,
  account: number,
): Promise<void> {
  const settings = JSON.stringify({ mapping: { values: [{ indicator: 'x' }, { indicator: `Spalte ${name}` }] } })
  const report = JSON.stringify({ lines: 3, left: 0, faults: [{ cause: 'x', message: `Zeile 3: ${name}` }] })
  await sql`
    with noted as (
      insert into audit (action, detail) values ('backup_failed', '{"nightly": true}') returning id
    ), aside as (
      insert into audit_aside (audit_id, said) select id, ${`kein Platz für ${name}`} from noted
    ), upload as (
      insert into staff.upload (account_id, file_name, settings) values (${account}, ${`${name}.csv`}, ${settings}::jsonb)
    )
    insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report, state,
      undone_at, undone_state, undo_reason)
    values (${`${name}.csv`}, ${'0'.repeat(64)}, ${settings}::jsonb, 'csv', ${`Titel von ${name}`}, ${`Auskunft von ${name}`}, ${`nach Absprache mit ${name}`}, 3, ${report}::jsonb, 0,
      now(), 0, ${`laut ${name} falsch`})`.execute(db)
  const about = JSON.stringify({ said: [`mit ${name}`] })
  await sql`
    with list as (
      insert into registry_import (form, file_name, file_hash) values ('x', ${`${name}.csv`}, '')
    ), proposal as (
      insert into staff.approval (act, detail, reason) values ('x', ${about}::jsonb, ${`wegen ${name}`})
    ), work as (
      insert into job (kind, key, detail, problem, state) values ('x', 'x', ${about}::jsonb, ${`${name} fehlt`}, 'failed')
    ), address as (
      insert into contact.address (unit, recipient, person, street, postcode, place, mail, phone, source)
      select '117042', n, n, n, n, n, n, n, 'office' from (select ${name}::text as n) named
    ), amendment as (
      insert into amendment (participant_id, field, was, became, reason, source, note, state, objection, objected_at)
      select min(id), 'zp_gesamt', '1', '2', 'typing', 'call', ${`laut ${name}`}, 0, ${`${name} widerspricht`}, now() from participant
    ), decision as (
      insert into screening_decision (participant_id, field, decision, value, wanted)
      select min(id), 'zp_gesamt', 'open', 1, ${`die Liste von ${name}`} from participant
    ), view as (
      insert into saved_view (address, title, note, account_id)
      values ('/intern/vergleich?von=a', ${`für ${name}`}, ${`gefragt hat ${name}`}, ${account})
    ), paragraph as (
      insert into kreis_paragraph (kreis, year, section, revision, text, account_id)
      values ('117', 2024, 'staff', 1, ${`${name} vertritt`}, ${account})
    ), plan as (
      insert into annex_plan (wave_id, title, plan, account_id)
      select min(id), ${`Plan von ${name}`}, ${`{"introduction":["laut ${name}"]}`}, ${account}::bigint from wave
    ), text_file as (
      insert into text_source (wave_id, title, file_name, file_hash, state)
      select min(id), ${`Stimmen, gesammelt von ${name}`}, ${`${name}.csv`}, '', 0 from wave returning id, wave_id
    ), text as (
      insert into written_text (wave_id, field, source_id, line, place, said, folded)
      select wave_id, 'datei_1', id, 2, ${`AG von ${name}`}, ${`${name} sagt`}, fold_text(${`${name} sagt`}) from text_file returning id
    ), categories as (
      insert into codebook (wave_id, title) select wave_id, ${`Kategorien von ${name}`} from text_file returning id
    ), version as (
      insert into codebook_version (codebook_id, number, categories, changes, state)
      select id, 1, ${JSON.stringify([{ example: `${name} sagt` }])}::jsonb, ${JSON.stringify([{ name: `wie ${name}` }])}::jsonb, 0
      from categories
    ), settled as (
      insert into coding_settlement (text_id, category, holds, why, account_id, state)
      select id, 'x', true, ${`${name} meint es so`}, ${account}::bigint, 0 from text
    ), released as (
      insert into text_release (text_id, wording, prepared_by) select id, ${`Wortlaut mit ${name}`}, ${account}::bigint from text
    ), mail as (
      insert into contact.dispatch (participant_id, template, key, way, recipient, state, problem)
      select min(id), 'einladung', 'einladung', 'mail', ${`${name}@b.example`}, 'refused', ${`${name}: unbekannt`} from participant
    ), colleague as (
      insert into contact.editor (participant_id, label) select min(id), ${`Frau ${name}`} from participant returning id, participant_id
    ), delegation as (
      insert into contact.delegation (participant_id, editor_id, sections, said, mail, salt, hash)
      select participant_id, id, '{sprache}', ${`bitte, ${name}`}, ${`${name}@b.example`}, '\\x00', '\\x00' from colleague
    ), headings as (
      insert into contact.figure_place (participant_id, words, field) select min(id), ${`Fälle von ${name} · Anzahl`}, 'zp_gesamt' from participant
    ), typed as (
      insert into contact.paper_entry (participant_id, turn, account_id, typed)
      select min(id), 1, ${account}::bigint, ${JSON.stringify({ zp_gesamt: '1', zp_kommentar: `laut ${name}` })}::jsonb from participant
    ), scan as (
      insert into contact.paper_scan (participant_id, file_name, media, bytes)
      select min(id), ${`${name}.pdf`}, 'application/pdf', 1 from participant returning id
    ), piece as (
      insert into contact.paper_scan_piece select id, 0, convert_to(${`Scan von ${name}`}, 'UTF8') from scan
    ), asked as (
      insert into contact.query (participant_id, about_kind, about, fields, checks, due_on)
      select min(id), 'field', 'zp_gesamt', '{zp_gesamt}', '{}', '2099-01-01' from participant returning id, participant_id
    ), said as (
      insert into contact.query_entry (query_id, participant_id, kind, text)
      select id, participant_id, 'answered', ${`fragt ${name}`} from asked
    ), of_figure as (
      insert into contact.roll_up_said (wave_id, from_level, from_unit, level, unit, figure, kind, text, due_on, account_id)
      select min(id), 'kreis', '117', 'empfaenger', '117042', 'vzae', 'asked', ${`nach Rückfrage bei ${name}`}, '2099-01-01',
        ${account}::bigint
      from wave
    )
    insert into contact.field_note (participant_id, kind, text, account_id, unfinished)
    select min(id), 'call', ${`Gespräch mit ${name}`}, null::bigint, false from participant
    union all select min(id), 'other', ${`${name} ruft`}, ${account}::bigint, true from participant`.execute(db)
  await layDownMail(config.mail, name)
}

/** A mail that names somebody, as it lies there without a mail server; no line of the outbox tells of it. */
async function layDownMail(settings: TestApp['config']['mail'], name: string): Promise<void> {
  const letter = await composeMail(settings, {
    to: { name: `Stadt, ${name}`, address: 'rathaus@stadt.example' },
    messageId: `<${randomUUID()}@stichtag.example>`,
    date: new Date(),
    text: { subject: 'Erinnerung', body: `Guten Tag ${name},\n\nbitte antworten Sie.` },
    sender: 'Probe',
  })
  const { state } = await folderTransport(settings.folder).send(letter)
  if (state !== 'sent') throw new Error(`no mail was laid down: ${state}`)
}
