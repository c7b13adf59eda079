import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below the ports that systems give to the near end of any connection: one of these may be in use just when a server that was killed
 * comes back to its port.
 */
const ports = { from: 15_000, below: 32_768 }
const tries = 100

/** The wanted port if nobody listens on it, else another one; 0 wants any. */
export async function freePort(wanted: number): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted))) return wanted
  for (let tried = 0; tried < tries; tried += 1) {
    const port = randomInt(ports.from, ports.below)
    if (await isFree(port)) return port
  }
  throw new Error(`Zwischen ${ports.from} und ${ports.below} ist auf diesem Rechner kein Port frei.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
