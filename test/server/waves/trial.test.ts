import { sql } from 'kysely'
import t from 'tap'
import { hashAccessCode, newAccessCode } from '../../../server/domain/access-code.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { storeCodes } from '../../../server/store/access-codes.ts'
import { listResponses } from '../../../server/store/responses.ts'
import { findWave, listParticipants, listPublicWaves } from '../../../server/store/waves.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { kiel, operatorFile } from '../../support/operators.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { tableSums } from '../../support/table-sums.ts'
import { Visitor } from '../../support/visitor.ts'

t.test('a trial works like a wave, says so everywhere, counts nowhere, and leaves nothing', async (t) => {
  const test = await testApp(t, { stichtag: null }, { STICHTAG_OPERATOR: operatorFile(kiel) })
  const { db, app, keys } = test
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const real = await test.login('KM')
  await real.get(`${real.home}/abschnitt/zielgruppe`)
  await real.autosave('zielgruppe', { zp_gesamt: '120' })
  t.match((await real.submit()).location, /quittung/)
  const stateBefore = await db.selectFrom('data_state').selectAll().execute()

  const kept = async () =>
    Object.entries(await tableSums(test.pool)).filter(
      ([table]) => !/audit|^staff\.session|\.wave|\.participant$/.test(table),
    )
  const drafts = async () =>
    (await sql<{ row: string }>`select d::text as row from draft d order by 1`.execute(db)).rows
  const draftsBefore = await drafts()
  const before = await kept()
  await first.get('/intern/erhebungen/umfrage-1/ablauf')
  t.match((await first.post('/intern/erhebungen/umfrage-1/probelauf', { probe: '117999' })).status, 400)
  const begun = await first.post('/intern/erhebungen/umfrage-1/probelauf', { probe: '117019 117042' })
  t.equal(begun.location, '/intern/erhebungen/umfrage-1-probe/ablauf?probe=ja')
  const trialPage = await first.get(begun.location)
  t.match(trialPage.words, /PROBELAUF –/)
  const opened = await first.post('/intern/erhebungen/umfrage-1-probe/oeffnen', { am: '', grund: 'Probe' })
  t.equal(
    opened.location,
    '/intern/erhebungen/umfrage-1-probe/ablauf?geoeffnet=ja',
    'it reaches nobody who is really asked',
  )

  const participants = await listParticipants(db, 'umfrage-1-probe')
  const code = newAccessCode()
  await storeCodes(db, [{ participantId: participants[0]?.id ?? 0, hash: hashAccessCode(code, keys.accessCode) }])
  const visitor = new Visitor(app)
  visitor.home = '/erhebung/umfrage-1-probe/117019'
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code, kuerzel: 'PR' })
  t.match((await visitor.get(visitor.home)).words, /PROBELAUF –/)
  await visitor.get(`${visitor.home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '999' })
  const { location } = await visitor.submit()
  t.match(location, /quittung/)
  t.match((await visitor.get(location)).words, /PROBELAUF –/)
  for (const paper of [`${visitor.home}/papier/leer`, `${location.split('?')[0]}/datei`]) {
    const { rawPayload } = await app.inject({ url: paper, headers: { cookie: visitor.cookie } })
    t.match((await readPdf(rawPayload)).text, /PROBELAUF/, paper)
  }

  t.strictSame(await db.selectFrom('data_state').selectAll().execute(), stateBefore, 'it is no state of the data')
  t.strictSame(
    (await loadSurveys(db, new Forms())).map(({ wave }) => wave),
    ['umfrage-1'],
  )
  t.strictSame(
    (await listResponses(db)).map(({ id, submitted }) => [id, submitted]),
    [['umfrage-1', 1]],
  )
  t.strictSame(
    (await listPublicWaves(db)).map(({ id }) => id),
    ['umfrage-1'],
  )
  const refused = await stichtag(
    ['export', 'umfrage-1-probe', '--format', 'csv', '--out', 'x'],
    { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) },
    t.testdir({}),
  )
  t.match(refused.stderr, /ist ein Probelauf/)

  await t.rejects(
    db
      .updateTable('wave')
      .set(sql`test = false` as never)
      .where('id', '=', 'umfrage-1-probe')
      .execute(),
  )
  await t.rejects(
    sql`update wave set test = false where id = 'umfrage-1-probe'`.execute(db),
    /trial from its beginning/,
  )
  await t.rejects(sql`update wave set test = true where id = 'umfrage-1'`.execute(db), /trial from its beginning/)
  await t.rejects(sql`delete from submission`.execute(db), /append-only/, 'answers of a real wave stay')
  await t.rejects(sql`update submission set receipt = 'X'`.execute(db), /append-only/)

  const sumOf = async () =>
    sql`select p.unit, s.answers, s.receipt, s.state from submission s join participant p on p.id = s.participant_id
      where p.wave_id = 'umfrage-1'`.execute(db)
  const realBefore = (await sumOf()).rows
  await first.get('/intern/erhebungen/umfrage-1/ablauf')
  t.equal(
    (await first.post('/intern/erhebungen/umfrage-1/probelauf/beenden', {})).status,
    400,
    'a real wave is no trial',
  )
  await first.get('/intern/erhebungen/umfrage-1-probe/ablauf')
  t.equal((await first.post('/intern/erhebungen/umfrage-1-probe/probelauf/beenden', {})).status, 303)
  t.equal((await first.post('/intern/erhebungen/umfrage-1-probe/probelauf/beenden', {})).status, 303, 'a second click')
  t.strictSame((await sumOf()).rows, realBefore)
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from submission s join participant p on p.id = s.participant_id where p.wave_id like '%probe')
      + (select count(*) from draft d join participant p on p.id = d.participant_id where p.wave_id like '%probe')
      + (select count(*) from answer_change d join participant p on p.id = d.participant_id where p.wave_id like '%probe')
      + (select count(*) from access_code d join participant p on p.id = d.participant_id where p.wave_id like '%probe')
      + (select count(*) from contact.editor d join participant p on p.id = d.participant_id where p.wave_id like '%probe')
      as n`.execute(db)
  t.equal(Number(rows[0]?.n), 0)
  t.match(await findWave(db, 'umfrage-1-probe'), { state: 'closed', test: true })
  t.equal((await visitor.get(visitor.home)).status, 303, 'nobody gets in any more')
  t.match(
    (await first.post('/intern/erhebungen/umfrage-1-probe/oeffnen', { am: '', grund: 'noch einmal' })).words,
    /beendet/,
  )
  t.strictSame(await drafts(), draftsBefore)
  t.strictSame(await kept(), before, 'all else is as it was before the trial')
})
