import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { serverAccount } from '../../server/database/embedded/account.ts'
import { freePort } from '../../server/database/embedded/free-port.ts'
import { run } from '../../server/database/embedded/run.ts'
import type { Teardown } from './fresh-database.ts'
import { shelf } from './shelf.ts'

const installed = '/usr/lib/postgresql'

/** Where a program of Debian's PostgreSQL lies, of the oldest version that is installed. */
export async function programOf(name: string): Promise<string> {
  const [version] = (await readdir(installed)).sort()
  if (version === undefined) throw new Error(`no PostgreSQL in ${installed}`)
  return join(installed, version, 'bin', name)
}

/** A PostgreSQL of Debian's, which is another version than the one that we bring along, with an empty database. */
export async function debianPostgres(t: Teardown): Promise<Database & { url: string; home: string }> {
  await mkdir(shelf, { recursive: true })
  const home = await mkdtemp(join(shelf, 'debian-'))
  const account = await serverAccount(home, () => undefined)
  const owner = account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  await chown(home, owner.uid, owner.gid)
  const data = join(home, 'data')
  const does = async (file: string, args: string[]) => {
    const { code, output } = await run(await programOf(file), args, { account, cwd: home })
    if (code !== 0) throw new Error(`${file}: ${output}`)
  }
  await does('initdb', [`--pgdata=${data}`, '--username=stichtag', '--auth=trust', '--encoding=UTF8', '--locale=C'])
  const port = await freePort(0)
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  await does('pg_ctl', ['start', '--wait', '--silent', `--pgdata=${data}`, `--log=${home}/log`, '-o', options])
  const url = `postgres://stichtag@127.0.0.1:${port}/postgres?sslmode=disable`
  const { db, pool, close } = openDatabase(url, { max: 4 })
  t.teardown(async () => {
    await close()
    await does('pg_ctl', ['stop', '--wait', '--silent', '--mode=fast', `--pgdata=${data}`])
    await rm(home, { recursive: true, force: true })
  })
  return { db, pool, url, home }
}
