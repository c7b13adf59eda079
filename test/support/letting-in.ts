import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a server takes connections on this port. */
export async function isLettingIn(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return connected
}

/** Until a server that was just started takes connections. */
export async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await isLettingIn(port)) return
    await sleep(20)
  }
  throw new Error(`nobody takes connections on port ${port}`)
}

/** Until the server has heard that it is to end, however busy the machine is. */
export async function untilClosed(port: number): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (!(await isLettingIn(port))) return
    await sleep(20)
  }
  throw new Error('the server still lets people in')
}
