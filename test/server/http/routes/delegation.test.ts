import { sql } from 'kysely'
import t from 'tap'
import { newAccessCode } from '../../../../server/domain/access-code.ts'
import { listKeptMails } from '../../../../server/mail/mailbox.ts'
import { setWaveState } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { ask, open } from '../../../support/delegate.ts'
import type { Teardown } from '../../../support/fresh-database.ts'
import { worker } from '../../../support/mailing.ts'
import { until } from '../../../support/until.ts'
import { Visitor } from '../../../support/visitor.ts'

const home = '/erhebung/umfrage-1/117019'

/** Somebody asks a colleague for the section on language, which is held against the target group of another one. */
async function asked(t: Teardown, sections = ['sprache']) {
  const test = await testApp(t)
  const holder = await test.login('KM')
  const link = await ask(holder, 'Petra Beispiel', sections)
  return { test, holder, link, colleague: await open(test, link) }
}

t.test('a colleague fills in her sections under her name, and says that she is done', async (t) => {
  const { test, holder, colleague, link } = await asked(t)
  t.match(link, /^\/zuarbeit#(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/, 'the key stands where no browser sends it')
  t.match(colleague.home, /^\/zuarbeit\/\d+$/)
  const hub = await colleague.get(colleague.home)
  t.match(hub.words, /KM bittet Sie, für Eislingen\/Fils/)
  t.equal(hub.headers['cache-control'], 'no-store')
  await colleague.get(`${colleague.home}/abschnitt/sprache`)
  t.equal((await colleague.autosave('sprache', { im_alpha: '12' })).status, 200)
  t.equal((await colleague.save('sprache', { im_kurs_jetzt: '3', im_alpha: '12' }, 'weiter')).location, colleague.home)
  const done = await colleague.post(`${colleague.home}/erledigt`, { erledigt: 'ja' })
  t.match((await colleague.get(done.location)).words, /Als erledigt gemeldet/)

  const seen = await holder.get(home)
  t.match(seen.words, /Zuarbeit ist fertig Petra Beispiel, \d\d:\d\d Uhr: „Sprachkenntnisse“/)
  t.match(seen.words, /zuletzt Petra Beispiel/)
  t.match(
    (await holder.get(`${home}/zuarbeit`)).words,
    /Petra Beispiel .*erledigt.* 2 zuletzt unter diesem Namen gespeichert/,
  )
  await holder.post(`${home}/zuarbeit/gesehen`, {})
  t.notMatch((await holder.get(home)).words, /Zuarbeit ist fertig/)

  // Two at once.
  await holder.get(`${home}/abschnitt/sprache`)
  await colleague.get(`${colleague.home}/abschnitt/sprache`)
  await holder.autosave('sprache', { im_alpha: '20' })
  const conflict = await colleague.autosave('sprache', { im_alpha: '21' })
  t.match(conflict.json.conflicts, [{ name: 'im_alpha', mine: '21', theirs: '20', by: 'KM' }])
  t.match((await colleague.save('sprache', { im_alpha: '22' })).words, /Zwei verschiedene Eingaben.*KM/)
  const { rows } = await sql<{
    action: string
  }>`select action from audit where action like 'delegation%' order by id`.execute(test.db)
  t.strictSame(
    rows.map(({ action }) => action),
    ['delegation_made', 'delegation_opened', 'delegation_done'],
  )
  const kept = JSON.stringify([
    await test.db.selectFrom('contact.delegation').selectAll().execute(),
    await test.db.selectFrom('audit').selectAll().execute(),
  ])
  t.notOk(kept.includes(link.split('#')[1] ?? ''), 'the key is kept nowhere')
})

t.test('a second click asks nobody again', async (t) => {
  const test = await testApp(t)
  const holder = await test.login('KM')
  const links = await Promise.all(
    [1, 2, 3].map(() => ask(holder, 'Petra Beispiel', ['sprache'], { mail: 'p@stadt.de' })),
  )
  t.equal(new Set(links).size, 1)
  const count = async () => {
    const { rows } = await sql<{ links: number; mails: number }>`
      select (select count(*) from contact.delegation)::integer as links,
        (select count(*) from job where kind = 'delegation')::integer as mails`.execute(test.db)
    return rows
  }
  t.strictSame(await count(), [{ links: 1, mails: 1 }])
  await open(test, links[0] ?? '')
  t.not(await ask(holder, 'Petra Beispiel', ['sprache']), links[0], 'whoever asks for something else asks anew')
  await ask(holder, 'Petra Beispiel', ['sprache'], { mail: 'p@stadt.de' })
  t.strictSame(await count(), [{ links: 3, mails: 2 }], 'and so does who asks again after the first was opened')
})

t.test('she reaches nothing else of the form, however she asks', async (t) => {
  const { test, holder, colleague } = await asked(t)
  await holder.get(`${home}/abschnitt/zielgruppe`)
  await holder.save('zielgruppe', { zp_gesamt: '77123' })
  const own = colleague.home
  const pages = [
    '/abschnitt/zielgruppe',
    '/pruefen',
    '/drucken',
    '/papier/stand',
    '/papier/leer',
    '/zuarbeit',
    '/zustaendig',
    '/angemeldet',
    '/aufbewahrt',
    '/korrekturen',
    '/quittung/AAAA',
  ]
  for (const page of pages) t.equal((await colleague.get(own + page)).status, 404, page)
  for (const page of ['', '/abschnitt/sprache', ...pages])
    t.match((await colleague.get(home + page)).location, /^\/zugang/, `${page} of the form asks for the code`)
  t.equal((await colleague.get('/erhebung')).location, '/zugang')
  for (const page of [own, `${own}/abschnitt/sprache`, `${own}/hilfe`])
    t.notMatch((await colleague.get(page)).text, /77123|77\.123/, page)

  const stored = () =>
    sql<{ n: number }>`select count(*)::integer as n from draft_value where value in ('666', '1')`.execute(test.db)
  await colleague.get(`${own}/abschnitt/sprache`)
  const attempts = [
    await colleague.autosave('zielgruppe', { zp_gesamt: '666' }),
    await colleague.autosave('sprache', { zp_gesamt: '666' }),
    await colleague.save('sprache', { zp_gesamt: '666' }),
    await colleague.save('zielgruppe', { zp_gesamt: '666' }),
    await colleague.autosave('sprache', { 'erledigt.zielgruppe': '1' }),
    await colleague.autosave('sprache', {
      im_alpha: '666',
      _basis: JSON.stringify({ zp_gesamt: '' }),
      zp_gesamt: '666',
    }),
    await colleague.post(`${own}/pruefen`, { _rev: '0', _umfang: 'abschnitt', _aktion: 'absenden', _leer: 'ja' }),
    await colleague.post(`${home}/pruefen`, { _rev: '0', _umfang: 'abschnitt', _aktion: 'absenden', _leer: 'ja' }),
    await colleague.post(`${home}/abschnitt/sprache`, { _rev: '0', _umfang: 'felder', im_alpha: '666' }),
    await colleague.post(`${home}/zuarbeit`, { name: 'X', 'abschnitt.zielgruppe': 'ja' }),
  ]
  for (const [place, { status }] of attempts.entries())
    t.ok([400, 403, 404].includes(status), `attempt ${place}: ${status}`)
  t.equal((await stored()).rows[0]?.n, 0)
  t.equal((await test.db.selectFrom('submission').select('id').execute()).length, 0)

  // What the server writes by itself stays within her sections as well.
  await holder.get(`${home}/abschnitt/zielgruppe`)
  await holder.autosave('zielgruppe', { zp_gesamt: '77124' })
  const answer = await colleague.autosave('sprache', { im_alpha: '5' })
  t.equal(answer.status, 200)
  t.notMatch(answer.text, /7712|zp_gesamt"/)
})

t.test('what does not fit with other sections names the question there, never its number', async (t) => {
  const { holder, colleague } = await asked(t, ['zielpersonen'])
  await holder.get(`${home}/abschnitt/zielgruppe`)
  await holder.save('zielgruppe', { zp_gesamt: '77123' })
  const { home: own } = colleague
  await colleague.get(`${own}/abschnitt/zielpersonen`)
  const saved = await colleague.autosave('zielpersonen', { zp_status_duldung: '88000' })
  const found = Object.values(saved.json.findings).flat() as { message: string; reason: unknown; elsewhere?: boolean }[]
  t.match(found, [{ message: /passen nicht zu F\d+ \(„.*in einem anderen Abschnitt/, reason: null, elsewhere: true }])
  const again = await colleague.get(`${own}/abschnitt/zielpersonen`)
  t.match(again.words, /passen nicht zu F/)
  for (const { text } of [saved, again]) t.notMatch(text, /77123|77\.123/)
  t.match((await colleague.get(own)).words, /zu prüfen/)
})

t.test('strangers, other links and other forms: nobody else comes in', async (t) => {
  const { test, holder, colleague, link } = await asked(t)
  const number = Number(colleague.home.split('/')[2])
  const other = await test.login('XY', '117026')
  other.home = '/erhebung/umfrage-1/117026'
  for (const visitor of [new Visitor(test.app), holder, other])
    t.match((await visitor.get(colleague.home)).location, /^\/zuarbeit\?sitzung=beendet/)
  const second = await open(test, await ask(holder, 'Jörg Müßig', ['bildung']))
  t.equal((await second.get(second.home)).status, 200)
  t.equal((await second.get(colleague.home)).status, 303, 'one link does not open another one')
  t.equal((await colleague.get(second.home)).status, 303)
  for (const id of [0, number + 100, '1e3', '%27', '-1', '9'.repeat(40)])
    t.ok((await colleague.get(`/zuarbeit/${id}`)).status !== 200, String(id))
  await other.get(`${other.home}/zuarbeit`)
  t.equal((await other.post(`${other.home}/zuarbeit/${number}/zuruecknehmen`, {})).location, `${other.home}/zuarbeit`)
  t.equal((await colleague.get(colleague.home)).status, 200, 'another Kommune cannot take it back')

  const guesser = new Visitor(test.app)
  await guesser.get('/zuarbeit')
  const key = link.split('#')[1] ?? ''
  for (const guess of ['', 'x', newAccessCode(), `${key.slice(0, 15)}${newAccessCode().slice(15)}`])
    t.equal((await guesser.post('/zuarbeit', { schluessel: guess })).status, 422)
  t.equal((await guesser.post('/zugang', { code: key })).status, 422, 'it is no access code')
  t.equal(
    (await guesser.post('/zuarbeit', { schluessel: await test.codeFor('117019') })).status,
    422,
    'nor the other way',
  )
  for (let round = 0; round < 10; round += 1)
    await guesser.post('/zuarbeit', { schluessel: key.slice(0, 5) + newAccessCode().slice(5) })
  t.equal((await guesser.post('/zuarbeit', { schluessel: key.slice(0, 5) + newAccessCode().slice(5) })).status, 429)
  const foreign = await guesser.post('/zuarbeit', { schluessel: key, _csrf: 'x' })
  t.equal(foreign.status, 403, 'nobody is logged in by a page of others')
  t.equal((await colleague.post(`${colleague.home}/erledigt`, { erledigt: 'ja', _csrf: 'x' })).status, 403)
  const before = guesser.cookie
  t.equal((await guesser.post('/zuarbeit', { schluessel: key })).status, 303, 'the right one is let in all the same')
  t.not(guesser.cookie, before)
})

t.test('a link that was taken back: open pages say so, and keep what was typed to be seen', async (t) => {
  const { test, holder, colleague, link } = await asked(t)
  const { home: own } = colleague
  await colleague.get(`${own}/abschnitt/sprache`)
  await colleague.autosave('sprache', { im_alpha: '12' })
  const revoked = await holder.post(`${home}/zuarbeit/${own.split('/')[2]}/zuruecknehmen`, {})
  t.match((await holder.get(revoked.location)).words, /zurückgenommen und öffnet nichts mehr/)
  t.match(await colleague.autosave('sprache', { im_alpha: '13' }), {
    status: 409,
    json: { kept: false, message: /zurückgenommen.*nicht gespeichert/ },
  })
  const sent = await colleague.save('sprache', { im_alpha: '987' })
  t.match(sent, { status: 409, words: /zurückgenommen.*Was Sie zuletzt gesendet haben.* 987/ })
  t.equal((await colleague.get(own)).status, 410)
  t.equal((await colleague.get(`${own}/abschnitt/sprache`)).status, 410)
  t.match((await colleague.post('/zuarbeit', { schluessel: link.split('#')[1] ?? '' })).words, /Link gilt nicht mehr/)
  const { rows } = await sql<{ value: string }>`select value from draft_value where field = 'im_alpha'`.execute(test.db)
  t.strictSame(rows, [{ value: '12' }], 'what was saved before stays')
  t.equal((await test.db.selectFrom('parked_page').select('id').execute()).length, 0)
})

t.test('a link ends with the submission, a new code, the wave, and the session of an hour', async (t) => {
  const { test, holder, colleague } = await asked(t)
  const { home: own } = colleague
  const section = `${own}/abschnitt/sprache`
  await colleague.get(section)
  const id = test.participants.get('117019') ?? 0
  await sql`update delegation_session set seen_at = now() - interval '61 minutes'`.execute(test.db)
  t.match(await colleague.autosave('sprache', { im_alpha: '1' }), { status: 401, json: { parked: false } })
  t.match(await colleague.save('sprache', { im_alpha: '1' }), {
    status: 403,
    words: /Link aus Ihrer Nachricht/,
    text: /name="im_alpha" value="1"/,
  })
  await sql`update delegation_session set seen_at = now()`.execute(test.db)
  t.equal((await colleague.get(section)).status, 200)

  await holder.get(`${home}/pruefen`)
  const submitted = await holder.submit()
  t.match(submitted.location, /quittung/)
  t.match(await colleague.autosave('sprache', { im_alpha: '14' }), {
    status: 409,
    json: { kept: true, message: /abgesendet.*aufbewahrt/ },
  })
  t.match((await holder.get(`${home}/aufbewahrt`)).words, /Petra Beispiel.*|14/, 'the holder sees what came too late')
  const after = await open(test, await ask(holder, 'Petra Beispiel', ['sprache']))
  t.equal((await after.get(after.home)).status, 200, 'for a correction one asks anew')

  await test.replaceCode('117019')
  t.match(await after.get(after.home), { status: 410, words: /neuen Zugangscode/ })

  const again = await test.login('KM')
  const last = await open(test, await ask(again, 'Petra Beispiel', ['sprache']))
  await last.get(`${last.home}/abschnitt/sprache`)
  await setWaveState(test.db, 'umfrage-1', 'closed')
  t.match(await last.get(last.home), { status: 410, words: /Erhebung ist geschlossen/ })
  t.match(await last.save('sprache', { im_alpha: '15' }), { status: 409, words: /aufbewahrt.* 15/ })
  t.match((await again.get(`${home}/zuarbeit`)).words, /keine Angaben mehr angenommen/)
  t.notMatch((await again.get(`${home}/zuarbeit`)).text, /Link machen/)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from parked_page where participant_id = ${id}`.execute(test.db)
  t.equal(rows[0]?.n, 2)
})

t.test('who is asked by mail gets the link; faults of the form name their field', async (t) => {
  const test = await testApp(t)
  const holder = await test.login('KM')
  await holder.get(`${home}/zuarbeit`)
  const faulty = await holder.post(`${home}/zuarbeit`, {
    name: ' ',
    mail: 'a@b, c@d',
    bis: '2001-01-01',
    text: 'Bitte\u0007 bald',
  })
  t.equal(faulty.status, 422)
  t.match(faulty.words, /wen Sie bitten.*wenigstens einen Abschnitt.*keine E-Mail-Adresse.*schon vorbei/)
  t.match(faulty.text, /value="a@b, c@d"/)
  await ask(holder, 'Petra Beispiel', ['sprache'], { mail: 'p.beispiel@stadt.example', text: 'Bitte bald' })
  const job = await test.db.selectFrom('job').select(['kind', 'detail']).executeTakeFirstOrThrow()
  t.match(job, { kind: 'delegation' })
  t.notMatch(JSON.stringify(job), /stadt\.example|Beispiel/)
  const server = await worker(test)
  await until(async () => (await test.db.selectFrom('job').select('state').executeTakeFirst())?.state === 'done')
  await server.close()
  const { mails } = await listKeptMails(test.config.mail.folder, 10)
  t.match(mails, [{ to: /p\.beispiel@stadt\.example/, subject: /Bitte um Zuarbeit/ }])
  const told = mails[0]?.text ?? ''
  t.match(told, /Guten Tag Petra Beispiel,.*Eislingen.*- Sprachkenntnisse.*Bitte bald.*\/zuarbeit#[0-9A-Z-]{19}\n/s)
  const colleague = await open(test, /\/zuarbeit#[0-9A-Z-]{19}/.exec(told)?.[0] ?? '')
  t.match((await colleague.get(colleague.home)).words, /KM bittet Sie.*Bitte bald/)
  t.match((await holder.get(`${home}/zuarbeit`)).words, /p\.beispiel@stadt\.example: E-Mail gesendet/)
  for (let round = 0; round < 9; round += 1) await ask(holder, `N ${round}`, ['sprache'])
  const flood = await holder.post(`${home}/zuarbeit`, { name: 'Noch jemand', 'abschnitt.sprache': 'ja' })
  t.match(flood, { status: 422, words: /viele Bitten in kurzer Zeit/ })
})

t.test('who is not responsible says who is: a note for the office', async (t) => {
  const test = await testApp(t)
  const holder = await test.login('KM')
  t.match((await holder.get(home)).text, /href="[^"]*\/zustaendig"/)
  const page = await holder.get(`${home}/zustaendig`)
  t.match(page.text, /href="mailto:\?subject=Fragebogen%20/)
  t.match(await holder.post(`${home}/zustaendig`, { wer: '', bemerkung: 'bleibt' }), {
    status: 422,
    text: /bleibt<\/textarea>/,
  })
  const written = { wer: 'Landratsamt', erreichbar: '07161 1', bemerkung: 'seit Mai' }
  const said = await holder.post(`${home}/zustaendig`, written)
  t.equal((await holder.post(`${home}/zustaendig`, written)).location, said.location, 'a second click says nothing new')
  t.match((await holder.get(said.location)).words, /hat Ihren Hinweis/)
  const notes = await test.db.selectFrom('contact.field_note').select(['text', 'kind', 'account_id']).execute()
  t.strictSame(notes, [
    {
      text: 'Im Fragebogen wurde angegeben, wer zuständig ist: Landratsamt\n07161 1\nseit Mai',
      kind: 'other',
      account_id: null,
    },
  ])
})
