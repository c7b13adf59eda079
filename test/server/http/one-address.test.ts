import t, { type Test } from 'tap'
import { proxyAdvice } from '../../../server/boot/proxy-advice.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const https = { PUBLIC_URL: 'https://stichtag.example' }
const words = /Alle Anfragen kommen bisher von einer Adresse/

async function isWarned(test: TestApp, from: Record<string, string> = {}): Promise<boolean> {
  const visitor = await signIn(test, await staffAccount(test, 'forschung', `person${Math.random()}`))
  return words.test((await visitor.get('/intern', from)).words)
}

const forwarded = (t: Test, env: Record<string, string>) => testApp(t, {}, { ...https, ...env })

t.test('behind a proxy that is not known the overview says that all come from one address', async (t) => {
  const test = await forwarded(t, {})
  await test.app.inject({ url: '/healthz', remoteAddress: '192.0.2.7' })
  t.ok(await isWarned(test), 'a monitor is no visitor')
  t.ok(await isWarned(test, { 'x-forwarded-for': '192.0.2.1' }), 'what is sent by somebody unknown is not believed')
  await test.app.inject({ url: '/hilfe', remoteAddress: '192.0.2.8' })
  t.notOk(await isWarned(test), 'as soon as there are two, there is no reason to')

  const other = await forwarded(t, { TRUST_PROXY: '192.0.2.99' })
  t.ok(await isWarned(other), 'the wrong one is named')
})

t.test('where the proxy is known, or there is none, nothing is said', async (t) => {
  const known = await forwarded(t, { TRUST_PROXY: '127.0.0.1' })
  t.notOk(await isWarned(known, { 'x-forwarded-for': '192.0.2.1' }))
  t.notOk(await isWarned(await testApp(t)))
})

t.test('the start says it as well', async (t) => {
  t.match(proxyAdvice({ secureCookies: true, trustProxy: [] }), /TRUST_PROXY fehlt.*TRUST_PROXY=127\.0\.0\.1/)
  t.equal(proxyAdvice({ secureCookies: true, trustProxy: ['10.0.0.5'] }), '')
  t.equal(proxyAdvice({ secureCookies: false, trustProxy: [] }), '')
})
