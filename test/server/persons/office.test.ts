import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { Forms } from '../../../server/forms/form.ts'
import { linesOf } from '../../../server/persons/describe-found.ts'
import { erase, eraseAgain } from '../../../server/persons/erase.ts'
import { findPerson } from '../../../server/persons/find-person.ts'
import { personRecord } from '../../../server/persons/person-record.ts'
import { findTexts } from '../../../server/store/person-texts.ts'
import { findInitials } from '../../../server/store/person-traces.ts'
import { readRegister } from '../../../server/store/register.ts'
import { testApp } from '../../support/app.ts'
import { seedOffice } from '../../support/seed-office.ts'
import { staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'
import { whereStands } from '../../support/where-stands.ts'

const ground = { ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO', accountId: null, consentId: null, initials: [], cut: [] }

async function office(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const { id } = await staffAccount(test, 'datenschutz', 'd.eins')
  await seedOffice(test, 'Jürgen Weiß', id)
  return test
}

t.test('what staff wrote or uploaded is found, and told as people know it', async (t) => {
  const lines = linesOf(await findPerson(await office(t), 'weiß'))
  const told = lines.map((line) => line.replace(/^\d+\. /, '').replace(/[\da-f-]{36}/, 'NUMMER')).toSorted()
  t.strictSame(told, [
    'Absatz im Bericht eines Kreises, Kreis 117, 2024, Personal, Fassung 1, Text (geschrieben): Jürgen Weiß vertritt',
    'Anschrift im Verzeichnis, 117042, gültig, Ansprechperson (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, E-Mail (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, Empfänger (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, Ort (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, PLZ (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, Straße (im Adressbuch): Jürgen Weiß',
    'Anschrift im Verzeichnis, 117042, gültig, Telefon (im Adressbuch): Jürgen Weiß',
    'Auftrag des Feldbüros, Auftrag 1, Einzelheiten (vermerkt): mit Jürgen Weiß',
    'Auftrag des Feldbüros, Auftrag 1, Meldung (vermerkt): Jürgen Weiß fehlt',
    'Bitte um Zuarbeit, umfrage-1, 117019: Bitte 1, E-Mail (an eine Kollegin oder einen Kollegen geschrieben): Jürgen Weiß@b.example',
    'Bitte um Zuarbeit, umfrage-1, 117019: Bitte 1, Text (an eine Kollegin oder einen Kollegen geschrieben): bitte, Jürgen Weiß',
    'E-Mail, die als Datei liegt, NUMMER.eml, ganze E-Mail (abgelegt): An: "Stadt, Jürgen Weiß" <rathaus@stadt.example> Betreff: Erinnerung G …',
    'Eingelesene Datei mit Texten, Datei 1, Name der Datei (eingelesen): Jürgen Weiß.csv',
    'Eingelesene Datei mit Texten, Datei 1, Titel (eingelesen): Stimmen, gesammelt von Jürgen Weiß',
    'Eingelesene amtliche Datei, Einlesen 1, Bericht des Einlesens (eingelesen): Zeile 3: Jürgen Weiß',
    'Eingelesene amtliche Datei, Einlesen 1, Einstellung beim Einlesen (eingelesen): Spalte Jürgen Weiß',
    'Eingelesene amtliche Datei, Einlesen 1, Grund der Rücknahme (eingelesen): laut Jürgen Weiß falsch',
    'Eingelesene amtliche Datei, Einlesen 1, Lizenz (eingelesen): nach Absprache mit Jürgen Weiß',
    'Eingelesene amtliche Datei, Einlesen 1, Name der Datei (eingelesen): Jürgen Weiß.csv',
    'Eingelesene amtliche Datei, Einlesen 1, Quelle (eingelesen): Auskunft von Jürgen Weiß',
    'Eingelesene amtliche Datei, Einlesen 1, Titel (eingelesen): Titel von Jürgen Weiß',
    'Eingelesenes Verzeichnis, Einlesen 1, Name der Datei (eingelesen): Jürgen Weiß.csv',
    'Entscheidung des Feldbüros, umfrage-1, 117019: Entscheidung 1 über zp_gesamt, Was es entscheiden würde (notiert): die Liste von Jürgen Weiß',
    'Entscheidung über eine Zuordnung, Entscheidung 1 zu Text 1, Begründung (notiert): Jürgen Weiß meint es so',
    'Erfassung von Papier, umfrage-1, 117019: Erfassung 1, Eingabe (von Papier erfasst): laut Jürgen Weiß',
    'Gemerkte Überschriften einer eigenen Tabelle, umfrage-1, 117019: Überschriften 1, Feld zp_gesamt, Überschriften (als Überschrift gemerkt): Fälle von Jürgen Weiß · Anzahl',
    'Gemerkter Plan eines Anhangs, Plan 1, Aufbau des Anhangs (notiert): {"introduction":["laut Jürgen Weiß"]}',
    'Gemerkter Plan eines Anhangs, Plan 1, Titel (notiert): Plan von Jürgen Weiß',
    'Gemerkter Vergleich, Vergleich 1, Bemerkung (notiert): gefragt hat Jürgen Weiß',
    'Gemerkter Vergleich, Vergleich 1, Titel (notiert): für Jürgen Weiß',
    'Hochgeladene Datei, noch nicht bestätigt, verfällt nach einer Stunde, Einstellung beim Einlesen (hochgeladen): Spalte Jürgen Weiß',
    'Hochgeladene Datei, noch nicht bestätigt, verfällt nach einer Stunde, Name der Datei (hochgeladen): Jürgen Weiß.csv',
    'Kategorien für Texte, Kategorien 1, Fassung 1, Kategorie (notiert): Jürgen Weiß sagt',
    'Kategorien für Texte, Kategorien 1, Fassung 1, Änderung (notiert): wie Jürgen Weiß',
    'Kategorien für Texte, Kategorien 1, Titel (notiert): Kategorien von Jürgen Weiß',
    'Korrektur des Feldbüros, umfrage-1, 117019: Korrektur 1 von zp_gesamt, Bemerkung (vermerkt): laut Jürgen Weiß',
    'Korrektur des Feldbüros, umfrage-1, 117019: Korrektur 1 von zp_gesamt, Widerspruch (vermerkt): Jürgen Weiß widerspricht',
    'Kürzel „Frau Jürgen Weiß“ in umfrage-1 117019',
    'Neben dem Protokoll, Eintrag 4, Text (notiert): kein Platz für Jürgen Weiß',
    'Notiz des Feldbüros, umfrage-1, 117019: Gespräch 1, Text (notiert): Gespräch mit Jürgen Weiß',
    'Notiz des Feldbüros, umfrage-1, 117019: Notiz 2, noch nicht fertig geschrieben, Text (notiert): Jürgen Weiß ruft',
    'Rückfrage oder Antwort darauf, umfrage-1, 117019: Antwort in Rückfrage 1, Text (geschrieben): fragt Jürgen Weiß',
    'Rückfrage zu Zahlen, die nach oben gehen, oder Antwort darauf, umfrage-1: Frage 1, Text (geschrieben): nach Rückfrage bei Jürgen Weiß',
    'Scan eines Papierbogens, umfrage-1, 117019: Scan 1, Name der Datei (als Scan abgelegt): Jürgen Weiß.pdf',
    'Sendung des Feldbüros, umfrage-1, 117019: „Einladung mit Zugangscode“ als E-Mail, abgelehnt, Empfänger (vermerkt): Jürgen Weiß@b.example',
    'Sendung des Feldbüros, umfrage-1, 117019: „Einladung mit Zugangscode“ als E-Mail, abgelehnt, Meldung (vermerkt): Jürgen Weiß: unbekannt',
    'Text aus einer Datei, Datei 1, Zeile 2, Ort (eingelesen): AG von Jürgen Weiß',
    'Text aus einer Datei, Datei 1, Zeile 2, Text (eingelesen): Jürgen Weiß sagt',
    'Vorschlag, der eine zweite Person braucht, Vorschlag 1, Begründung (vorgelegt): wegen Jürgen Weiß',
    'Vorschlag, der eine zweite Person braucht, Vorschlag 1, Einzelheiten (vorgelegt): mit Jürgen Weiß',
    'Wortlaut zur Veröffentlichung, Wortlaut 1 von Text 1, Wortlaut (vorgelegt): Wortlaut mit Jürgen Weiß',
  ])
})

t.test('whoever asks is told what was sent and noted, and what the office keeps such things for', async (t) => {
  const test = await office(t)
  await sql`update contact.dispatch set state = 'returned', sent_at = '2026-03-01T12:00Z', returned_at = '2026-03-05T12:00Z'`.execute(
    test.db,
  )
  const sources = {
    db: test.db,
    forms: new Forms(),
    register: await readRegister(test.db),
    operator: test.config.operator,
  }
  const { texts, about } = await personRecord(sources, await findPerson(test, 'Weiß'), ['Weiß'])
  t.equal(texts.length, 51)
  t.match(
    texts.find(({ label, survey }) => label === 'Empfänger' && /Sendung/.test(survey)),
    { unitName: /„Einladung mit Zugangscode“ als E-Mail, zurückgekommen am 05\.03\.2026/, text: /geschwärzt/ },
  )
  t.match(
    texts.find(({ survey }) => /Notiz/.test(survey)),
    { unitName: /umfrage-1, 117019: /, text: /geschwärzt/ },
  )
  t.match(about.retention.find(({ label }) => label === 'Notizen')?.lines, [
    /am Telefon/,
    /Zweck/,
    /Empfänger/,
    /90 Tage/,
  ])
})

t.test('it is erased there, leaves a mark, and changes nothing else', async (t) => {
  const test = await office(t)
  const { db, pool, config } = test
  const kept = async () => (await sql`select * from import_batch`.execute(db)).rows[0]
  const was = await kept()
  const before = await tableSums(pool)
  const { texts, initials } = await findPerson(test, 'Weiß')
  const wanted = { ...ground, texts, initials: initials.map(({ id }) => id) }
  t.match(await erase({ db, config }, wanted), { texts: 51, participants: 0, submissions: 0, initials: 1 })
  t.strictSame(await readdir(config.mail.folder), [], 'of a mail the whole file')
  t.strictSame(await whereStands(db, 'Weiß'), [])
  const after = await tableSums(pool)
  t.strictSame(
    Object.keys(after).filter((table) => after[table] !== before[table]),
    [
      'contact.address',
      'contact.delegation',
      'contact.dispatch',
      'contact.editor',
      'contact.field_note',
      'contact.figure_place',
      'contact.paper_entry',
      'contact.paper_scan',
      'contact.paper_scan_piece',
      'contact.query_entry',
      'contact.roll_up_said',
      'public.amendment',
      'public.annex_plan',
      'public.audit',
      'public.audit_aside',
      'public.codebook',
      'public.codebook_version',
      'public.coding_settlement',
      'public.data_state',
      'public.erasure',
      'public.import_batch',
      'public.job',
      'public.kreis_paragraph',
      'public.registry_import',
      'public.saved_view',
      'public.screening_decision',
      'public.text_release',
      'public.text_source',
      'public.written_text',
      'staff.approval',
      'staff.upload',
    ],
  )
  t.strictSame(await kept(), {
    ...(was as object),
    file_name: 'gelöscht',
    title: 'gelöscht',
    source: 'gelöscht',
    licence: 'gelöscht',
    undo_reason: 'gelöscht',
    settings: { mapping: { values: [{ indicator: 'x' }, { indicator: 'gelöscht' }] } },
    report: { lines: 3, left: 0, faults: [{ cause: 'x', message: 'gelöscht' }] },
  })
  const marks = await db.selectFrom('erasure').select(['holds', 'texts', 'participant_id']).orderBy('holds').execute()
  t.strictSame(marks, [
    { holds: 'aside', texts: 1, participant_id: null },
    { holds: 'file', texts: 13, participant_id: null },
    { holds: 'initials', texts: 1, participant_id: 1 },
    { holds: 'office', texts: 36, participant_id: null },
  ])
})

t.test('what an older state brings back of it is forgotten again, and what was written since stays', async (t) => {
  const { db, config, owner } = await office(t)
  const initials = (await findInitials(db, 'Weiß')).map(({ id }) => id)
  await erase({ db, config }, { ...ground, texts: await findTexts(db, { term: 'Weiß' }), initials })
  await sql`truncate erasure`.execute(owner.db)
  await sql`update import_batch set file_name = 'Weiß.csv', imported_at = now() - interval '1 day'`.execute(db)
  await sql`update audit_aside set said = 'Weiß schrieb später', at = now() + interval '1 second'`.execute(owner.db)
  t.match(await eraseAgain(db, config.dataDir), { texts: 1 })
  t.strictSame(await whereStands(db, 'Weiß'), ['public.audit_aside'])
})
