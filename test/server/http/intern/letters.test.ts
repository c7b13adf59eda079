import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Writable } from 'node:stream'
import t from 'tap'
import { createLogger } from '../../../../server/boot/logger.ts'
import { buildApp } from '../../../../server/http/app.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { addAddresses, readLetters } from '../../../support/letters.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'
import { whereStands } from '../../../support/where-stands.ts'

const href = '/intern/erhebungen/umfrage-1/einladungen'
const code = /[0-9A-HJKMNP-TV-Z]{4}(?: – [0-9A-HJKMNP-TV-Z]{4}){3}/

async function start(t: Parameters<typeof testApp>[0]) {
  const test = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  await addAddresses(test.db, [
    ['117026', 'Stadt Göppingen', '73033', 'Göppingen'],
    ['117042', 'Gemeinde Salach', '73084', 'Salach'],
  ])
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero'))
  return { test, clerk }
}

async function enters(test: TestApp, code: string | undefined): Promise<boolean> {
  const visitor = new Visitor(test.app)
  await visitor.get('/zugang')
  return (await visitor.post('/zugang', { code: code ?? '' })).status === 303
}

/** A file as bytes; with a form it is sent for. */
async function download({ app, cookie, csrf }: Visitor, url: string, method: 'GET' | 'POST') {
  const { statusCode, rawPayload } = await app.inject({
    method,
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    ...(method === 'POST' ? { payload: new URLSearchParams({ _csrf: csrf }).toString() } : {}),
  })
  if (statusCode !== 200) throw new Error(`no file: ${statusCode}`)
  return rawPayload
}

async function lettersOf(clerk: Visitor, issue: string) {
  await clerk.get(issue)
  const pages = await readLetters(await download(clerk, `${issue}/datei`, 'POST'))
  return pages.flatMap(({ text }) => code.exec(text)?.[0].replaceAll(' – ', '-') ?? [])
}

t.test(
  'letters from the browser: a page says what ends, a broken download costs nothing, a confirmation begins',
  async (t) => {
    const { test, clerk } = await start(t)
    const before = await readdir(tmpdir())
    const old = await test.codeFor('117026')
    t.match((await clerk.get(href)).words, /Mit gültigem Zugangscode 1 von 3.*Ohne Zugangscode sind noch 2/)
    const none = await clerk.post(href, { liste: '117026 999999', neu: 'ja' })
    t.equal(none.status, 422)
    t.match(none.words, /„999999“ nimmt an dieser Erhebung nicht teil/)
    const { location: issue } = await clerk.post(href, { neu: 'ja' })
    t.match(
      (await clerk.get(issue)).words,
      /endet ein bisheriger Zugangscode.*Eislingen\/Fils \(117019\)|Eislingen\/Fils \(117019\).*endet ein bisheriger/,
    )
    const early = await clerk.post(`${issue}/bestaetigung`, { datei: '1' })
    t.equal(early.status, 409, 'nothing can be confirmed before there is a file')
    const lost = await lettersOf(clerk, issue)
    const codes = await lettersOf(clerk, issue)
    t.equal(codes.length, 2)
    t.ok(await enters(test, old), 'the former code works on')
    const mistaken = await clerk.post(`${issue}/bestaetigung`, { datei: '1' })
    t.match(mistaken.words, /Zuletzt heruntergeladen wurde einladung-umfrage-1-ausgabe-1-2\.pdf/)
    t.equal((await clerk.post(`${issue}/bestaetigung`, { datei: '2' })).status, 303)
    t.notOk(await enters(test, old))
    t.notOk(await enters(test, lost[0]))
    t.ok(await enters(test, codes[0]))
    t.equal((await clerk.post(`${issue}/bestaetigung`, { datei: '2' })).status, 409, 'a second click changes nothing')
    t.equal((await clerk.post(`${issue}/datei`, {})).status, 409, 'and no other file comes of it')
    t.match((await clerk.get(href)).words, /Bisherige Ausgaben.*feldbuero.*2 gilt seit/)
    for (const told of [...lost, ...codes, old])
      for (const text of [told, told.replaceAll('-', '')])
        t.strictSame(await whereStands(test.db, text), [], 'no code is kept')
    t.strictSame(
      await readdir(tmpdir()).then((now) =>
        now.filter((name) => !before.includes(name) && /letter|brief|typst/i.test(name)),
      ),
      [],
    )
  },
)

t.test('a preview shows a code that can never be one', async (t) => {
  const { test, clerk } = await start(t)
  const [page] = await readLetters(await download(clerk, `${href}/vorschau/einladung`, 'GET'))
  t.match(page?.text, /MUST – ERCO/)
  t.match(page?.text, /MUSTER/)
  t.match(page?.qr, /#MUST-ERCO/)
  t.notOk(await enters(test, 'MUST-ERCO-DEXX-XXXX'))
  t.equal((await clerk.get(`${href}/vorschau/anderes`)).status, 404)
})

t.test('a lost code: found by name, told once, and never ended by a second click', async (t) => {
  const { test, clerk } = await start(t)
  const visitor = await test.login('KM', '117026')
  for (const typed of ['Göpp', 'goepp', 'GOPPIN', '11702'])
    t.match((await clerk.get(`${href}/neuer-code?suche=${encodeURIComponent(typed)}`)).words, /Göppingen 117026/, typed)
  t.match((await clerk.get(`${href}/neuer-code?suche=Entenhausen`)).words, /Niemand dieses Namens/)
  const at = `${href}/neuer-code/117026`
  t.match((await clerk.get(at)).words, /gilt seit.*endet mit dem neuen.*ist jemand damit angemeldet/)
  const told = await clerk.post(at, { bisher: '1' })
  const groups = [...told.text.matchAll(/<li><code>(\w{4})<\/code>/g)].map(([, group]) => group)
  t.equal(groups.length, 4)
  t.ok(await enters(test, groups.join('-')))
  t.notOk(await enters(test, await test.codeFor('117026')))
  t.equal((await visitor.get('/erhebung/umfrage-1/117026')).status, 303, 'the session of the old code has ended')
  const again = await clerk.post(at, { bisher: '1' })
  t.equal(again.status, 409)
  t.match(again.words, /schon ein neuer Code ausgegeben/)
  t.ok(await enters(test, groups.join('-')), 'what was told goes on')
  t.strictSame(await whereStands(test.db, groups.join('-')), [])
  const sent = await test.db.selectFrom('contact.dispatch').select(['way', 'state']).execute()
  t.strictSame(sent, [{ way: 'phone', state: 'sent' }])
  const letter = await clerk.post(`${at}/brief`, {})
  t.match((await clerk.get(letter.location)).words, /Neuer Zugangscode.*Schreiben 1/)
  t.equal((await clerk.post(`${href}/neuer-code/117019/brief`, {})).status, 422, 'without an address no letter')
})

t.test('two clerks replace the same code: one code is told', async (t) => {
  const { test, clerk } = await start(t)
  await test.codeFor('117026')
  const other = await signIn(test, await staffAccount(test, 'feldbuero', 'b.zwei'))
  const at = `${href}/neuer-code/117026`
  await Promise.all([clerk.get(at), other.get(at)])
  const answers = await Promise.all([clerk.post(at, { bisher: '1' }), other.post(at, { bisher: '1' })])
  t.strictSame(answers.map(({ status }) => status).sort(), [200, 409])
})

t.test('letters that came back are noted by key, number, or the picture on them', async (t) => {
  const { test, clerk } = await start(t)
  const { location: issue } = await clerk.post(href, {})
  const codes = await lettersOf(clerk, issue)
  await clerk.post(`${issue}/bestaetigung`, { datei: '1' })
  const wrong = await clerk.post(`${href}/zurueck`, { zurueck: '117026\n999999' })
  t.equal(wrong.status, 422)
  t.match(wrong.words, /Zeile 2: „999999“ nimmt/)
  const states = () => test.db.selectFrom('contact.dispatch').select('state').orderBy('participant_id').execute()
  t.strictSame(await states(), [{ state: 'sent' }, { state: 'sent' }], 'nothing by halves')
  const both = await clerk.post(`${href}/zurueck`, { zurueck: `117026\r\nhttps://stichtag.example/zugang#${codes[1]}` })
  t.equal(both.status, 303, both.words)
  t.strictSame(await states(), [{ state: 'returned' }, { state: 'returned' }])
  t.equal((await clerk.post(`${href}/zurueck`, { zurueck: '117026' })).status, 422, 'once')
})

t.test('an account for a Kreis makes letters for it alone', async (t) => {
  const { test, clerk } = await start(t)
  const { location: all } = await clerk.post(href, {})
  const account = await staffAccount(test, 'feldbuero', 'b.kreis')
  await test.db.insertInto('staff.scope').values({ account_id: account.id, kind: 'unit', key: '117026' }).execute()
  const scoped = await signIn(test, account)
  t.match((await scoped.get(href)).words, /Mit Anschrift 1 von 1/)
  t.equal((await scoped.get(all)).status, 404)
  t.equal((await scoped.post(`${all}/datei`, {})).status, 404)
  t.equal((await scoped.post(`${all}/verwerfen`, {})).status, 404)
  t.equal((await scoped.get(`${href}/neuer-code/117042`)).status, 404)
  t.equal((await scoped.post(`${href}/neuer-code/117042`, { bisher: '0' })).status, 404)
  t.equal((await scoped.post(`${href}/zurueck`, { zurueck: '117042' })).status, 422)
})

t.test('no code reaches the log of the server', async (t) => {
  const { test } = await start(t)
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const app = await buildApp(test, createLogger('trace', sink))
  t.teardown(() => app.close())
  const clerk = await signIn(test, await staffAccount(test, 'feldbuero', 'b.log'), app)
  const { location: issue } = await clerk.post(href, {})
  const codes = await lettersOf(clerk, issue)
  await clerk.post(`${issue}/bestaetigung`, { datei: '1' })
  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  await visitor.post('/zugang', { code: codes[0] ?? '' })
  t.ok(lines.length > 3, 'it logs')
  t.ok(codes.length > 0)
  for (const told of codes) t.notMatch(lines.join(''), told)
})
