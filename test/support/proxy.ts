import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { projectRoot } from '../../server/project-root.ts'
import { follow } from './child.ts'
import { untilOpen } from './letting-in.ts'

export interface Proxy {
  base: string
  end(): Promise<void>
}

/** HAProxy before servers, with the lines that operators are told to use; only the addresses are others. */
export async function startProxy(folder: string, ports: readonly number[]): Promise<Proxy> {
  const port = await freePort(0)
  const config = join(folder, 'haproxy.cfg')
  await writeFile(config, await documentedLines(port, ports))
  const child = follow(spawn('/usr/sbin/haproxy', ['-db', '-f', config]))
  await Promise.race([untilOpen(port), child.ended.then(() => Promise.reject(new Error(child.output().stderr)))])
  return {
    base: `http://127.0.0.1:${port}`,
    async end() {
      child.process.kill('SIGKILL')
      await child.ended
    },
  }
}

async function documentedLines(port: number, ports: readonly number[]): Promise<string> {
  const readme = await readFile(join(projectRoot, 'server', 'README.md'), 'utf8')
  const block = /\n {4}global\n(?: {4}.*\n)+/.exec(readme)?.[0]
  if (block === undefined) throw new Error('server/README.md has no lines for HAProxy')
  const lines = block.replaceAll(/^ {4}/gm, '').replace('bind :8080', `bind 127.0.0.1:${port}`)
  return ports.reduce((text, one, index) => text.replace(`10.0.0.1${index + 1}:3000`, `127.0.0.1:${one}`), lines)
}
