import { sql } from 'kysely'
import t from 'tap'
import { runRetention } from '../../../../server/retention/run.ts'
import { setTerms } from '../../../../server/store/retention-terms.ts'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { kiel, operatorFile } from '../../../support/operators.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const page = '/intern/fristen'

t.test('the data protection officer sees what is due, and says what an archive took', async (t) => {
  const test = await testApp(t)
  const { db } = test
  await test.codeFor('117019')
  await sql`update wave set frist = '2020-01-31', stichtag = null`.execute(db)
  await setTerms(db, 'umfrage-1', { codes: { days: 90, archive: true }, contact: { days: null, archive: false } })
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  const reader = await signIn(test, await staffAccount(test, 'administration'))

  const shown = await officer.get(page)
  t.match(shown.words, /Zuletzt: noch nie/)
  t.match(
    shown.words,
    /Kontaktdaten für Rückfragen, Sendungen und Notizen ohne Frist keine Löschung wird keinem Archiv angeboten nichts/,
  )
  t.match(
    shown.words,
    /Zugangscodes 90 Tage .* ab 01\.05\.2020, nach der Antwort des Archivs noch nicht angeboten 1 Eintrag/,
  )
  t.match(shown.words, /Archiv hat übernommen/)
  t.notMatch((await reader.get(page)).words, /Archiv hat übernommen/, 'whoever only reads decides nothing')

  const answer = { welle: 'umfrage-1', art: 'codes', ergebnis: 'taken' }
  for (const [wrong, status] of [
    [{ ...answer, art: 'alles' }, 400],
    [{ ...answer, ergebnis: '' }, 400],
    [{ ...answer, welle: 'weg' }, 404],
    [{ ...answer, art: 'contact' }, 404],
  ] as const)
    t.equal((await officer.post(page, wrong)).status, status, JSON.stringify(wrong))
  t.match(await officer.post(page, answer), { status: 303, location: `${page}?festgehalten=1` })
  t.match((await officer.get(page)).words, /ab 01\.05\.2020 vom Archiv übernommen am/)
  t.equal((await runRetention(test))?.length, 1)
  t.match((await officer.get(page)).words, /vom Archiv übernommen am \S+ nichts/)
  const log = (await officer.get('/intern/protokoll')).words
  t.match(
    log,
    /Abgelaufene Aufbewahrung gelöscht: 1 Eintrag .*Angebot an das Archiv, umfrage-1: Zugangscodes übernommen \S+ \S+ Uhr datenschutz/,
  )
})

t.test('the record of processing tells what is configured, and what is not', async (t) => {
  const bare = await testApp(t)
  const officer = await signIn(bare, await staffAccount(bare, 'datenschutz'))
  const open = (await officer.get('/intern/verarbeitung')).words
  for (const gap of [
    'Der Betreiber ist erfunden',
    'PUBLIC_URL nennt keine https-Adresse',
    'Sicherungen sind nicht verschlüsselt',
    'Noch keine Sicherung ist geprüft',
    'noch nie gelöscht worden',
    'fehlen zwei Konten mit der Rolle Datenschutz',
    'weiß dieses Programm nicht',
  ])
    t.match(open, gap)
  t.match(open, /Datenschutz \(1 Konto\): .*Angaben zu einer Person suchen, berichtigen, einschränken und löschen/)
  t.match(open, /mitgelieferte Datenbank auf demselben Rechner/)

  const env = {
    STICHTAG_OPERATOR: operatorFile(kiel),
    DATABASE_URL: 'postgres://a:b@db.example.org/x?sslmode=verify-full',
    PUBLIC_URL: 'https://umfrage.example.org',
    TRUST_PROXY: '10.0.0.1',
    STICHTAG_BACKUP_NIGHTLY: 'on',
    STICHTAG_BACKUP_PASSPHRASE: 'ein langes Kennwort',
    SMTP_URL: 'smtps://post.example.org:465',
    MAIL_FROM: 'umfrage@uni.example.org',
  }
  const whole = await testApp(t, {}, env)
  await staffAccount(whole, 'datenschutz', 'd.zwei')
  const second = await signIn(whole, await staffAccount(whole, 'datenschutz'))
  await runRetention(whole)
  const told = (await second.get('/intern/verarbeitung')).words
  for (const gap of [
    'erfunden;',
    'Zum Betreiber fehlt',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'DATABASE_URL',
    'nicht verschlüsselt',
    'noch nie',
  ])
    t.notMatch(told, gap)
  for (const fact of [
    'Universität Beispielstadt',
    'Prof. Dr. Hein Beispiel, Präsident',
    'Artikel 6 Absatz 1 Buchstabe c DSGVO',
    'Rechenzentrum Nord, Altenholz',
    'Schweiz, auf Grund',
    'Kontaktdaten für Rückfragen, Sendungen und Notizen: 90 Tage nach dem Ende der Erhebung',
    'Verschlüsselt (https): https://umfrage.example.org',
    '10.0.0.1',
    'auf einem anderen Rechner, verschlüsselt verbunden',
    'eine Sicherung, verschlüsselt',
    'Ansprechpersonen, an die geschrieben wird Anschriften, Sendungen und Notizen des Feldbüros',
    'Über den Mailserver post.example.org, als umfrage@uni.example.org',
    'Briefe und E-Mails wann welches Schreiben wohin ging',
    'Herkunft der Anschriften Die Adressen stammen aus dem Amtsverzeichnis.',
  ])
    t.ok(told.includes(fact), fact)
})

t.test('the record of processing is told on the command line as on the page', async (t) => {
  const test = await testApp(t)
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const { stdout, code } = await stichtag(['record', 'show', '--json'], env)
  t.equal(code, 0)
  const { words } = await officer.get('/intern/verarbeitung')
  const { sections } = JSON.parse(stdout)
  t.equal(sections.length, 7)
  for (const { title, facts } of sections) t.ok(words.includes(`${title} ${facts[0].label}`), title)
  t.match(await stichtag(['record', 'show'], env), {
    stdout:
      /\nAnschriften, Schreiben, Rückfragen und Notizen\n {2}Anschriften\n {4}Behörde, .*\n {4}Zweck: zu einer Erhebung einladen/,
  })
})

t.test('the record of processing says whose the tables are, as the database has it', async (t) => {
  const test = await testApp(t)
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  const read = async () => (await officer.get('/intern/verarbeitung')).words
  t.match(await read(), 'eigenen Rolle („stichtag_app“). Sie kann keine Tabelle ändern')
  t.notMatch(await read(), 'database setup')
  await test.owner.pool.query('grant truncate on audit to stichtag_app')
  t.match(await read(), /mehr als nötig: truncate on table public\.audit\..* die aber mehr darf als nötig/)
  await test.owner.pool.query('alter table audit owner to stichtag_app')
  const owned = await read()
  t.match(owned, /„npx stichtag database setup“ trennt beides.*der Rolle „stichtag_app“, der die Tabellen gehören/)
})

t.test('respondents read how long a wave keeps their data, where it is not as usual too', async (t) => {
  const test = await testApp(t)
  const read = async () => (await (await test.login('KM')).get('/datenschutz')).words
  t.match(
    await read(),
    /Kontaktdaten für Rückfragen, Sendungen und Notizen 90 Tage nach dem Ende der Erhebung.*Gescheiterte Anmeldeversuche 15 Minuten/,
  )
  t.match(
    await read(),
    /Wenn wir Ihnen schreiben Anschriften Behörde, .*Zweck: .*Notizen was am Telefon .*Speicherdauer: 90 Tage/,
  )
  t.notMatch(await read(), /: 30 Tage nach dem Ende/)
  await setTerms(test.db, 'umfrage-1', { contact: { days: 30, archive: false } })
  t.match(
    await read(),
    /Umfrage zur Lage.* Kontaktdaten für Rückfragen, Sendungen und Notizen: 30 Tage nach dem Ende der Erhebung/,
  )
})
