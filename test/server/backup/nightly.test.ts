import { readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { checkBackup } from '../../../server/backup/check-backup.ts'
import { nightlyBackup } from '../../../server/backup/nightly.ts'
import { expired } from '../../../server/backup/rotation.ts'
import { testApp } from '../../support/app.ts'
import { clusterFolder } from '../../support/own-cluster.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const day = 86_400_000
const quiet = { info: () => undefined }

t.test('each night one backup is made and tried, by one of several servers; early in the night none', async (t) => {
  const test = await testApp(t)
  // A place that is no cluster, but can become one.
  const dataDir = dirname(await clusterFolder(t))
  const backups = join(dataDir, 'backups')
  const context = { ...test, config: { ...test.config, dataDir } }
  const office = await signIn(test, await staffAccount(test, 'feldbuero'))
  t.match((await office.get('/intern')).words, /Noch gibt es keine\. Die erste folgt/)

  const now = new Date('2026-11-29T00:59:00Z')
  t.equal(await nightlyBackup(context, quiet, now), false, 'at two in the night, not before')
  const later = new Date('2026-11-29T01:00:00Z')
  const both = await Promise.all([nightlyBackup(context, quiet, later), nightlyBackup(context, quiet, later)])
  t.strictSame(both.sort(), [false, true], 'one of two servers')
  t.equal(await nightlyBackup(context, quiet, later), false, 'once is enough')
  const [name = '', ...others] = await readdir(backups)
  t.strictSame([name, others], ['stichtag-20261129T010000Z.tar.gz', []])
  t.equal((await stat(join(backups, name))).mode & 0o777, 0o600)
  t.equal((await stat(backups)).mode & 0o777, 0o700)
  t.match(await checkBackup({ file: join(backups, name), passphrase: undefined }), { head: { format: 1 } })
  t.match((await office.get('/intern')).words, /Letzte Sicherung: .* Zuletzt geprüft, .* \(Sicherung vom /)

  const sealed = { ...context, config: { ...context.config, backupPassphrase: 'ein langes Kennwort' } }
  await writeFile(join(backups, 'stichtag-x.tar.gz.1.teil'), 'broken off')
  t.equal(await nightlyBackup(sealed, quiet, new Date(later.getTime() + day)), true)
  t.strictSame(await readdir(backups), [name, 'stichtag-20261130T010000Z.tar.gz.age'])
  t.strictSame(
    (await readdir(dataDir)).filter((one) => one.startsWith('probe')),
    [],
    'nothing is left of the trial',
  )
})

t.test('a backup that fails is told, and leaves those that there are', async (t) => {
  const test = await testApp(t)
  const dataDir = t.testdir({ backups: { 'stichtag-20200101T010000Z.tar.gz': 'alt' } })
  const broken = Object.defineProperty({ ...test.config, dataDir, backupPassphrase: 'x'.repeat(12) }, 'secret', {
    get: () => {
      throw new Error('das Geheimnis ist nicht lesbar')
    },
  })
  await t.rejects(nightlyBackup({ ...test, config: broken }, quiet, new Date('2026-11-30T03:00:00Z')), {
    message: /nicht lesbar/,
  })
  t.strictSame(await readdir(join(dataDir, 'backups')), ['stichtag-20200101T010000Z.tar.gz'])
  const office = await signIn(test, await staffAccount(test, 'administration'))
  t.match((await office.get('/intern')).words, /Die Sicherung am .* misslang/)
  t.match((await office.get('/intern/protokoll')).words, /Sicherung misslungen: das Geheimnis ist nicht lesbar/)
})

t.test('seven days, four weeks and twelve months are kept', async (t) => {
  const night = (text: string) => new Date(`${text}T01:00:00Z`)
  const kept = new Set<string>()
  let all: Date[] = []
  for (let time = night('2024-01-01'); time <= night('2026-11-29'); time = new Date(time.getTime() + day)) {
    all.push(time)
    const gone = new Set(expired(all))
    all = all.filter((one) => !gone.has(one))
    t.ok(all.length <= 7 + 4 + 12, time.toISOString())
  }
  for (const time of all) kept.add(time.toISOString().slice(0, 10))
  t.strictSame(
    [...kept],
    [
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-08', '2026-11-15', '2026-11-22'],
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'],
    ],
  )
  t.strictSame(expired([night('2020-01-01'), night('2021-01-01')]), [], 'a pause takes nothing away')
  t.strictSame(expired([]), [])
})
