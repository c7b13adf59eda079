import { existsSync } from 'node:fs'
import { run } from '../../server/database/embedded/run.ts'

const packages = 'postgresql-15 patroni etcd-server python3-etcd haproxy iproute2 util-linux'
const programs = [
  '/usr/lib/postgresql/15/bin/postgres',
  '/usr/bin/patroni',
  '/usr/bin/etcd',
  '/usr/sbin/haproxy',
  '/usr/bin/unshare',
  '/usr/bin/nsenter',
  '/usr/bin/setpriv',
]

/** Why it cannot be tried here, or ''. */
export async function lacks(): Promise<string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'It needs Linux, and root, who alone may make networks.'
  const missing = programs.filter((path) => !existsSync(path))
  const modules = await run('/usr/bin/python3', ['-c', 'import etcd, psycopg2']).catch(() => ({ code: 1 }))
  if (missing.length > 0 || modules.code !== 0)
    return `Missing: ${[...missing, ...(modules.code === 0 ? [] : ['python3-etcd, python3-psycopg2'])].join(', ')}. On Debian 12: apt-get install --no-install-recommends ${packages}; systemctl disable --now patroni etcd`
  const { code, output } = await run('unshare', [
    '--net',
    '--mount',
    '--pid',
    '--fork',
    '--mount-proc',
    'ip',
    'link',
    'add',
    'br0',
    'type',
    'bridge',
  ])
  return code === 0 ? '' : `Here no network can be made: ${output}`
}
