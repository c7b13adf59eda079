import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { startChild } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { untilClosed } from '../../support/letting-in.ts'

async function startServer(t: Parameters<typeof freshDatabase>[0], env: Record<string, string> = {}) {
  const { url: database, db } = await freshDatabase(t)
  await sql`insert into attempt values ('192.0.2.1', now() - interval '1 hour', 1)`.execute(db)
  const settings = { DATABASE_URL: database, STICHTAG_SECRET: 'x'.repeat(32), PORT: '0', ...env }
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], settings)
  t.teardown(async () => {
    child.process.kill('SIGKILL')
    await child.ended
  })
  const [address = ''] = /http:\S+/.exec(await child.line(/^Stichtag läuft/)) ?? []
  return { child, address, port: Number(new URL(address).port), settings, db }
}

t.test('a request in flight is answered, then the server ends with 0 within ten seconds', async (t) => {
  const { child, address, port } = await startServer(t)
  const idle = await fetch(`${address}/healthz`)
  t.strictSame(await idle.json(), { status: 'ok' }, 'leaves a connection that is kept alive')

  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const answer = text(socket)
  const body = 'code=0000-0000-0000-0000'
  socket.write(
    `POST /zugang HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  )
  await sleep(300)
  const told = Date.now()
  child.process.kill('SIGTERM')
  child.process.kill('SIGTERM')
  await sleep(700)
  t.strictSame(child.process.exitCode, null, 'it waits for the request')
  await untilClosed(port)
  socket.write(body.slice(5))
  t.match(await answer, /^HTTP\/1\.1 [234]\d\d .*<\/html>/s, 'a whole page')
  t.strictSame(await child.ended, 0)
  t.ok(Date.now() - told < 10_000)
  t.strictSame(child.output().stderr, 'Stichtag wird beendet …\n')
})

t.test('whoever sends while the server ends gets an answer of ours, not of the framework', async (t) => {
  const { child, port } = await startServer(t)
  const begin = async (request: string) => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(request)
    return { socket, answer: text(socket) }
  }
  const page = `GET /hilfe HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`
  const body = 'code=0000-0000-0000-0000'
  const halfSent = await begin(page)
  const scripted = await begin('POST /abmelden HTTP/1.1\r\n')
  const form = await begin(
    `POST /zugang HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
      `Content-Length: ${body.length}\r\n\r\n`,
  )
  await sleep(300)

  child.process.kill('SIGTERM')
  await untilClosed(port)
  halfSent.socket.write('\r\n')
  scripted.socket.write(`Host: 127.0.0.1:${port}\r\nAccept: application/json\r\nContent-Length: 0\r\n\r\n`)
  form.socket.write(body)

  t.match(await halfSent.answer, /^HTTP\/1\.1 200 .*<h1>Hilfe<\/h1>.*<\/html>/s, 'a page whose request was half sent')
  t.match(await scripted.answer, /^HTTP\/1\.1 403 .*"error":"foreignPost"/s, 'a script that asked for data')
  t.match(await form.answer, /^HTTP\/1\.1 403 .*<\/html>/s, 'a form that was half sent')
  for (const answer of await Promise.all([halfSent.answer, scripted.answer, form.answer])) {
    t.match(answer, /content-security-policy: default-src 'none'/i)
    t.match(answer, /x-content-type-options: nosniff/i)
    t.match(answer, /connection: close/i)
  }
  t.strictSame(await child.ended, 0)
})

t.test('a connection that the operating system has taken, but not the server yet, is answered', async (t) => {
  const { child, port } = await startServer(t)
  child.process.kill('SIGSTOP')
  const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const answers = sockets.map((socket) => text(socket))
  for (const socket of sockets) socket.write(`GET /hilfe HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  child.process.kill('SIGTERM')
  child.process.kill('SIGCONT')
  for (const answer of await Promise.all(answers)) t.match(answer, /^HTTP\/1\.1 200 .*<\/html>/s)
  t.strictSame(await child.ended, 0)
})

t.test('a request that never ends does not keep it longer than ten seconds', async (t) => {
  const { child, port } = await startServer(t)
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(`POST /zugang HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\n`)
  await sleep(300)
  const told = Date.now()
  child.process.kill('SIGINT')
  t.strictSame(await child.ended, 0)
  t.ok(Date.now() - told < 10_000)
})

t.test('a page, the log of it, a port that is taken, and what is swept at the start', async (t) => {
  const { child, address, port, settings, db } = await startServer(t)
  t.strictSame(
    await db.selectFrom('attempt').select('key').execute(),
    [],
    'who tried to log in an hour ago is forgotten',
  )
  t.match(await (await fetch(`${address}/zugang`)).text(), /Zugangscode/)
  await fetch(`${address}/hilfe?von=geheim-eins`, { headers: { 'user-agent': 'geheim-zwei' } })
  await fetch(`${address}/zugang`, { method: 'POST', body: new URLSearchParams({ code: 'geheim-drei' }) })
  await fetch(`${address}/geheim-vier`)

  const second = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], { ...settings, PORT: String(port) })
  t.strictSame(await second.ended, 1)
  t.match(second.output().stderr, new RegExp(`^Der Port ${port} auf 127.0.0.1 ist schon belegt`))

  t.strictSame(child.output().stderr, '', 'and warns of nothing')
  child.process.kill('SIGTERM')
  await child.ended
  const { stdout } = child.output()
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  t.ok(lines.some((line) => line.includes('"route":"/hilfe"')))
  t.notMatch(stdout, /geheim|127\.0\.0\.1:\d+.*remote|remoteAddress/)
})
