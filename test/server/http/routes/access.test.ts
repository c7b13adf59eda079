import t from 'tap'
import { codeAdvice } from '../../../../server/domain/code-advice.ts'
import { testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

t.test('the code from the letter opens the form, however it is typed', async (t) => {
  const { app, codeFor } = await testApp(t)
  const code = await codeFor('117019')
  for (const typed of [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    ` ${code.replaceAll('0', 'O').replaceAll('1', 'l')} `,
  ]) {
    const visitor = new Visitor(app)
    await visitor.get('/zugang')
    const answer = await visitor.post('/zugang', { code: typed })
    t.equal(answer.status, 303, typed)
    t.equal(answer.location, '/erhebung/umfrage-1/117019')
  }
})

t.test('wrong, replaced and early codes get the same answer', async (t) => {
  const { app, db, replaceCode } = await testApp(t)
  const replaced = await replaceCode('117019')
  const early = await replaceCode('117019')
  const tryCode = async (code: string) => {
    const visitor = new Visitor(app)
    await visitor.get('/zugang')
    const { status, words, text } = await visitor.post('/zugang', { code })
    t.ok(text.includes(`value="${code}"`), 'what was typed stands there again')
    // Advice follows from the typed text alone, see its own test.
    t.ok(words.includes(codeAdvice(code)))
    return [status, words.replaceAll(codeAdvice(code), '')]
  }
  const wrong = await tryCode('0000-0000-0000-0000')
  t.equal(wrong[0], 422)
  t.strictSame(await tryCode(replaced), wrong)
  await db.updateTable('wave').set({ state: 'created', opened_at: null }).execute()
  t.strictSame(await tryCode(early), wrong, 'nor does a code of a wave that has not begun')
})

t.test('the database keeps no code and no token', async (t) => {
  const { db, codeFor, login } = await testApp(t)
  const code = await codeFor('117026')
  const visitor = await login('KM')
  const dump = JSON.stringify([
    await db.selectFrom('access_code').selectAll().execute(),
    await db.selectFrom('session').selectAll().execute(),
  ])
  const bytes = (text: string) => JSON.stringify(Buffer.from(text)).slice(1, -1)
  t.notOk(dump.includes(code) || dump.includes(bytes(code)))
  const token = visitor.cookie.split('=')[1] ?? ''
  t.notOk(dump.includes(token) || dump.includes(bytes(token)))
})

t.test('a login changes the token, and a logout ends the session for every copy of the cookie', async (t) => {
  const { app, codeFor } = await testApp(t)
  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  const before = visitor.cookie
  await visitor.post('/zugang', { code: await codeFor('117019') })
  const inside = visitor.cookie
  t.not(inside, before)
  await visitor.get('/erhebung/umfrage-1/117019')

  const copy = new Visitor(app)
  copy.cookie = before
  t.equal((await copy.get('/erhebung/umfrage-1/117019')).status, 303, 'the token of before is nobody')
  copy.cookie = inside
  t.equal((await copy.get('/erhebung/umfrage-1/117019')).status, 200)

  t.equal((await visitor.post('/abmelden', {})).location, '/zugang?abgemeldet=ja')
  t.match((await copy.get('/erhebung/umfrage-1/117019')).location, /^\/zugang/)
})

t.test('a session ends after an hour without a request, and after twelve in any case', async (t) => {
  const { db, login } = await testApp(t)
  const visitor = await login('KM')
  const set = async (seen: string, ends: string) => {
    const { sql } = await import('kysely')
    await sql`update session set seen_at = now() - ${seen}::interval, ends_at = now() + ${ends}::interval`.execute(db)
    return (await visitor.get('/erhebung/umfrage-1/117019')).status
  }
  t.equal(await set('59 minutes', '1 hour'), 200)
  t.equal(await set('61 minutes', '1 hour'), 303)
  t.equal(await set('0 minutes', '-1 second'), 303)
})

t.test('the script learns how long the session lasts, and that it has ended', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get('/erhebung/umfrage-1/117019')
  const alive = await visitor.post('/sitzung', {}, { accept: 'application/json' })
  t.ok(alive.json.secondsLeft > 3_500)
  await visitor.post('/abmelden', {})
  const dead = await visitor.post('/sitzung', {}, { accept: 'application/json' })
  t.equal(dead.status, 401)
})

t.test('after the login it goes on at the same place, and nowhere else', async (t) => {
  const { app, codeFor } = await testApp(t)
  const visitor = new Visitor(app)
  const asked = await visitor.get('/erhebung/umfrage-1/117019/abschnitt/sprache')
  t.equal(asked.location, '/zugang?weiter=%2Ferhebung%2Fumfrage-1%2F117019%2Fabschnitt%2Fsprache')
  await visitor.get(asked.location)
  const weiter = '/erhebung/umfrage-1/117019/abschnitt/sprache'
  t.equal((await visitor.post('/zugang', { code: await codeFor('117019'), weiter })).location, weiter)
  for (const elsewhere of ['//evil.example/erhebung', '/erhebung/umfrage-1/117026/abschnitt/sprache']) {
    const other = new Visitor(app)
    await other.get('/zugang')
    const answer = await other.post('/zugang', { code: await codeFor('117019'), weiter: elsewhere })
    t.equal(answer.location, '/erhebung/umfrage-1/117019')
  }
})

t.test('a form that is not from our page for this browser changes nothing', async (t) => {
  const { app, db, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/sprache')
  const token = visitor.csrf
  const attempts: [string, Record<string, string>, Record<string, string>][] = [
    ['no token', { _csrf: '' }, {}],
    ['a made-up token', { _csrf: 'abc-def' }, {}],
    ['from another site', { _csrf: token }, { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { _csrf: token }, { 'sec-fetch-site': 'same-site' }],
    ['with another origin', { _csrf: token }, { origin: 'https://evil.example' }],
  ]
  for (const [why, fields, headers] of attempts) {
    for (const url of [
      '/abmelden',
      '/sitzung',
      '/zugang',
      '/erhebung/umfrage-1/117019/pruefen',
      '/erhebung/umfrage-1/117019/abschnitt/sprache',
    ]) {
      const answer = await visitor.post(url, { _rev: '0', _umfang: 'felder', im_alpha: '5', ...fields }, headers)
      t.equal(answer.status, 403, `${why}: ${url}`)
      if (why.endsWith('site'))
        t.notMatch(answer.text, /im_alpha/, `${why}, nothing is offered to be sent again: ${url}`)
    }
  }
  t.strictSame(await db.selectFrom('draft_value').select('field').where('field', '=', 'im_alpha').execute(), [])
  const stranger = new Visitor(app)
  await stranger.get('/zugang')
  stranger.csrf = token
  t.equal((await stranger.post('/zugang', { code: '0000-0000-0000-0000' })).status, 403, 'a token is for one browser')
})

t.test('colleagues who open a form for the first time at the same moment are all let in', async (t) => {
  const test = await testApp(t)
  const people = await Promise.allSettled(Array.from({ length: 25 }, (_, place) => test.login(`K${place}`)))
  t.strictSame(
    people.filter(({ status }) => status === 'rejected'),
    [],
  )
  const [first] = await test.db.selectFrom('participant').select('opened_at').where('unit', '=', '117019').execute()
  t.ok(first?.opened_at)
})
