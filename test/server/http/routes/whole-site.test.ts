import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

const policy =
  "default-src 'none';script-src 'self';style-src 'self';font-src 'self';connect-src 'self';img-src 'self' data:"
/** Pages that read what must not leave the browser ask for nothing at all. */
const countingPage = /^\/erhebung\/[^/]+\/[^/]+\/auszaehlen$/
const policyOf = (url: string) =>
  countingPage.test(url) ? policy.replace("connect-src 'self'", "connect-src 'none'") : policy

t.test('every page, found by following links, has its headers and no code within', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  const seen = new Set<string>()
  const waiting = ['/', '/erhebung', '/erhebung/umfrage-1/117019']
  while (waiting.length > 0) {
    const url = waiting.pop() ?? '/'
    if (seen.has(url)) continue
    seen.add(url)
    const { status, headers, text } = await visitor.get(url)
    if (url === '/zugang') {
      t.equal(status, 303, 'who is logged in needs no login')
      continue
    }
    t.equal(status, 200, url)
    t.ok(String(headers['content-security-policy']).startsWith(policyOf(url)), url)
    t.equal(headers['x-content-type-options'], 'nosniff')
    if (url.startsWith('/erhebung')) t.equal(headers['cache-control'], 'no-store', url)
    if (url.startsWith('/assets')) continue
    t.notMatch(text, /<script(?![^>]* src=)|<style|\sstyle="|\son[a-z]+="/, url)
    t.notMatch(
      text,
      /(?:src|action)="(?:https?:)?\/\/|<link[^>]* href="(?:https?:)?\/\//,
      `${url} loads nothing from elsewhere`,
    )
    for (const [, link = ''] of text.matchAll(/(?:href|src)="(\/[^"#?]*)/g)) waiting.push(link)
  }
  t.ok(seen.size > 18, `${seen.size} pages`)
})

t.test('an address with a slash at its end is the same page', async (t) => {
  const { login } = await testApp(t)
  const visitor = await login('KM')
  for (const url of ['/hilfe/', '/erhebung/', '/erhebung/umfrage-1/117019/'])
    t.equal((await visitor.get(url)).status, 200, url)
})

t.test('refusals have the same headers, and tell nothing of the inside', async (t) => {
  const { login, app } = await testApp(t)
  const visitor = await login('KM')
  const cases: [url: string, status: number][] = [
    ['/%', 400],
    ['/%E0%A4%A', 400],
    ['/gibt-es-nicht', 404],
    ['/assets/../server/http/app.ts', 404],
    ['/assets/%2e%2e%2fpackage.json', 404],
    ['/erhebung/umfrage-1/117019/abschnitt/gibt-es-nicht', 404],
    ['/erhebung/umfrage-1/117019/gibt-es-nicht', 404],
    ['/erhebung/umfrage-1/117019/abschnitt/__proto__', 404],
    [`/${'a'.repeat(5_000)}`, 400],
  ]
  for (const [url, status] of cases) {
    const answer = await visitor.get(url)
    t.equal(answer.status, status, url)
    t.ok(String(answer.headers['content-security-policy']).startsWith(policy), url)
    t.match(answer.headers['content-type'], /html/)
    t.notMatch(answer.text, /node_modules|\.ts:\d|Error:/)
  }
  for (const [type, payload, status] of [
    ['application/json', '{"a":', 400],
    ['text/xml', '<a/>', 400],
    ['application/x-www-form-urlencoded', `a=${'x'.repeat(600_000)}`, 413],
  ] as const) {
    const answer = await app.inject({ method: 'POST', url: '/zugang', payload, headers: { 'content-type': type } })
    t.equal(answer.statusCode, status, type)
    t.ok(String(answer.headers['content-security-policy']).startsWith(policy), type)
  }
})

t.test('pages of the form are for those who are logged in', async (t) => {
  const { app } = await testApp(t)
  const stranger = new Visitor(app)
  for (const path of ['', '/pruefen', '/drucken', '/abschnitt/sprache', '/quittung/Q-0000-0000-0000', '/aufbewahrt']) {
    const answer = await stranger.get(`/erhebung/umfrage-1/117019${path}`)
    t.equal(answer.status, 303)
    t.match(answer.location, /^\/zugang/)
    t.equal(answer.headers['cache-control'], 'no-store')
  }
})

t.test('the one cookie is closed to scripts, and behind https tied to the host', async (t) => {
  const plain = await testApp(t)
  const secure = await testApp(t, {}, { PUBLIC_URL: 'https://stichtag.example' })
  const cookieOf = async ({ app }: typeof plain) => String((await app.inject('/zugang')).headers['set-cookie'])
  t.match(await cookieOf(plain), /^stichtag=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  t.match(await cookieOf(secure), /^__Host-stichtag=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  t.equal((await plain.app.inject('/')).headers['set-cookie'], undefined, 'only who has a form gets it')
  t.match((await secure.app.inject('/')).headers['strict-transport-security'], /max-age=31536000/)
})

t.test('a forged address of the sender counts only from a trusted proxy', async (t) => {
  const { app } = await testApp(t)
  const visitor = new Visitor(app)
  await visitor.get('/zugang')
  const statuses = new Set<number>()
  for (let round = 0; round < 12; round += 1) {
    const answer = await visitor.post(
      '/zugang',
      { code: '0000-0000-0000-0000' },
      { 'x-forwarded-for': `192.0.2.${round}` },
    )
    statuses.add(answer.status)
  }
  t.ok(statuses.has(429))
})

t.test('health and readiness', async (t) => {
  const { app, pool } = await testApp(t)
  t.equal((await app.inject('/healthz')).statusCode, 200)
  t.equal((await app.inject('/readyz')).statusCode, 200)
  t.ok(pool)
})
