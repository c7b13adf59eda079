import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { exportWave } from '../../../support/export-wave.ts'
import { published } from '../../../support/published.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

/** More Kommunen for the wave, in another Kreis each time. */
async function addKommunen({ db }: TestApp, kreis: string, count: number, answered: number, day: string) {
  await sql`insert into kreis values (${kreis}, ${`Kreis${kreis}`}, 'Landkreis', 'Stuttgart', '2000-01-01', null)
    on conflict do nothing`.execute(db)
  await sql`
    with g as (
      insert into gemeinde (gkz, name, kreis, population, population_date, valid_from, valid_to)
      select ${kreis} || lpad(n::text, 3, '0'), 'K' || n, ${kreis}, 100, '2024-12-31', '2000-01-01', null
      from generate_series(1, ${count}::integer) n returning gkz
    ), p as (
      insert into participant (wave_id, gkz, gemeinde_valid_from, im_nummer)
      select 'umfrage-1', gkz, '2000-01-01', null from g returning id, gkz
    )
    insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments,
      justifications, content_hash, submitted_at)
    select id, 1, 'Q-' || gkz, '1.0.0', '', '{}', '{}', '[]', '', ${day}::timestamptz
    from p where right(gkz, 3)::integer <= ${answered}
  `.execute(db)
}

t.test('what came in by day and Kreis, without groups of fewer than three Kommunen', async (t) => {
  const test = await testApp(t)
  const visitor = await signIn(test, await staffAccount(test, 'forschung'))
  t.match((await visitor.get('/intern')).words, /weniger als 3 von 3 Kommunen/)
  t.match((await visitor.get('/intern/erhebungen/umfrage-1')).words, /Dafür sind es noch zu wenige/)

  await addKommunen(test, '211', 10, 8, '2026-03-01 12:00+01')
  await addKommunen(test, '212', 9, 6, '2026-03-02 23:30+01')
  await addKommunen(test, '213', 5, 2, '2026-03-02 12:00+01')
  t.match((await visitor.get('/intern')).words, /16 von 27 Kommunen, 59,3 %/)
  const { words, status } = await visitor.get('/intern/erhebungen/umfrage-1')
  t.equal(status, 200)
  t.match(words, /01\.03\.2026 8 .*02\.03\.2026 8/, 'days are those of Berlin')
  t.match(words, / 211 10 8 80,0 %/)
  t.match(words, / 212 9 verdeckt 213 5 verdeckt /, 'the second would else follow from the sum')
  t.match(words, /Landkreis Göppingen 3 0 /, 'nobody at all tells nothing')
  t.equal((await visitor.get('/intern/erhebungen/gibt-es-nicht')).status, 404)
})

t.test('a single small Kreis does not follow from the sum', async (t) => {
  const test = await testApp(t, { participants: [] })
  const visitor = await signIn(test, await staffAccount(test, 'evaluation'))
  await addKommunen(test, '211', 10, 8, '2026-03-01 12:00+01')
  await addKommunen(test, '212', 9, 6, '2026-03-01 12:00+01')
  await addKommunen(test, '213', 5, 2, '2026-03-01 12:00+01')
  const { words } = await visitor.get('/intern/erhebungen/umfrage-1')
  t.match(words, /16 von 24 Kommunen/)
  t.match(words, /211 10 8 .*212 9 verdeckt .*213 5 verdeckt /)
  t.notMatch(words, /Rücklauf/)
})

t.test('who works with every participant is told small numbers too, but not who works for some', async (t) => {
  const test = await testApp(t, { participants: [] })
  const account = await staffAccount(test, 'feldbuero')
  const visitor = await signIn(test, account)
  await addKommunen(test, '211', 10, 1, '2026-03-01 12:00+01')
  await addKommunen(test, '213', 5, 0, '2026-03-01 12:00+01')
  t.match((await visitor.get('/intern')).words, /1 von 15 Kommunen/)
  const { words } = await visitor.get('/intern/erhebungen/umfrage-1')
  t.match(
    words,
    /Erhebung Überblick Ablauf Einladungen Fristen Feldzeit Rücklauf Stand Anrufe Post Angaben Einlesen Papier Prüfen Rückfragen Korrekturen Texte Geändert Qualität.*Sie sehen jede Zahl.*01\.03\.2026 1 .*211 10 1 10,0.% .*213 5 0 /,
  )

  await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '213' }] })
  const some = await visitor.get('/intern/erhebungen/umfrage-1')
  t.match(some.words, /weniger als 3 von 15.*Dafür sind es noch zu wenige/)
  t.match(
    some.words,
    /Erhebung Überblick Ablauf Einladungen Fristen Feldzeit Rücklauf Stand Anrufe Post Angaben Einlesen Papier Prüfen Rückfragen Korrekturen Texte Geändert Qualität/,
  )
})

t.test('every page says that it is no publication, and is printed with it', async (t) => {
  const test = await testApp(t)
  for (const role of ['forschung', 'administration'] as const) {
    const visitor = await signIn(test, await staffAccount(test, role))
    const home = await visitor.get('/intern')
    const pages = [...home.text.matchAll(/href="(\/intern[^"]*)"/g)].map(([, href = '']) => href)
    t.ok(pages.length > 4)
    for (const page of pages) {
      const { status, words } = await visitor.get(page)
      t.equal(status, 200, page)
      t.match(words, /Arbeitsansicht, nicht zur Veröffentlichung/, page)
    }
    t.match((await visitor.get('/intern/gibt-es-nicht')).status, 404)
  }
})

t.test('a download is the file of the command, noted with who, what, filter and hash', async (t) => {
  const test = await testApp(t)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  t.equal((await respondent.submit()).status, 303)
  const instrument = await published('umfrage-1')
  const researcher = await signIn(test, await staffAccount(test, 'forschung', 'r.fuchs'))
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))

  for (const format of ['csv', 'csv-de'] as const) {
    const folder = t.testdir({})
    await exportWave(test, { wave: 'umfrage-1', instrument, format }, folder)
    for (const [datei, ending] of [
      ['antworten', ''],
      ['anmerkungen', '-anmerkungen'],
      ['codebuch', '-codebuch'],
    ] as const) {
      await researcher.get('/intern/exporte')
      const answer = await researcher.post('/intern/exporte', { erhebung: 'umfrage-1', datei, format })
      t.equal(answer.status, 200)
      t.match(answer.headers['content-type'], 'text/csv; charset=utf-8')
      t.equal(answer.headers['cache-control'], 'no-store')
      t.equal(
        answer.headers['content-disposition'],
        `attachment; filename="umfrage-1${ending}_Arbeitsansicht_nicht-zur-Veroeffentlichung.csv"`,
      )
      t.equal(answer.text, await readFile(join(folder, `umfrage-1${ending}.csv`), 'utf8'))
      const sha256 = createHash('sha256').update(answer.text).digest('hex')
      const { words } = await officer.get('/intern/protokoll?nur=downloads')
      t.match(words, new RegExp(`r\\.fuchs .*Format ${format} Filter .*SHA-256 ${sha256}`))
      t.match((await researcher.get('/intern/exporte')).words, sha256, 'the researcher finds it again')
      if (datei === 'antworten')
        t.equal(Papa.parse<Record<string, string>>(answer.text, { header: true }).data[0]?.zp_gesamt, '120')
    }
  }
  t.equal((await officer.get('/intern/exporte')).status, 403)
  t.equal((await researcher.get('/intern/protokoll')).status, 403)
  await researcher.get('/intern/exporte')
  const order = { erhebung: 'umfrage-1', datei: 'antworten', format: 'csv' }
  t.equal((await researcher.post('/intern/exporte', { ...order, datei: 'kontakt' })).status, 400)
  const rules = await researcher.post('/intern/exporte', { ...order, datei: 'pruefregeln' })
  t.match(rules.text, /\nrules:\n- expr: \|-\n/)
  const hash = createHash('sha256').update(rules.text).digest('hex')
  t.match((await officer.get('/intern/protokoll?nur=downloads')).words, hash, 'the rules are noted as any file')
  t.equal((await researcher.post('/intern/exporte', { ...order, erhebung: 'umfrage-9' })).status, 404)
  t.equal((await researcher.post('/intern/exporte', { ...order, _csrf: '' })).status, 403)
  const { rows } = await sql<{ count: number }>`select count(*) from audit where action = 'download'`.execute(test.db)
  t.equal(rows[0]?.count, 7, 'what was refused is no download')
})

t.test('the log goes back page by page, and tells attempts from commands', async (t) => {
  const test = await testApp(t)
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  const stranger = await signIn(test, await staffAccount(test, 'forschung'))
  await stranger.get('/intern/konto')
  for (let round = 0; round < 60; round += 1)
    await sql`with batch as (
        insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report)
        values (${`datei-${round}.csv`}, repeat('0', 64), ${JSON.stringify({ round })}, 'x', 'x', 'x', 'x', 0, '{}') returning id
      ) insert into audit (action, detail) select 'admindata.import', jsonb_build_object('batch', id) from batch`.execute(
      test.db,
    )
  const first = await officer.get('/intern/protokoll')
  t.match(first.words, /eingelesen: datei-59\.csv.*Befehlszeile/)
  t.notMatch(first.words, /datei-9\.csv/)
  const earlier = /href="(\/intern\/protokoll\?vor=\d+)"/.exec(first.text)?.[1] ?? ''
  const second = await officer.get(earlier)
  t.match(second.words, /datei-9\.csv.*Konto forschung angelegt, Rolle Forschung/)
  t.match((await officer.get('/intern/protokoll?vor=unsinn')).status, 200)
})
