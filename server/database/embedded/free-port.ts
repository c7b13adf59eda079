import { createServer } from 'node:net'

/** The wanted port if nobody listens on it, else one that the system chooses; 0 wants any. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await freePort(0))
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (port === 0 ? reject(error) : resolve(undefined)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const got = typeof address === 'object' && address !== null ? address.port : undefined
      server.close(() => resolve(got))
    })
  })
}
