import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Teardown } from './fresh-database.ts'

/** A line to a database that can be cut and mended. */
export interface Wire {
  /** The address of the database by this line. */
  url: string
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function wireTo(t: Teardown, url: string): Promise<Wire> {
  const target = new URL(url)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    return socket
  }
  const server = createServer((here) => {
    const there = keep(connect(Number(target.port), target.hostname))
    keep(here).pipe(there).pipe(here)
    here.on('close', () => there.destroy())
    there.on('close', () => here.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  async function cut() {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  t.teardown(cut)
  const wired = new URL(url)
  wired.hostname = '127.0.0.1'
  wired.port = String(port)
  return { url: wired.href, cut, mend: async () => void (await once(server.listen(port, '127.0.0.1'), 'listening')) }
}
