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
export const startProxy = (folder: string, ports: readonly number[]): Promise<Proxy> =>
  startDocumentedProxy(folder, 'server/README.md', (lines) =>
    ports.reduce((text, one, index) => text.replace(`10.0.0.1${index + 1}:3000`, `127.0.0.1:${one}`), lines),
  )

/** The same with the lines of any page; `here` puts addresses and files of this machine into them. */
export async function startDocumentedProxy(
  folder: string,
  page: string,
  here: (lines: string) => string,
): Promise<Proxy> {
  const port = await freePort(0)
  const config = join(folder, 'haproxy.cfg')
  const lines = here(await documentedLines(page))
  await writeFile(config, lines.replace('bind :8080', `bind 127.0.0.1:${port}`))
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

async function documentedLines(page: string): Promise<string> {
  const block = /\n {4}global\n(?: {4}.*\n)+/.exec(await readFile(join(projectRoot, page), 'utf8'))?.[0]
  if (block === undefined) throw new Error(`${page} has no lines for HAProxy`)
  return block.replaceAll(/^ {4}/gm, '')
}
