import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import t from 'tap'
import { freePort } from '../../../../server/database/embedded/free-port.ts'

t.test('a port is none that a connection of anybody may hold by chance', async (t) => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort(0)))
  t.ok(ports.every((port) => port >= 1_024 && port < 32_768))
})

t.test('the wanted port is given unless it is in use, be it by the near end of a connection', async (t) => {
  const wanted = await freePort(0)
  t.equal(await freePort(wanted), wanted)
  const server = createServer().listen(wanted, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  t.not(await freePort(wanted), wanted)
  const connection = connect(wanted, '127.0.0.1')
  t.teardown(() => connection.destroy())
  await once(connection, 'connect')
  const held = connection.localPort ?? 0
  t.not(await freePort(held), held)
})
