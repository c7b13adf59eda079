import { sql } from 'kysely'
import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { dayFromToday } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { runCommand } from '../../../support/run-command.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const page = '/intern/erhebungen/umfrage-1/stand'
const list = '/intern/erhebungen/umfrage-1/ruecklauf'

/** The names in the list. */
const names = (text: string) => [...text.matchAll(/teilnehmende\/\d+">([^<]*)<\/a>/g)].map(([, name]) => name)

/**
 * Umfrage 1 was opened ten days ago and ends in ten. Eislingen has sent its answers today, Salach has begun and rests for eight days.
 * The wave before ran as long: one had sent after a day, another after fifteen.
 */
async function midField(test: TestApp) {
  const { db } = test
  await sql`update wave set opened_at = now() - interval '10 days', frist = ${await dayFromToday(db, 10)}, stichtag = null
    where id = 'umfrage-1'`.execute(db)
  await sql`
    with w as (
      insert into wave (id, survey, survey_version, survey_hash, frist, state, opened_at, closed_at)
      select 'davor', survey, survey_version, survey_hash, ${await dayFromToday(db, -80)}::date, 'closed',
        ${await dayFromToday(db, -100)}::timestamp at time zone 'Europe/Berlin',
        now() - interval '70 days' from wave where id = 'umfrage-1' returning id
    ), p as (
      insert into participant (wave_id, gkz, gemeinde_valid_from)
      select w.id, o.gkz, o.gemeinde_valid_from from w, participant o where o.wave_id = 'umfrage-1' returning id, unit
    )
    insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications,
      content_hash, submitted_at)
    select id, 1, unit, '1', 'x', '{}', '{}', '[]', 'x',
      now() - case unit when '117019' then interval '99 days' else interval '85 days' end
    from p where unit <> '117042'`.execute(db)
  const sender = await test.login('KM')
  await sender.get(`${sender.home}/abschnitt/zielgruppe`)
  await sender.autosave('zielgruppe', { zp_gesamt: '120' })
  await sender.submit()
  const resting = await test.login('AB', '117042')
  await resting.get(`${resting.home}/abschnitt/zielgruppe`)
  await resting.autosave('zielgruppe', { zp_gesamt: '12' })
  await sql`update draft set saved_at = now() - interval '8 days' where participant_id = ${test.participants.get('117042')}`.execute(
    db,
  )
}

async function office(test: TestApp, name = 'feldbuero') {
  const account = await staffAccount(test, 'feldbuero', name)
  return { account, visitor: await signIn(test, account) }
}

t.test('each figure is that of the list it leads to', async (t) => {
  const test = await testApp(t)
  await midField(test)
  const { visitor } = await office(test)
  const { status, text, words } = await visitor.get(page)
  t.equal(status, 200)
  t.match(words, /1 von 3 abgesendet \(33,3 %\).*2 noch nicht.*1 davon begonnen.*0 davon fertig/)
  // By hand: 1/3 has sent, as on the tenth day then; of the two missing then one sent until the Frist: 1 − 2/3 · 1/2.
  t.match(
    words,
    /sind 66,7 % zu erwarten, .* wie in der Erhebung davor \(Frist [\d.]{10}\) von diesem Tag an bis zur Frist: 50,0 %/,
  )
  t.match(words, /vor 7 Tagen hätte dieselbe Rechnung für heute 0,0 % ergeben statt 33,3 %/)
  t.match(words, /Landkreis Göppingen 3 1 33,3 %/)
  t.match(words, /5\.000 bis unter 10\.000 Einwohner 1 0 0,0 %/)
  t.match(words, /1 begonnen, nicht abgesendet und seit 7 Tagen nicht gespeichert/)
  t.match(words, /Salach 117042 \d\d\.\d\d\.\d{4} 1 von \d+ begonnen/)
  t.notMatch(words, /120/, 'no answer is shown')

  const leadsTo = async (link: RegExp) => {
    const href = link.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    t.match(href, `${list}?`)
    return names((await visitor.get(href)).text)
  }
  t.strictSame(await leadsTo(/href="([^"]*)"><strong>1<\/strong> von 3/), ['Eislingen/Fils'])
  t.strictSame(await leadsTo(/href="([^"]*)"><strong>2<\/strong> noch nicht/), ['Göppingen', 'Salach'])
  t.strictSame(await leadsTo(/href="([^"]*)">Alle im Rücklauf/), ['Salach'])
  t.strictSame(await leadsTo(/href="([^"]*kreis=117&amp;gesendet=ja)"/), ['Eislingen/Fils'])
  t.strictSame(await leadsTo(/href="([^"]*offen=[^"]*)">1</), ['Salach'])
  t.strictSame(await leadsTo(/href="([^"]*zuletzt=zielgruppe)">1</), ['Salach'])
  t.strictSame(names((await visitor.get(`${list}?offen=gibt-es-nicht`)).text), [])
  t.match((await visitor.get(`${list}?zuletzt=zielgruppe`)).words, /Zuletzt gespeicherter Abschnitt/)

  const auswahl = /ruht=[\d-]+/.exec(text)?.[0] ?? ''
  await visitor.get(`${list}?${auswahl}`)
  const act = await visitor.post(list, { aktion: 'erinnern', umfang: 'auswahl', auswahl, text: '' })
  const { words: mailing } = await visitor.get(act.location)
  t.match(mailing, /Salach \(117042\)/, 'a reminder goes to those that stand still')
  t.notMatch(mailing, /Göppingen \(117026\)/)

  t.match((await visitor.get(`${page}?tage=9`)).words, /Kein begonnener Bogen steht so lange still/)
  t.match((await visitor.get(`${page}?tage=viele`)).words, /seit 7 Tagen nicht gespeichert/)
  t.equal((await visitor.get('/intern/erhebungen/gibt-es-nicht/stand')).status, 404)
})

t.test('whoever works for some sees only those, in both waves', async (t) => {
  const test = await testApp(t)
  await midField(test)
  const { account, visitor } = await office(test)
  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117026' }] })
  const { words, text } = await visitor.get(page)
  t.match(words, /zuständig für: .*Göppingen/)
  t.match(words, /0 von 1 abgesendet/)
  t.match(words, /sind 100,0 % zu erwarten/, 'the one sent it then after this day')
  t.notMatch(text, /Salach|Eislingen/)
  await setScope(test.db, { account: account.id, parts: [{ kind: 'kreis', key: '999' }] })
  const foreign = await visitor.get(page)
  t.equal(foreign.status, 200)
  t.match(foreign.words, /0 von 0 abgesendet .*niemand ist gefragt/)
})

t.test('what nobody has opened has no curve, and what is over nothing to expect', async (t) => {
  const test = await testApp(t)
  const { visitor } = await office(test)
  t.match((await visitor.get(page)).words, /keine frühere Erhebung/)
  await sql`update wave set opened_at = null, state = 'created' where id = 'umfrage-1'`.execute(test.db)
  t.match((await visitor.get(page)).words, /noch nicht geöffnet/)
  await sql`update wave set opened_at = now() - interval '10 days', state = 'closed', closed_at = now() - interval '2 days'
    where id = 'umfrage-1'`.execute(test.db)
  const { words } = await visitor.get(page)
  t.match(words, /Wer abgesendet hat/)
  t.notMatch(words, /erwarten/)
})

t.test('how long it takes is read from the saves', async (t) => {
  const test = await testApp(t)
  await midField(test)
  const id = test.participants.get('117019')
  const { db } = test
  // By hand: 4 and 6 minutes within the section, a pause of an hour, then 2 minutes; what is saved after sending does not count.
  const work = (sender: number | undefined) =>
    sql`
    insert into draft_change (participant_id, field, rev, value, saved_at, contact)
    select s.participant_id, 'zp_gesamt', 100 + minute, '1', s.submitted_at - interval '3 hours' + make_interval(mins => minute), false
    from submission s, unnest(array[0, 4, 10, 70, 72, 181, 185]) minute where s.participant_id = ${sender}`.execute(db)
  await work(id)
  await sql`update participant set opened_at = (select submitted_at - interval '3 days' from submission where participant_id = ${id})
    where id = ${id}`.execute(db)
  await sql`insert into burden (participant_id, minutes, effort) values (${id}, 40, 2)`.execute(db)
  const { visitor } = await office(test)
  const { words } = await visitor.get(page)
  t.match(words, /vergehen im Median 3,0 Tage, bei der mittleren Hälfte 3,0 Tage bis 3,0 Tage \(1 Abgabe/)
  t.notMatch(words, /zehn Minuten/, 'not how long a single one worked')
  t.match(words, /Zum Aufwand haben sich noch keine drei geäußert/)
  for (const unit of ['117026', '117042']) {
    const other = test.participants.get(unit)
    await sql`insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications,
        content_hash) select ${other}, 1, 'Q-' || ${unit}, '1', 'x', '{}', '{}', '[]', 'x'`.execute(db)
    await work(other)
    await sql`insert into burden (participant_id, minutes) values (${other}, ${unit === '117026' ? 90 : 45})`.execute(
      db,
    )
  }
  const three = (await visitor.get(page)).words
  t.match(
    three,
    /mehr als zehn Minuten \(die neuesten Abgaben, hier 3\); für den ganzen Bogen sind es 12 \(12 bis 12\)/,
  )
  t.match(three, /dauerte das Ausfüllen im Median 45 Minuten \(3 Angaben\)/)
  t.notMatch(three, /Wie schwer es war/, 'which one alone has said')
})

t.test('the command gives the same', async (t) => {
  const test = await testApp(t)
  await midField(test)
  const given = { positionals: ['umfrage-1'] }
  const json = JSON.parse(await runCommand('wave response', { ...given, values: { json: 'yes' } }, test.url))
  t.match(json, {
    wave: 'umfrage-1',
    asked: 3,
    sent: 1,
    begun: 1,
    before: { wave: 'davor', lastDay: 20, asked: 3 },
    kreise: [{ key: '117', asked: 3, sent: 1 }],
    still: { drafts: [{ unit: '117042', filled: 1 }] },
  })
  t.ok(Math.abs(json.expected.share - 2 / 3) < 1e-9)
  t.equal(json.curve.days.at(-1).sent, 1)
  t.equal(json.before.days.at(-1).share, 2 / 3)
  t.match(
    json.sections.filter(({ saved }: { saved: number }) => saved > 0),
    [{ id: 'zielgruppe', saved: 1 }],
  )
  const words = await runCommand('wave response', { ...given, values: {} }, test.url)
  t.match(words, /1 von 3 abgesendet \(33,3 %\)[\s\S]*66,7 % zu erwarten[\s\S]*117042 Salach/)
  await t.rejects(runCommand('wave response', { ...given, values: { tage: '0' } }, test.url), /1 bis 365/)
  await t.rejects(runCommand('wave response', { positionals: ['keine'], values: {} }, test.url), /gibt es nicht/)
})
