import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { makeBackup } from '../../../server/backup/make-backup.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { InputError } from '../../../server/errors/input-error.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { rewritten } from '../../support/rewritten-backup.ts'
import { tableSums } from '../../support/table-sums.ts'

const run = promisify(execFile)
const passphrase = 'ein langes Kennwort'

t.test('what is not the backup that was made is not brought back', async (t) => {
  const test = await testApp(t)
  await (await test.login('KM')).autosave('anmerkungen', { anmerkungen: 'x'.repeat(200) })
  const folder = t.testdir({})
  const at = (name: string) => join(folder, name)
  const { config, pool } = test
  await makeBackup(pool, { file: at('offen'), config, passphrase: undefined })
  await makeBackup(pool, { file: at('zu'), config, passphrase })
  const target = await bareDatabase(t)
  const untouched = await tableSums(target.pool)

  async function refused(name: string, sentence: RegExp, typed: string | undefined = passphrase) {
    const error = await restoreBackup(target.pool, { file: at(name), passphrase: typed }).catch((error) => error)
    t.ok(error instanceof InputError, `${name}: ${error}`)
    t.match(error.message, sentence, name)
    t.strictSame(await tableSums(target.pool), untouched, `${name} leaves nothing behind`)
  }

  for (const kind of ['offen', 'zu']) {
    const bytes = await readFile(at(kind))
    for (const share of [0.02, 0.3, 0.6, 0.999]) {
      const place = Math.floor(bytes.length * share)
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      await writeFile(at(`${kind}-${place}`), changed)
      await refused(`${kind}-${place}`, /beschädigt|passt nicht/)
      await writeFile(at(`${kind}-bis-${place}`), bytes.subarray(0, place))
      await refused(`${kind}-bis-${place}`, /beschädigt|keine Sicherung/)
    }
  }
  await refused('zu', /Kennwort passt nicht/, 'ein anderes Kennwort')
  const without = await restoreBackup(target.pool, { file: at('zu'), passphrase: undefined }).catch((error) => error)
  t.match(without.message, /verschlüsselt/)
  await refused('gibt-es-nicht', /gibt es nicht/)

  const renamed = (from: string, to: string) => (entries: { name: string; body: Buffer }[]) =>
    entries.map(({ name, body }) => ({ name: name === from ? to : name, body }))
  const [a, b] = ['tables/public.kreis/00001.copy', 'tables/public.verbund/00001.copy']
  await rewritten(at('offen'), at('getauscht'), (entries) => renamed('-', b)(renamed(b, a)(renamed(a, '-')(entries))))
  await refused('getauscht', /Nicht wie gesichert: public\.kreis, public\.verbund\./)
  await rewritten(at('offen'), at('ohne-ende'), (entries) => entries.slice(0, -1))
  await refused('ohne-ende', /keine vollständige Sicherung/)
  await rewritten(at('offen'), at('ohne-tabelle'), (entries) => entries.filter(({ name }) => name !== a))
  await refused('ohne-tabelle', /Nicht wie gesichert: public\.kreis\./)
  await rewritten(at('offen'), at('von-morgen'), (entries) =>
    entries.map(({ name, body }) =>
      name === 'head.json'
        ? { name, body: Buffer.from(String(body).replace(/"0018_\w+"/, '$&, "9999_morgen"')) }
        : { name, body },
    ),
  )
  await refused('von-morgen', /head\.json/)
})

t.test('only an empty database is filled', async (t) => {
  const test = await testApp(t)
  const file = join(t.testdir({}), 'sicherung')
  await makeBackup(test.pool, { file, config: test.config, passphrase: undefined })
  const before = await tableSums(test.pool)
  await t.rejects(restoreBackup(test.pool, { file, passphrase: undefined }), { message: /ist nicht leer/ })
  t.strictSame(await tableSums(test.pool), before)
})

t.test('where the secret cannot be put back nothing is, and it can be tried again', async (t) => {
  const test = await testApp(t)
  const folder = t.testdir({ kennwort: `${passphrase}\n`, 'kein Ordner': '' })
  const file = join(folder, 'sicherung')
  await makeBackup(test.pool, { file, config: test.config, passphrase })
  const target = await bareDatabase(t)
  const restore = (data: string) =>
    stichtag(['restore', file, '--passphrase-file', join(folder, 'kennwort')], {
      DATABASE_URL: target.url,
      STICHTAG_SECRET: test.config.secret,
      STICHTAG_DATA: join(folder, data),
    })
  t.not((await restore('kein Ordner')).code, 0)
  t.strictSame(await tableSums(target.pool), {})
  t.match(await restore('daten'), { code: 0, stderr: /ist mit zurück/ })
})

t.test('a backup that cannot be written leaves no half file, and none that is there is lost', async (t) => {
  const test = await testApp(t)
  const { config, pool } = test
  const folder = t.testdir({ 'schon da': 'alt' })
  const write = (name: string) => makeBackup(pool, { file: join(folder, name), config, passphrase: undefined })
  await t.rejects(write('schon da'), { message: /gibt es schon/ })
  await t.rejects(write('kein/ordner'), { message: /Den Ordner .* gibt es nicht/ })
  t.equal(await readFile(join(folder, 'schon da'), 'utf8'), 'alt')
  t.strictSame(await readdir(folder), ['schon da'])

  const broken = {
    ...config,
    get secret(): string {
      throw new Error('unreadable')
    },
  }
  await t.rejects(makeBackup(pool, { file: join(folder, 'halb'), config: broken, passphrase }), {
    message: 'unreadable',
  })
  t.strictSame(await readdir(folder), ['schon da'])
  t.equal(pool.totalCount - pool.idleCount, 0, 'no connection is kept')
})

t.test('where there is no more room, no half file is left', async (t) => {
  const folder = t.testdir({})
  const writing = ['--import=tsx', join(projectRoot, 'test', 'support', 'write-much.ts'), join(folder, 'voll')]
  // As if the disk were full after so many half kilobytes. What tap puts into its children would end them then.
  const write = (room: number) =>
    run('/bin/sh', ['-c', `unset NODE_OPTIONS; ulimit -f ${room}; exec "$@"`, 'sh', process.execPath, ...writing], {
      env: { PATH: process.env.PATH },
      cwd: projectRoot,
    })
  t.match(await write(128), { stdout: /voll lässt sich nicht schreiben\. Der Platz reicht nicht/ })
  t.strictSame(await readdir(folder), [])
  t.match(await write(100_000), { stdout: '' })
  t.strictSame(await readdir(folder), ['voll'])
})
