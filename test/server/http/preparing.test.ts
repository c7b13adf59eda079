import t from 'tap'
import { buildApp } from '../../../server/http/app.ts'
import { testApp } from '../../support/app.ts'

t.test('while answers are missing, staff are told so and the page looks again; forms do not wait', async (t) => {
  const context = await testApp(t)
  let missing: string | undefined = 'Fertig sind 3 von 5 Erhebungen.'
  const app = await buildApp(context, false, undefined, { missing: () => missing })
  t.teardown(() => app.close())

  for (const url of ['/intern', '/intern/auswertung', '/intern/anmelden', '/intern?a=b']) {
    const page = await app.inject(url)
    t.equal(page.statusCode, 503, url)
    t.match(page.headers, { 'retry-after': '2', refresh: '2', 'cache-control': 'no-store' })
    t.match(page.headers['content-security-policy'], /default-src 'none'/)
    t.match(page.body, /<h1>Die Demowelt wird eingerichtet<\/h1>.*Fertig sind 3 von 5 Erhebungen\./s)
  }
  const asked = await app.inject({ url: '/intern', headers: { accept: 'application/json' } })
  t.strictSame([asked.statusCode, asked.json()], [503, { error: 'preparing', message: missing }])
  for (const url of ['/', '/zugang', '/hilfe']) t.equal((await app.inject(url)).statusCode, 200, url)

  missing = undefined
  t.match(await app.inject('/intern'), { statusCode: 303, headers: { location: /^\/intern\/anmelden/ } })
})
