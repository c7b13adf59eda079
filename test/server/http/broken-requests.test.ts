import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { buildApp } from '../../../server/http/app.ts'
import { testApp } from '../../support/app.ts'

/** The application as it stands, but for its patience. */
async function impatient(t: Test) {
  const test = await testApp(t)
  const patience = { head: 400, body: 400, file: 5_000, silence: 3_000, betweenLooks: 100 }
  const app = await buildApp(test, false, undefined, { patient: patience })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  /** What comes back where these are sent, one after the other, each with a pause after it. */
  const send = async (...parts: string[]) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const answer = text(socket.on('error', () => undefined)).catch(() => '')
    for (const part of parts) {
      if (socket.writable) socket.write(part)
      if (parts.length > 1) await new Promise((resolve) => setTimeout(resolve, 150))
    }
    return answer
  }
  return { test, app, send }
}

function isOurs(t: Test, answer: string, status: number, heading: string): void {
  t.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), heading)
  t.match(answer, /content-security-policy: default-src 'none'/i)
  t.match(answer, /x-content-type-options: nosniff/i)
  t.match(answer, /x-frame-options: DENY/i)
  t.match(answer, /content-type: text\/html; charset=utf-8/i)
  t.match(answer, /cache-control: no-store/i)
  t.match(answer, /connection: close/i)
  t.match(answer, new RegExp(`<html lang="de".*<h1>${heading}</h1>.*</html>\\s*$`, 's'))
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  t.equal(Number(/content-length: (\d+)/i.exec(head)?.[1]), Buffer.byteLength(body))
}

const form = 'Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n'

t.test('what never becomes a request gets a page of ours', async (t) => {
  const { send } = await impatient(t)
  const unreadable = 'Diese Anfrage lässt sich nicht lesen'
  isOurs(t, await send('WAS SOLL DAS\r\n\r\n'), 400, unreadable)
  isOurs(t, await send('ERFUNDEN / HTTP/1.1\r\nHost: x\r\n\r\n'), 400, unreadable)
  isOurs(t, await send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'), 400, unreadable)
  isOurs(t, await send('GET /hilfe HTTP/1.1\r\nHost: x\r\nContent-Length: viel\r\n\r\n'), 400, unreadable)
  const many = `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`
  isOurs(t, await send(many), 431, 'Ihr Browser schickt zu viele Angaben mit')
  const address = `GET /${'a/'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\n\r\n`
  isOurs(t, await send(address), 431, 'Ihr Browser schickt zu viele Angaben mit')
})

t.test('whoever lets head or body drip is answered and ended', async (t) => {
  const { send, app } = await impatient(t)
  const slow = 'Die Anfrage kam nicht vollständig an'
  const drip = (beginning: string, drop = 'a=1&') => send(beginning, ...Array.from({ length: 12 }, () => drop))
  const post = (address: string) => drip(`POST ${address} HTTP/1.1\r\n${form}`)
  const bodies = ['/zugang', '/erhebung/umfrage-1/117019/abschnitt/sprache', '/intern/anmelden'].map(post)
  for (const answer of await Promise.all([drip('GET / HTTP/1.1\r\n', 'X-A: b\r\n'), ...bodies]))
    isOurs(t, answer, 408, slow)
  const file = form.replace('application/x-www-form-urlencoded', 'multipart/form-data; boundary=x')
  const uploaded = drip(`POST /intern/verwaltungsdaten/hochladen HTTP/1.1\r\n${file}`, '--x')
  const early = ['/gibt-es-nicht', '/intern/verwaltungsdaten/hochladen', '/intern/abmelden'].map(post)
  t.equal((await app.inject('/hilfe')).statusCode, 200)
  t.match(await uploaded, /^HTTP\/1\.1 303 /)
  for (const answer of await Promise.all(early))
    t.match(answer, /^HTTP\/1\.1 (404|303|403|408) .*default-src 'none'/s, 'it is answered, then ended')
  const count = await new Promise((resolve) => app.server.getConnections((_error, number) => resolve(number)))
  t.equal(count, 0, 'no connection is held')
})

t.test('nothing is written into the middle of an answer, and after one there is a page', async (t) => {
  const { send } = await impatient(t)
  const page = 'GET /hilfe HTTP/1.1\r\nHost: x\r\n\r\n'
  const both = await send(page, 'WAS SOLL DAS\r\n\r\n')
  t.match(both, /^HTTP\/1\.1 200 /)
  isOurs(t, both.slice(both.indexOf('HTTP/1.1 400')), 400, 'Diese Anfrage lässt sich nicht lesen')
  const atOnce = await send(`${page}WAS SOLL DAS\r\n\r\n`)
  t.equal(atOnce.split('HTTP/1.1 ').length, 2, 'one answer')
})

t.test('a wish that nobody knows is left unheard', async (t) => {
  const { send } = await impatient(t)
  const answer = await send('GET /hilfe HTTP/1.1\r\nHost: x\r\nExpect: wunder\r\nConnection: close\r\n\r\n')
  t.match(answer, /^HTTP\/1\.1 200 .*<h1>Hilfe<\/h1>/s)
})

t.test('an address with a very long name in it gets a page, or data where a script asks', async (t) => {
  const { app } = await impatient(t)
  for (const length of [101, 200, 10_000]) {
    const long = 'a'.repeat(length)
    for (const url of [`/erhebung/${long}`, `/erhebung/umfrage-1/${long}`, `/intern/erhebungen/${long}`, `/${long}`]) {
      const answer = await app.inject(url)
      t.match(answer, { statusCode: 400, headers: { 'cache-control': 'no-store' } }, url.slice(0, 40))
      t.match(answer.headers['content-security-policy'], /default-src 'none'/)
      t.match(answer.body, /<h1>Diese Adresse lässt sich nicht lesen<\/h1>/)
    }
    const data = await app.inject({ url: `/erhebung/${long}`, headers: { accept: 'application/json' } })
    t.match(data.json(), { error: 'badAddress' })
  }
  t.equal((await app.inject(`/${'ä'.repeat(100)}`)).statusCode, 404, 'of hundred characters, it is unknown')
  t.equal((await app.inject(`/zugang?weiter=/${'a'.repeat(1_000)}`)).statusCode, 200)
})
