import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { testApp } from '../../support/app.ts'
import { startChild, stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const secret = 'x'.repeat(40)

t.test('what a command writes stands in the log like a download: what, of which state, and its hash', async (t) => {
  const test = await testApp(t)
  const folder = t.testdir({})
  const run = (...args: string[]) => stichtag(args, { DATABASE_URL: test.url, STICHTAG_SECRET: secret }, folder)
  const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
  const runs = [
    ['export', 'umfrage-1', '--format', 'json', '--out', 'welle'],
    ['panel', 'export', 'umfrage-1', '--format', 'csv-de', '--out', 'panel'],
  ]
  for (const args of runs) {
    const { code, stdout, stderr } = await run(...args)
    t.equal(code, 0, stderr)
    const { words } = await officer.get('/intern/protokoll?nur=downloads')
    const files = stdout.trim().split('\n')
    t.ok(files.length >= 2)
    for (const file of files) {
      const sha256 = createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex')
      t.match(words, new RegExp(`SHA-256 ${sha256}`), file)
    }
  }
  const { words } = await officer.get('/intern/protokoll')
  t.match(words, /Ausgabe in eine Datei: Antworten, umfrage-1.*?Befehlszeile.*?Format json.*?Datenstand 0/)
  t.match(words, /Ausgabe in eine Datei: Beschreibung der Spalten, umfrage-1/)
  t.match(words, /Ausgabe in eine Datei: Codebuch des Panels, umfrage-1.*?Format csv-de/)
  t.equal((await run('export', 'umfrage-1', '--format', 'xls', '--out', 'x')).code, 2)
  t.match((await run('export', '--help')).stdout, /csv-de: .*Dezimalkomma.*\n.*Codebuch[\s\S]*json: JSON Lines/)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  t.test(`a command that ends by ${signal} in between leaves nothing half done`, async (t) => {
    const world = await freshDatabase(t)
    await addWave(world, 'umfrage-1', (await withRegistry(world)).slice(0, 3), () => ({ zp_gesamt: 5 }))
    const folder = t.testdir({ 'umfrage-1.csv': 'alt' })
    const env = { DATABASE_URL: world.url, STICHTAG_SECRET: secret }
    // Who holds this table keeps the command waiting for its first row.
    const holder = await world.pool.connect()
    await holder.query('set idle_in_transaction_session_timeout = 0')
    await holder.query('begin')
    await holder.query('lock table gemeinde in access exclusive mode')
    const program = join(projectRoot, 'server', 'stichtag.js')
    const child = startChild([program, 'export', 'umfrage-1', '--out', folder], env, folder)
    let isOver = false
    child.ended.then(() => {
      isOver = true
    })
    const isUnderWay = async () => (await readdir(folder)).some((name) => name.startsWith('.'))
    while (!isOver && !(await isUnderWay())) await sleep(50)
    child.process.kill(signal)
    t.equal(await child.ended, 130, child.output().stderr)
    holder.release(true)
    t.strictSame(await readdir(folder), ['umfrage-1.csv'])
    t.equal(await readFile(join(folder, 'umfrage-1.csv'), 'utf8'), 'alt')
  })
