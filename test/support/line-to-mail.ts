import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Teardown } from './fresh-database.ts'

export interface Line {
  url: string
  /** All connections break, and for so long nobody can connect. */
  down(milliseconds: number): Promise<void>
  /** All connections break. */
  cut(): void
  /** The next text of a mail gets half through, and the connection breaks. */
  cutInText(): void
}

/** A line to a mail server that breaks when it is told to. */
export async function lineTo(t: Teardown, target: string): Promise<Line> {
  const { hostname, port: to } = new URL(target)
  const open = new Set<Socket>()
  let halves = false
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const listen = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer((near) => {
        const far = connect(Number(to), hostname)
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          open.add(socket)
          socket.on('error', () => undefined)
          socket.on('close', () => {
            open.delete(socket)
            other.destroy()
          })
        }
        far.pipe(near)
        near.on('data', (chunk) => {
          // Commands are short; what is long is a text.
          if (!halves || chunk.length < 400) return far.write(chunk)
          halves = false
          return far.write(chunk.subarray(0, chunk.length / 2), () => near.destroy())
        })
      })
      server.listen(port, '127.0.0.1', () => resolve(server))
    })
  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  t.teardown(async () => {
    cut()
    server.close()
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    cut,
    cutInText() {
      halves = true
    },
    async down(milliseconds) {
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      server = await listen(port)
    },
  }
}
