import { sql } from 'kysely'
import t from 'tap'
import { setScope } from '../../../../server/store/scopes.ts'
import { testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const form = '/intern/erhebungen/umfrage-1/teilnehmende/117019/fragebogen'

t.test('the office sees a form as the Kommune does, can change nothing, and the Kommune is told', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'feldbuero')
  const visitor = await signIn(test, account)
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })
  await respondent.autosave('zielgruppe', { zp_f_gesamt: 'viele' })
  await respondent.submit()
  const before = await respondent.get(respondent.home)
  t.notMatch(before.words, /hat die erhebende Stelle/)

  const hub = await visitor.get(form)
  t.equal(hub.status, 200)
  t.match(hub.words, /wie ihn Eislingen\/Fils sieht\. Ändern können Sie nichts/)
  t.match(hub.words, /(\d+) von (\d+) Feldern ausgefüllt/.exec(before.words)?.[0])
  t.notMatch(hub.words, /Frist ist abgelaufen|Weitere Kommune hinzufügen/)

  const seen = new Set<string>([form])
  const queue = [...linksOf(hub.text)]
  for (let href = queue.shift(); href !== undefined; href = queue.shift()) {
    if (seen.has(href)) continue
    seen.add(href)
    const answer = await visitor.get(href)
    t.equal(answer.status, 200, href)
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue
    t.notMatch(answer.text, /<(?:input|textarea|select)[^>]* name="(?!_csrf")/, `${href} has nothing to type into`)
    t.notMatch(answer.text, /action="(?!\/intern\/abmelden)/, `${href} sends nothing`)
    t.notMatch(answer.text, /href="\/erhebung\//, `${href} does not lead into the form itself`)
    t.notMatch(answer.text, 'abgelaufen')
    queue.push(...linksOf(answer.text))
  }
  t.ok(seen.size > 8, `${seen.size} pages`)
  const section = await visitor.get(`${form}/abschnitt/zielgruppe`)
  t.match(section.words, /120/)

  for (const page of ['', '/abschnitt/zielgruppe', '/pruefen', '/aufbewahrt', '/angemeldet'])
    t.ok([404, 405].includes((await visitor.post(form + page, { zp_gesamt: '7', _rev: '9' })).status), `POST ${page}`)
  const kept = await sql<{ value: string }>`select value from draft_value
    where participant_id = ${test.participants.get('117019')} and field = 'zp_gesamt'`.execute(test.db)
  t.strictSame(kept.rows, [{ value: '120' }])

  t.match(
    (await respondent.get(respondent.home)).words,
    /Am \d\d\.\d\d\.\d{4} hat die erhebende Stelle Ihren Fragebogen angesehen/,
  )
  const { rows } = await sql<{
    account: number
  }>`select account_id as account from audit where action = 'form_seen'`.execute(test.db)
  t.ok(rows.length >= seen.size && rows.every((row) => row.account === account.id), 'each page stands in the log')
  const one = await visitor.get('/intern/erhebungen/umfrage-1/teilnehmende/117019')
  t.equal(one.words.match(/Fragebogen angesehen/g)?.length, 1, 'in its history once a day')

  await sql`update wave set state = 'closed', closed_at = now()`.execute(test.db)
  for (const page of ['', '/pruefen', '/abschnitt/zielgruppe']) {
    const { words } = await visitor.get(form + page)
    t.match(words, /Frist Erhebung geschlossen .*Die Erhebung ist geschlossen\./, page)
    t.notMatch(words, /Frist endete|Frist ist abgelaufen|noch \d+ Tage/, 'its Frist is not over')
  }

  await setScope(test.db, { account: account.id, parts: [{ kind: 'unit', key: '117042' }] })
  for (const href of seen) t.equal((await visitor.get(href)).status, 404, href)
})

const linksOf = (text: string) =>
  [...text.matchAll(/href="([^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(`${form}/`))

t.test('answers are for those alone who may read them', async (t) => {
  const test = await testApp(t)
  await test.login('KM')
  for (const role of ['evaluation', 'datenschutz', 'administration'] as const) {
    const visitor = await signIn(test, await staffAccount(test, role))
    for (const page of ['', '/abschnitt/zielgruppe', '/pruefen', '/drucken', '/papier/stand', '/quittung/x'])
      t.equal((await visitor.get(form + page)).status, 403, `${role} ${page}`)
  }
  const { rows } = await sql`select from audit where action = 'form_seen'`.execute(test.db)
  t.equal(rows.length, 0, 'what was refused is no look')
  const stranger = await test.login('AB', '117042')
  t.equal((await stranger.get(form)).status, 303)
})
