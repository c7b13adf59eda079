import jsqr from 'jsqr'
import { sql } from 'kysely'
import t from 'tap'
import { newBrowserMark, readBrowserMark } from '../../../../server/domain/browser-mark.ts'
import { hashPassword } from '../../../../server/domain/password.ts'
import { totpCode } from '../../../../server/domain/totp.ts'
import { addAccount } from '../../../../server/store/staff-accounts.ts'
import { createWave } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { appCode, password, signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'

async function typePassword(test: TestApp, name: string, kennwort: string, app = test.app) {
  const visitor = new Visitor(app)
  await visitor.get('/intern/anmelden')
  const answer = await visitor.post('/intern/anmelden', { name, kennwort })
  return { visitor, answer }
}

/** A newcomer with the first password, who has come to the page with the picture. */
async function newcomer(test: TestApp) {
  const first = 'ABCD-EFGH-JKMN-PQRS'
  await addAccount(test.db, {
    name: 'neu',
    role: 'forschung',
    passwordHash: await hashPassword(first, test.keys.password),
  })
  const { visitor, answer } = await typePassword(test, 'Neu ', first)
  t.equal(answer.location, '/intern/anmelden/einrichten')
  const page = await visitor.get(answer.location)
  return { first, visitor, page, secret: fromBase32(/Tippen Sie[^:]*: ([A-Z2-7 ]+)/.exec(page.words)?.[1] ?? '') }
}

async function logOut(visitor: Visitor): Promise<void> {
  await visitor.get('/intern/konto')
  await visitor.post('/intern/abmelden', {})
}

/** As if there had been so many tries of everything that is counted. */
const fill = (test: TestApp, count: number) => test.db.updateTable('attempt').set({ count }).execute()

t.test('the first login: second factor, recovery codes, a password of their own', async (t) => {
  const test = await testApp(t)
  const { first, visitor, page, secret } = await newcomer(test)
  const address = readPicture(page.text)
  t.match(
    address,
    /^otpauth:\/\/totp\/Stichtag:neu\?issuer=Stichtag&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
  )
  t.equal(new URL(address).searchParams.get('secret'), toBase32(secret), 'the picture holds what the text says')
  t.equal(readPicture((await visitor.get('/intern/anmelden/einrichten')).text), address, 'a second look shows the same')

  t.equal((await visitor.get('/intern')).status, 303, 'the password alone lets nobody in')
  t.equal((await visitor.post('/intern/anmelden/einrichten', { code: '000000' })).status, 422)
  const done = await visitor.post('/intern/anmelden/einrichten', { code: totpCode(secret, null, new Date()) })
  t.equal(done.status, 200, done.words)
  const codes = [...done.text.matchAll(/<code>([^<]+)/g)].map(([, code = '']) => code)
  t.equal(new Set(codes).size, 8)

  t.equal(
    (await visitor.get('/intern')).location,
    '/intern/konto/kennwort',
    'somebody else has seen the first password',
  )
  await visitor.get('/intern/konto/kennwort')
  const change = (bisher: string, neu: string, wiederholung = neu) =>
    visitor.post('/intern/konto/kennwort', { bisher, neu, wiederholung })
  t.match((await change(first, 'zu kurz')).words, /mindestens 12 Zeichen/)
  t.match((await change(first, 'aaaaaaaaaaaaaa')).words, /zu wenigen verschiedenen/)
  t.match((await change(first, 'Das ist neu und lang')).words, /Anmeldenamen nicht enthalten/)
  t.match((await change(first, first)).words, /ist das bisherige/)
  t.match((await change(first, password, 'anders als zuvor')).words, /Wiederholung stimmt nicht/)
  t.match((await change('falsch', password)).words, /bisherige Kennwort stimmt nicht/)
  t.equal((await change(first, password)).location, '/intern')
  t.equal((await visitor.get('/intern')).status, 200)
  t.equal((await visitor.get('/intern/anmelden')).location, '/intern', 'who is logged in needs no login')

  const again = await typePassword(test, 'neu', password)
  t.equal(again.answer.location, '/intern/anmelden/code')
  const recovered = await again.visitor.post('/intern/anmelden/code', { code: codes[0]?.toLowerCase() ?? '' })
  t.equal(recovered.location, '/intern/konto?wiederherstellung=ja')
  t.match((await again.visitor.get(recovered.location)).words, /verbraucht.*7 Codes gelten noch/)
  const twice = await typePassword(test, 'neu', password)
  t.equal((await twice.visitor.post('/intern/anmelden/code', { code: codes[0] ?? '' })).status, 422, 'each code once')

  await again.visitor.get('/intern/konto')
  const renewed = await again.visitor.post('/intern/konto/wiederherstellung', { bisher: password })
  t.equal([...renewed.text.matchAll(/<code>/g)].length, 8)
  t.equal((await twice.visitor.post('/intern/anmelden/code', { code: codes[1] ?? '' })).status, 422, 'former codes end')
})

t.test('an unknown name and a wrong password get the same answers as a wrong code', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung')
  const answers = async (name: string, kennwort: string) => {
    const { visitor, answer } = await typePassword(test, name, kennwort)
    const page = await visitor.get(answer.location)
    const refused = await visitor.post('/intern/anmelden/code', { code: '000000' })
    return [answer.status, answer.location, page.words, refused.status, refused.words]
  }
  const known = await answers(account.name, password)
  t.strictSame(known.slice(0, 2), [303, '/intern/anmelden/code'])
  t.equal(known[3], 422)
  t.strictSame(await answers(account.name, 'ganz falsches Kennwort'), known)
  t.strictSame(await answers('niemand', password), known)
  const { visitor } = await typePassword(test, account.name, 'ganz falsches Kennwort')
  const right = await visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  t.equal(right.status, 422, 'a right code does not make up for a wrong password')
})

t.test('a code is taken once, and only in its half minute', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung')
  const code = await appCode(test, account)
  const one = await typePassword(test, account.name, password)
  const other = await typePassword(test, account.name, password)
  const tries = await Promise.all([
    one.visitor.post('/intern/anmelden/code', { code }),
    other.visitor.post('/intern/anmelden/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
  ])
  t.strictSame(tries.map(({ status }) => status).sort(), [303, 422])
  const old = totpCode(account.secret, null, new Date(Date.now() - 5 * 60_000))
  const late = await typePassword(test, account.name, password)
  t.equal((await late.visitor.post('/intern/anmelden/code', { code: old })).status, 422)
})

t.test(
  'who guesses a password uses up tries of their own: for one account from one network, on all instances',
  async (t) => {
    const test = await testApp(t, {}, { TRUST_PROXY: '127.0.0.1' })
    const [account, colleague] = [await staffAccount(test, 'forschung'), await staffAccount(test, 'feldbuero')]
    const other = await test.another()
    const known = await signIn(test, account)
    for (let round = 0; round < 12; round += 1) await signIn(test, account)
    for (let round = 0; round < 10; round += 1) {
      const { answer } = await typePassword(test, account.name, 'falsches Kennwort', round % 2 === 0 ? test.app : other)
      t.equal(answer.status, 303)
    }
    const { answer } = await typePassword(test, account.name, password, other)
    t.equal(answer.status, 429)
    t.ok(Number(answer.headers['retry-after']) > 0)
    t.match(answer.words, /zu viele Versuche/)
    t.equal((await typePassword(test, colleague.name, password)).answer.status, 303, 'others there are let in')

    const elsewhere = new Visitor(test.app)
    await elsewhere.get('/intern/anmelden')
    const typed = { name: account.name, kennwort: password }
    t.equal((await elsewhere.post('/intern/anmelden', typed, { 'x-forwarded-for': '192.0.2.1' })).status, 303)
    await logOut(known)
    await known.get('/intern/anmelden')
    t.equal((await known.post('/intern/anmelden', typed)).status, 303, 'a browser that is known is, too')
    t.equal((await known.post('/intern/anmelden/code', { code: await appCode(test, account) })).location, '/intern')
  },
)

t.test('many networks, or many names, are ended as well; a browser that is known is let in', async (t) => {
  const test = await testApp(t, {}, { TRUST_PROXY: '127.0.0.1' })
  const account = await staffAccount(test, 'forschung')
  const known = await signIn(test, account)
  await logOut(known)
  const guesser = new Visitor(test.app)
  await guesser.get('/intern/anmelden')
  const guess = async (name: string, network: number) =>
    (await guesser.post('/intern/anmelden', { name, kennwort: 'falsch' }, { 'x-forwarded-for': `192.0.2.${network}` }))
      .status
  t.equal(await guess(account.name, 1), 303)
  await fill(test, 100)
  t.equal(await guess(account.name, 2), 429, 'for one account from all networks')
  t.equal(await guess('jemand anders', 3), 303)
  await fill(test, 100)
  t.equal(await guess('noch jemand', 3), 429, 'for all accounts from one network')
  const typed = { name: account.name, kennwort: password }
  await known.get('/intern/anmelden')
  t.equal((await known.post('/intern/anmelden', typed, { 'x-forwarded-for': '192.0.2.3' })).status, 303)
  for (const forged of ['', 'x.y', `${known.cookie}x`, 'é.é']) {
    guesser.cookie = `stichtag-intern-browser=${forged}; ${guesser.cookie}`
    t.equal(await guess(account.name, 3), 429, 'a mark of their own making does not help')
  }
})

t.test('the mark of a browser is for one account, and closed to scripts', async (t) => {
  const test = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  const account = await staffAccount(test, 'forschung')
  const { visitor } = await typePassword(test, account.name, password)
  t.notMatch(visitor.cookie, /intern-browser/, 'not before the code')
  const inside = await visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  const sent = [inside.headers['set-cookie']].flat().find((one) => /intern-browser/.test(String(one)))
  t.match(
    sent,
    /^__Host-stichtag-intern-browser=[\w-]{16}\.[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  const mark = newBrowserMark(account.name, test.keys.attempt)
  t.ok(readBrowserMark(mark, 'forschung', test.keys.attempt))
  t.equal(readBrowserMark(mark, 'administration', test.keys.attempt), undefined)
  t.equal(readBrowserMark(mark, 'forschung', test.keys.csrf), undefined)
  t.notMatch(mark, /forschung/)
})

t.test('a code is guessed neither within a login nor by many; its owner is not locked out', async (t) => {
  const test = await testApp(t, {}, { TRUST_PROXY: '127.0.0.1' })
  const account = await staffAccount(test, 'forschung')
  const known = await signIn(test, account)
  await logOut(known)
  const thief = await typePassword(test, account.name, password)
  for (let round = 0; round < 10; round += 1) {
    const from = { 'x-forwarded-for': `192.0.2.${round}` }
    t.equal((await thief.visitor.post('/intern/anmelden/code', { code: '000000' }, from)).status, 422)
  }
  t.equal((await thief.visitor.post('/intern/anmelden/code', { code: '000000' })).status, 429, 'within a login')
  const again = await typePassword(test, account.name, password)
  const right = await again.visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  t.equal(right.status, 422, 'in the next one it is not guessed either')
  await known.get('/intern/anmelden')
  await known.post('/intern/anmelden', { name: account.name, kennwort: password })
  t.equal((await known.post('/intern/anmelden/code', { code: await appCode(test, account) })).location, '/intern')
})

t.test('the database keeps no password, secret, code or token that could be used', async (t) => {
  const test = await testApp(t)
  const { visitor, secret } = await newcomer(test)
  const done = await visitor.post('/intern/anmelden/einrichten', { code: totpCode(secret, null, new Date()) })
  const codes = [...done.text.matchAll(/<code>([^<]+)/g)].map(([, code = '']) => code)
  const { rows } = await sql<{ dump: string }>`
    select string_agg(r::text, '') as dump from (
      select a::text as r from staff.account a union all select c::text from staff.recovery_code c
      union all select s::text from staff.session s union all select u::text from audit u) rows`.execute(test.db)
  const dump = rows[0]?.dump ?? ''
  const token = /stichtag-intern=([\w-]{43})/.exec(visitor.cookie)?.[1] ?? 'no token'
  for (const plain of ['ABCD-EFGH-JKMN-PQRS', 'ABCDEFGHJKMNPQRS', toBase32(secret), token, ...codes]) {
    t.notOk(dump.includes(plain))
    t.notOk(dump.includes(Buffer.from(plain).toString('hex')))
  }
  t.notOk(dump.includes(secret.toString('hex')), 'the secret is sealed')
})

t.test('sessions: a new token at every step, an end for every copy, listed and ended by their owner', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung')
  const { visitor } = await typePassword(test, account.name, password)
  const between = visitor.cookie
  await visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  const inside = visitor.cookie
  t.not(inside, between)
  const copy = new Visitor(test.app)
  copy.cookie = between
  t.equal((await copy.get('/intern')).status, 303, 'the token of before is nobody')
  copy.cookie = inside
  t.equal((await copy.get('/intern')).status, 200)

  const second = await signIn(test, account)
  const page = await second.get('/intern/konto')
  const [end = ''] = [...page.text.matchAll(/action="(\/intern\/konto\/sitzungen\/\d+)"/g)].map(([, url]) => url ?? '')
  t.equal(page.text.split('/intern/konto/sitzungen/').length - 1, 1, 'one other session')
  const stranger = await signIn(test, await staffAccount(test, 'administration'))
  await stranger.get('/intern/konto')
  t.equal((await stranger.post(end, {})).location, '/intern/konto', 'nobody ends the session of another')
  t.equal((await visitor.get('/intern')).status, 200)
  t.match((await second.get((await second.post(end, {})).location)).words, /Die Sitzung ist beendet/)
  t.equal((await visitor.get('/intern')).status, 303)

  t.equal((await second.post('/intern/abmelden', {})).location, '/intern/anmelden?abgemeldet=ja')
  t.equal((await second.get('/intern')).status, 303)
})

t.test('a session ends after half an hour without a request, and after ten hours in any case', async (t) => {
  const test = await testApp(t)
  const visitor = await signIn(test, await staffAccount(test, 'forschung'))
  const set = async (seen: string, ends: string) => {
    await sql`update staff.session set seen_at = now() - ${seen}::interval, ends_at = now() + ${ends}::interval`.execute(
      test.db,
    )
    return (await visitor.get('/intern')).status
  }
  t.equal(await set('29 minutes', '1 hour'), 200)
  t.equal(await set('0 minutes', '-1 second'), 303)
  t.equal(await set('31 minutes', '1 hour'), 303)
  const { rows } = await sql<{ hours: number }>`
    select extract(epoch from max(ends_at - verified_at)) / 3600 as hours from staff.session`.execute(test.db)
  t.ok(Number(rows[0]?.hours) <= 10)
  t.equal((await visitor.get('/intern/konto', { accept: 'application/json' })).status, 401)
})

t.test('a changed password and a reset end the other sessions, and a disabled account is out at once', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung')
  const [one, other] = [await signIn(test, account), await signIn(test, account)]
  await one.get('/intern/konto/kennwort')
  const changed = await one.post('/intern/konto/kennwort', {
    bisher: password,
    neu: 'Rapunzel, lass dein Haar',
    wiederholung: 'Rapunzel, lass dein Haar',
  })
  t.equal(changed.location, '/intern/konto?kennwort=ja')
  t.equal((await one.get('/intern')).status, 200)
  t.equal((await other.get('/intern')).status, 303)
  await test.db.updateTable('staff.account').set({ disabled_at: new Date() }).execute()
  t.equal((await one.get('/intern')).status, 303)
})

t.test('accounts of the demo world show their code, and end with the first real survey', async (t) => {
  const test = await testApp(t, { synthetic: true })
  const account = await staffAccount(test, 'forschung')
  await test.db.updateTable('staff.account').set({ synthetic: true }).execute()
  const { visitor } = await typePassword(test, account.name, password)
  const shown = async () => /gerade (\d{6})/.exec((await visitor.get('/intern/anmelden/code')).words)?.[1] ?? ''
  t.equal((await visitor.post('/intern/anmelden/code', { code: await shown() })).location, '/intern')
  const second = await typePassword(test, account.name, password)
  const wrong = await typePassword(test, account.name, 'ganz falsches Kennwort')
  t.notMatch((await wrong.visitor.get('/intern/anmelden/code')).words, /Demo/, 'only who has the password sees it')
  const next = /gerade (\d{6})/.exec((await second.visitor.get('/intern/anmelden/code')).words)?.[1] ?? ''
  t.equal((await second.visitor.post('/intern/anmelden/code', { code: next })).location, '/intern', 'again at once')

  await createWave(test.db, {
    id: 'echt',
    survey: 'umfrage-1',
    surveyVersion: '1.0.0',
    surveyHash: '',
    contactFields: [],
    stichtag: null,
    frist: '2999-12-31',
    participants: ['117019'],
    unit: 'gemeinde',
    ownField: undefined,
  })
  t.equal((await visitor.get('/intern')).status, 303)
  const after = await typePassword(test, account.name, password)
  t.notMatch((await after.visitor.get('/intern/anmelden/code')).words, /Demo/)
})

t.test('after the login it goes on at the same place, and nowhere else', async (t) => {
  const test = await testApp(t)
  const account = await staffAccount(test, 'forschung')
  const enter = async (weiter: string) => {
    const visitor = new Visitor(test.app)
    await visitor.get('/intern/anmelden')
    const { location } = await visitor.post('/intern/anmelden', { name: account.name, kennwort: password, weiter })
    const page = await visitor.get(location)
    const next = /name="weiter" value="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    return (await visitor.post('/intern/anmelden/code', { code: await appCode(test, account), weiter: next })).location
  }
  const asked = await new Visitor(test.app).get('/intern/erhebungen/umfrage-1?a=1&b=2')
  t.equal(asked.location, '/intern/anmelden?weiter=%2Fintern%2Ferhebungen%2Fumfrage-1%3Fa%3D1%26b%3D2')
  t.equal(await enter('/intern/erhebungen/umfrage-1?a=1&b=2'), '/intern/erhebungen/umfrage-1?a=1&b=2')
  for (const elsewhere of ['//evil.example/intern', '/intern/../zugang', '/internet', '/intern/abmelden', '/'])
    t.equal(await enter(elsewhere), '/intern', elsewhere)
})

t.test('who works on answers keeps the forms open that the browser has', async (t) => {
  const test = await testApp(t)
  const visitor = await test.login('KM')
  await visitor.get('/intern/anmelden')
  const account = await staffAccount(test, 'forschung')
  await visitor.post('/intern/anmelden', { name: account.name, kennwort: password })
  await visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  t.equal((await visitor.get('/intern')).status, 200)
  t.equal((await visitor.get(visitor.home)).status, 200)
  await visitor.post('/intern/abmelden', {})
  t.equal((await visitor.get(visitor.home)).status, 200)
})

t.test('cookies of staff are closed to scripts, and behind https tied to the host', async (t) => {
  const test = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  const { answer } = await typePassword(test, 'niemand', 'irgendein Kennwort')
  t.match(
    String(answer.headers['set-cookie']),
    /^__Host-stichtag-intern=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(' ', '')].map((sign) => base32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)]).join('')
}

/** What a camera reads from the picture of the page. */
function readPicture(html: string): string {
  const [, size = '0', path = ''] = /viewBox="0 0 (\d+) \d+"[^>]*aria-label="QR[^>]*><path d="([^"]+)"/.exec(html) ?? []
  const [width, scale] = [Number(size), 4]
  const pixels = new Uint8ClampedArray((width * scale) ** 2 * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < Number(length) * scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * width * scale + Number(x) * scale + dx) * 4
        pixels.fill(0, at, at + 3)
      }
    }
  }
  const read = jsqr as unknown as typeof jsqr.default
  return read(pixels, width * scale, width * scale)?.data ?? ''
}
