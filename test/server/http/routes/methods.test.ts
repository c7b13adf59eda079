import t from 'tap'
import { testApp } from '../../../support/app.ts'

const others = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

t.test('what no page is asked for is refused, with the methods that it takes', async (t) => {
  const { app, login } = await testApp(t)
  const { cookie } = await login('KM')
  const pages: [url: string, allow: string][] = [
    ['/', 'GET, HEAD'],
    ['/hilfe/', 'GET, HEAD'],
    ['/zugang?weiter=/erhebung', 'GET, HEAD, POST'],
    ['/abmelden', 'POST'],
    ['/erhebung/umfrage-1/117019', 'GET, HEAD'],
    ['/erhebung/umfrage-1/117019/abschnitt/sprache', 'GET, HEAD, POST'],
    ['/intern/konten', 'GET, HEAD, POST'],
    ['/assets/main.css', 'GET, HEAD'],
    ['/healthz', 'GET, HEAD'],
  ]
  for (const [url, allow] of pages)
    for (const method of others)
      for (const headers of [{}, { cookie }, { cookie, 'content-type': 'text/xml' }]) {
        const answer = await app.inject({ method, url, headers, payload: '<a/>' })
        t.match(answer, { statusCode: 405, headers: { allow, 'cache-control': 'no-store' } }, `${method} ${url}`)
        t.match(answer.headers['content-security-policy'], /default-src 'none'/)
        t.match(answer.body, /<h1>So lässt sich diese Seite nicht aufrufen<\/h1>/)
      }
  const answer = await app.inject({ method: 'PUT', url: '/zugang', headers: { accept: 'application/json' } })
  t.match(answer, { statusCode: 405, headers: { allow: 'GET, HEAD, POST' } })
  t.match(answer.json(), { error: 'wrongMethod' })
})

t.test('a form is sent only to where there is one', async (t) => {
  const { app } = await testApp(t)
  t.match(await app.inject({ method: 'POST', url: '/hilfe' }), { statusCode: 405, headers: { allow: 'GET, HEAD' } })
  t.equal((await app.inject({ method: 'POST', url: '/zugang' })).statusCode, 403, 'a foreign form, to a page with one')
})

t.test('an unknown address is unknown by any method', async (t) => {
  const { app } = await testApp(t)
  for (const method of ['GET', 'HEAD', 'POST', ...others] as const)
    for (const url of ['/gibt-es-nicht', '/erhebung/umfrage-1/117019/gibt-es-nicht', '/intern/gibt-es-nicht']) {
      const { statusCode, headers } = await app.inject({ method, url })
      t.equal(statusCode, 404, `${method} ${url}`)
      t.equal(headers.allow, undefined)
    }
})
