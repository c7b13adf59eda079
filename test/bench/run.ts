/**
 * Measures the product against bare servers in the same run. Arguments choose rows, `--zeilen` how many an export has, `--andere` names
 * a file of other systems that take part, `--json` prints the figures for programs; the exit code is 1 when a budget is missed, 2 for wrong use.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deriveKeys } from '../../server/boot/keys.ts'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { applicationRole } from '../../server/database/embedded/application-role.ts'
import { type Cluster, openCluster } from '../../server/database/embedded/cluster.ts'
import { migrateFor, migrateToLatest } from '../../server/database/migrate.ts'
import { compile } from '../../surveys/compile/compile.ts'
import { startContender } from './contender.ts'
import { type Deadline, measureDeadline } from './deadline.ts'
import { type ExportSpeed, measureExport } from './export.ts'
import { type FirstStart, measureFirstStart } from './first-start.ts'
import { type Other, readOthers } from './other.ts'
import { type Growth, measurePanel } from './panel.ts'
import { largeQuestionnaire } from './questionnaire.ts'
import { deadlineLines, exportLines, firstStartLines, growthLines, reportLines, textsLines } from './report.ts'
import { measure, type Row, type WaveValues } from './row.ts'
import { rows } from './rows.ts'
import { measureTexts, type TextsSpeed } from './texts.ts'
import { makeWorld } from './world.ts'

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, zeilen: { type: 'string', default: '20000' }, andere: { type: 'string' } },
  allowPositionals: true,
})
/** What is measured otherwise: see `panel.ts`, `export.ts`, `texts.ts`, `first-start.ts` and `deadline.ts`. */
const otherwise = ['panel', 'export', 'texts', 'start', 'deadline'] as const
const names: string[] = [...rows.map(({ name }) => name), ...otherwise]
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${names.join(', ')}.`)
  process.exit(2)
}
if (!/^[1-9]\d{0,8}$/.test(values.zeilen)) {
  console.error(`--zeilen braucht eine ganze Zahl, nicht „${values.zeilen}“.`)
  process.exit(2)
}
const read =
  values.andere === undefined
    ? []
    : await readOthers(
        values.andere,
        rows.map(({ name }) => name),
      )
if (typeof read === 'string') {
  console.error(read)
  process.exit(2)
}
const others: readonly Other[] = read
const isChosen = (name: string) => positionals.length === 0 || positionals.includes(name)
const { measured, growths, speeds, texts, starts, hours } = await run(rows.filter(({ name }) => isChosen(name)))
const results = [...measured, ...growths, ...speeds, ...texts, ...starts, ...hours]
const lines = [
  ...reportLines(measured),
  ...growths.flatMap(growthLines),
  ...speeds.flatMap(exportLines),
  ...texts.flatMap(textsLines),
  ...starts.flatMap(firstStartLines),
  ...hours.flatMap(deadlineLines),
]
if (values.json) console.log(JSON.stringify(results, null, 2))
else for (const line of lines) console.log(line)
process.exitCode = results.every(({ met }) => met) ? 0 : 1

interface Results {
  measured: WaveValues[]
  growths: Growth[]
  speeds: ExportSpeed[]
  texts: TextsSpeed[]
  starts: FirstStart[]
  hours: Deadline[]
}

async function run(chosen: readonly Row[]): Promise<Results> {
  const folder = join(tmpdir(), `stichtag-bench-${randomBytes(4).toString('hex')}`)
  await mkdir(folder, { mode: 0o711 })
  const cluster = await openCluster(join(folder, 'postgres'), { onProgress: (line) => console.error(line) })
  try {
    const measured = chosen.length === 0 ? [] : await runOn(cluster, chosen, folder)
    const growths = isChosen('panel') ? [await inDatabase(cluster.ownerUrl, 'panel', measurePanel)] : []
    const inFolder = (world: Pick<Database, 'db'>, url: string) =>
      measureExport(world, { folder, url, rows: Number(values.zeilen) })
    const speeds = isChosen('export') ? [await inDatabase(cluster.ownerUrl, 'export', inFolder)] : []
    const texts = isChosen('texts') ? [await inDatabase(cluster.ownerUrl, 'texts', measureTexts)] : []
    const starts = isChosen('start') ? [await measureFirstStart(folder)] : []
    const hours = isChosen('deadline') ? [await measureDeadline(folder)] : []
    return { measured, growths, speeds, texts, starts, hours }
  } finally {
    await cluster.release()
    for (const path of [cluster.home, folder]) await rm(path, { recursive: true, force: true })
  }
}

/** In a database of its own: these are about all waves, or all Kommunen, that there are. */
async function inDatabase<Result>(
  url: string,
  name: (typeof otherwise)[number],
  measureIn: (world: Pick<Database, 'db' | 'pool'>, url: string) => Promise<Result>,
): Promise<Result> {
  const first = openDatabase(url)
  await first.pool.query(`create database "${name}"`)
  await first.close()
  const own = new URL(url)
  own.pathname = name
  const { db, pool, close } = openDatabase(own.href, { statementTimeout: 0, idleInTransactionTimeout: 0 })
  try {
    await migrateToLatest(db)
    return await measureIn({ db, pool }, own.href)
  } finally {
    await close()
  }
}

async function runOn({ url, ownerUrl }: Cluster, chosen: readonly Row[], folder: string): Promise<WaveValues[]> {
  const secret = randomBytes(32).toString('hex')
  const env = { DATABASE_URL: url, STICHTAG_SECRET: secret }
  const { db, pool, close } = openDatabase(ownerUrl)
  try {
    await migrateFor(db, applicationRole)
    const world = await makeWorld({ db, pool }, deriveKeys(secret), compile(largeQuestionnaire()))
    const ours = await startContender('stichtag', env, join(folder, 'stichtag.log'))
    const results: WaveValues[] = []
    for (const row of chosen) {
      const prepared = await row.prepare(world, ours, folder)
      const bare = await startContender(
        row.bare,
        { ...env, DATABASE_URL: ownerUrl, ...prepared.env },
        join(folder, `${row.bare}.log`),
      )
      const own = others.filter((one) => one.row === row.name)
      results.push(await measure(row, prepared, ours, bare, own))
      await bare.end()
    }
    await ours.end()
    return results
  } finally {
    await close()
  }
}
