import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'

/** The files that `server/running/failover.md` tells operators to write. */
export type DocumentedFile = (typeof documentedFiles)[number]

export const documentedFiles = [
  '/etc/default/etcd',
  '/etc/patroni/config.yml',
  '/etc/haproxy/haproxy.cfg',
  '/etc/stichtag/environment',
  '/etc/systemd/system/stichtag.service',
] as const

/** The machines of the page that hold the database, and those that Stichtag runs on. */
export const nodes = { n1: '10.0.0.21', n2: '10.0.0.22', n3: '10.0.0.23' } as const
export const hosts = { a1: '10.0.0.11', a2: '10.0.0.12' } as const
export type NodeName = keyof typeof nodes
export const nodeNames = Object.keys(nodes) as NodeName[]

export type Passwords = Record<(typeof passwords)[number], string>
export const passwords = [
  'SUPERUSER_PASSWORD',
  'REPLICATION_PASSWORD',
  'APPLICATION_PASSWORD',
  'SECRET_OF_BOTH',
] as const

/** A file as it stands on the page, for the first of the machines. */
export async function documented(file: DocumentedFile): Promise<string> {
  const page = await readFile(join(projectRoot, 'server', 'running', 'failover.md'), 'utf8')
  const place = page.indexOf(`\n    # ${file}\n`)
  if (place === -1) throw new Error(`server/running/failover.md has no ${file}`)
  const [block = ''] = /^(?: {4}.*\n)+/.exec(page.slice(place + 1)) ?? []
  return block.replaceAll(/^ {4}/gm, '')
}

/** The same for another machine: a line has its own name and address, unless it names all three. */
export function ofMachine(text: string, [own, address]: readonly [string, string]): string {
  const lines = text
    .split('\n')
    .map((line) =>
      line.includes(nodes.n2)
        ? line
        : line.replaceAll(nodes.n1, address).replaceAll(hosts.a1, address).replace(/\bn1$/, own),
    )
  return lines.join('\n')
}

export function withPasswords(text: string, known: Partial<Passwords>): string {
  return Object.entries(known).reduce((filled, [word, password]) => filled.replaceAll(word, password), text)
}

/** The lines `NAME=value` of a file. */
export const settingsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))
