import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { openCluster } from '../../../../server/database/embedded/cluster.ts'
import { InputError } from '../../../../server/errors/input-error.ts'
import { ask, clusterFolder, openQuietly } from '../../../support/own-cluster.ts'

const skip = process.getuid?.() === 0 ? false : 'only root has a folder that the server cannot reach'

t.test('data of another version are refused with a way out', async (t) => {
  const folder = await clusterFolder(t)
  const cluster = await openQuietly(folder)
  await cluster.release()
  const path = join(cluster.home, 'data', 'PG_VERSION')
  const version = await readFile(path, 'utf8')
  await writeFile(path, '12\n')
  const refused = openQuietly(folder)
  await t.rejects(refused, InputError)
  await t.rejects(refused, { message: /wurde mit PostgreSQL 12 angelegt, mitgeliefert ist PostgreSQL \d+/ })
  await writeFile(path, version)
})

t.test('root in a closed folder: the data go to a place that the server can reach', { skip }, async (t) => {
  const folder = await clusterFolder(t)
  await mkdir(dirname(dirname(folder)), { recursive: true })
  await chmod(dirname(dirname(folder)), 0o700)
  const lines: string[] = []
  const cluster = await openCluster(folder, { onProgress: (line) => lines.push(line) })
  t.match(cluster.home, /^\/var\/lib\/stichtag\//)
  t.match(lines.join('\n'), /nicht erreichbar.*Die Datenbank liegt deshalb in \/var\/lib\/stichtag\//s)
  t.strictSame(await ask(cluster.url, 'select 1 as one'), [{ one: 1 }])
  await cluster.release()
  const again = await openQuietly(folder)
  t.strictSame(again.home, cluster.home, 'the place is remembered')
  await again.release()
  t.strictSame((await readFile(join(folder, 'verlegt'), 'utf8')).trim(), cluster.home)
})

t.test('a lost password is said plainly', async (t) => {
  const folder = await clusterFolder(t)
  const cluster = await openQuietly(folder)
  await cluster.release()
  const path = join(cluster.home, 'kennwort')
  const password = await readFile(path, 'utf8')
  await rm(path)
  await t.rejects(openQuietly(folder), { message: /Das Kennwort der Datenbank fehlt/ })
  await writeFile(path, password)
})
