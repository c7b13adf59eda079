/**
 * Measures the product against bare servers in the same run. Arguments choose rows, `--json` prints the figures for
 * programs; the exit code is 1 when a budget is missed, 2 for wrong use.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../server/database.ts'
import { deriveKeys } from '../../server/keys.ts'
import { migrateToLatest } from '../../server/migrate.ts'
import { openCluster } from '../../server/postgres/cluster.ts'
import { compile } from '../../surveys/compile.ts'
import { startContender } from './contender.ts'
import { largeQuestionnaire } from './questionnaire.ts'
import { reportLines } from './report.ts'
import { type Measured, measure, type Row } from './row.ts'
import { autosave } from './rows/autosave.ts'
import { page } from './rows/page.ts'
import { submit } from './rows/submit.ts'
import { makeWorld } from './world.ts'

const rows = [page, autosave, submit]
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name))
if (unknown.length > 0) {
  console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${rows.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const results = await run(rows.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
if (values.json) console.log(JSON.stringify(results, null, 2))
else for (const line of reportLines(results)) console.log(line)
process.exitCode = results.every(({ met }) => met) ? 0 : 1

async function run(chosen: readonly Row[]): Promise<Measured[]> {
  const folder = join(tmpdir(), `stichtag-bench-${randomBytes(4).toString('hex')}`)
  await mkdir(folder, { mode: 0o711 })
  const cluster = await openCluster(join(folder, 'postgres'), { onProgress: (line) => console.error(line) })
  try {
    return await runOn(cluster.url, chosen, folder)
  } finally {
    await cluster.release()
    for (const path of [cluster.home, folder]) await rm(path, { recursive: true, force: true })
  }
}

async function runOn(url: string, chosen: readonly Row[], folder: string): Promise<Measured[]> {
  const secret = randomBytes(32).toString('hex')
  const env = { DATABASE_URL: url, STICHTAG_SECRET: secret }
  const { db, pool, close } = openDatabase(url)
  try {
    await migrateToLatest(db)
    const world = await makeWorld({ db, pool }, deriveKeys(secret), compile(largeQuestionnaire()))
    const ours = await startContender('stichtag', env, join(folder, 'stichtag.log'))
    const results: Measured[] = []
    for (const row of chosen) {
      const prepared = await row.prepare(world, ours, folder)
      const bare = await startContender(row.bare, { ...env, ...prepared.env }, join(folder, `${row.bare}.log`))
      results.push(await measure(row, prepared, ours, bare))
      await bare.end()
    }
    await ours.end()
    return results
  } finally {
    await close()
  }
}
