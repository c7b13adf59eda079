import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { testApp } from '../support/app.ts'

t.test('clients that hang up leave nothing open', async (t) => {
  const { app, pool, login } = await testApp(t)
  const visitor = await login('KM')
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/sprache')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const body = new URLSearchParams({
    _csrf: visitor.csrf,
    _rev: visitor.rev,
    _umfang: 'felder',
    im_alpha: '12',
  }).toString()
  const head = [
    'POST /erhebung/umfrage-1/117019/abschnitt/sprache HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Cookie: ${visitor.cookie}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join('\r\n')
  for (const cut of [0, 5, body.length - 1, body.length]) {
    for (let round = 0; round < 5; round += 1) {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(head + body.slice(0, cut))
      await sleep(cut === body.length ? 0 : 20)
      socket.destroy()
    }
  }
  // Once more while the handler waits for the database, however fast the machine is.
  const blocker = await pool.connect()
  await blocker.query('begin; lock table draft in share row exclusive mode')
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(head + body)
  await sleep(200)
  socket.destroy()
  await sleep(100)
  await blocker.query('commit')
  blocker.release()

  await sleep(300)
  const { rows } = await pool.query<{ open: number }>(
    "select count(*) as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  )
  t.strictSame(rows, [{ open: 0 }])
  t.equal(pool.waitingCount, 0)
  t.equal(pool.totalCount, pool.idleCount, 'every connection was given back')
  t.equal((await visitor.get('/erhebung/umfrage-1/117019')).status, 200)
})
