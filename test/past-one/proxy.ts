import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { projectRoot } from '../../server/project-root.ts'
import { follow } from '../support/child.ts'
import { untilOpen } from '../support/letting-in.ts'
import { laender, landOf } from './country.ts'

const haproxy = '/usr/sbin/haproxy'

/**
 * HAProxy before the servers of all Länder, with the lines that operators are told to use; only addresses and files are others. `kreise`: all
 * there are.
 */
export async function startProxy(folder: string, ports: readonly number[], kreise: readonly string[]) {
  const port = await freePort(0)
  const page = await readFile(join(projectRoot, 'server', 'running', 'past-one.md'), 'utf8')
  const block = /\n {4}global\n(?: {4}.*\n)+/.exec(page)?.[0]
  if (block === undefined) throw new Error('server/running/past-one.md has no lines for HAProxy')
  const lines = block
    .replaceAll(/^ {4}/gm, '')
    .replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replaceAll('/etc/haproxy/', `${folder}/`)
    .replaceAll(/10\.0\.(\d)\.11:3000/g, (_all, server: string) => `127.0.0.1:${ports[Number(server) - 1]}`)
  await writeFile(join(folder, 'kreise.map'), mapOf(kreise.map((kreis) => [kreis, landOf(kreis).server])))
  await writeFile(join(folder, 'laender.map'), mapOf(laender.map(({ key, server }) => [hostOf(key), server])))
  const config = join(folder, 'haproxy.cfg')
  await writeFile(config, lines)
  const child = follow(spawn(haproxy, ['-db', '-f', config]))
  await Promise.race([untilOpen(port), child.ended.then(() => Promise.reject(new Error(child.output().stderr)))])
  return {
    base: `http://127.0.0.1:${port}`,
    async end() {
      child.process.kill('SIGKILL')
      await child.ended
    },
  }
}

/** The name under which people of a Land come. */
export const hostOf = (land: string) => `land-${land}.umfrage.example`

const mapOf = (lines: readonly (readonly [string, number])[]) =>
  lines.map(([key, server]) => `${key} land_${server}\n`).join('')
