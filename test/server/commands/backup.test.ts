import { copyFile, readFile, stat, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { checkBackup } from '../../../server/backup/check-backup.ts'
import { newestSeal, sealAll } from '../../../server/store/log-seals.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { clusterFolder } from '../../support/own-cluster.ts'

t.test('a form is backed up, tried, looked at and brought back, by command', async (t) => {
  const test = await testApp(t)
  const official = await test.login('KM')
  await official.get(`${official.home}/abschnitt/anmerkungen`)
  await official.autosave('anmerkungen', { anmerkungen: 'Stand <b>1</b>' })
  await official.submit()
  const folder = t.testdir({ kennwort: 'ein langes Kennwort\n', kurz: 'kurz', falsch: 'ein anderes Kennwort\n' })
  const at = (name: string) => join(folder, name)
  // A place that is no cluster, but can become one.
  const dataDir = dirname(await clusterFolder(t))
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: test.config.secret, STICHTAG_DATA: dataDir }
  const key = ['--passphrase-file', at('kennwort')]

  t.match(await stichtag(['backup'], env), { code: 2, stderr: /--out/ })
  t.match(await stichtag(['backup', '--out', at('kurz.age'), '--passphrase-file', at('kurz')], env), { code: 1 })
  await sealAll(test.db)
  const anchor = await newestSeal(test.db)
  t.match(await stichtag(['backup', '--out', at('offen')], env), { code: 0, stderr: /NICHT enthalten/ })
  const made = await stichtag(['backup', '--out', at('zu'), ...key], env)
  t.match(made, { code: 0, stdout: /Tabellen mit \d+ Zeilen/ })
  t.notMatch(made.stderr, /NICHT/)
  t.notMatch(await readFile(at('zu'), 'latin1'), 'Stand')

  await official.get(`${official.home}/abschnitt/anmerkungen`)
  await official.autosave('anmerkungen', { anmerkungen: 'Stand 2' })
  const look = ['backup', 'form', at('zu'), '117019', '--wave', 'umfrage-1', ...key]
  const seen = await stichtag([...look, '--json'], env)
  t.match(JSON.parse(seen.stdout), {
    wave: 'umfrage-1',
    unit: { key: '117019', name: 'Eislingen/Fils' },
    draft: { typed: { anmerkungen: 'Stand <b>1</b>' } },
    submissions: [{ revision: 1, answers: { anmerkungen: 'Stand <b>1</b>' } }],
  })
  t.match(await stichtag([...look, '--out', at('seite.html')], env), { code: 0 })
  const page = await readFile(at('seite.html'), 'utf8')
  t.match(page, /<h2>Entwurf, gespeichert .*<h2>1\. Abgabe vom /s)
  t.match(page, 'Stand &lt;b&gt;1&lt;/b&gt;')
  t.notMatch(page, 'Stand 2')
  t.equal((await stat(at('seite.html'))).mode & 0o777, 0o600)
  t.match(await stichtag([...look, '--out', at('seite.html')], env), { code: 1 }, 'what is there stays')
  t.match(await stichtag(look.with(3, '999999').concat('--json'), env), { code: 1, stderr: /nimmt .* nicht teil/ })

  const elsewhere = { ...env, STICHTAG_DATA: at('nirgends') }
  const wrong = ['--passphrase-file', at('falsch')]
  t.match(await stichtag(['backup', 'verify', at('zu'), ...wrong], elsewhere), {
    code: 1,
    stderr: /Kennwort passt nicht/,
  })
  await copyFile(at('zu'), at('kaputt'))
  await truncate(at('kaputt'), (await stat(at('zu'))).size - 1)
  t.match(await stichtag(['backup', 'verify', at('kaputt'), ...key], elsewhere), { code: 1, stderr: /beschädigt/ })
  await t.rejects(stat(at('nirgends')), { code: 'ENOENT' }, 'what cannot be read needs no database to be tried in')

  const tried = await stichtag(['backup', 'verify', at('zu'), ...key, '--json'], env)
  t.match(JSON.parse(tried.stdout), { hasSecret: true, migrated: [] })
  const { rows } = await test.pool.query("select action from audit where action like 'backup%' order by id")
  t.strictSame(
    rows.map(({ action }) => action),
    ['backup_made', 'backup_made', 'backup_verified'],
  )

  const target = await bareDatabase(t)
  const there = { ...env, DATABASE_URL: target.url, STICHTAG_SECRET: 'y'.repeat(40) }
  const back = await stichtag(['restore', at('zu'), ...key], there)
  t.match(back, { code: 0, stdout: /Eingespielt/, stderr: /STICHTAG_SECRET ist ein anderes/ })
  t.match(
    back.stderr,
    /angewandt.*: 0 Zeilen\.\nAchtung: Was nach dieser Sicherung gelöscht.* weiß nur die Datei erasures\.jsonl/,
  )
  t.equal((await readFile(join(dataDir, 'secret'), 'utf8')).trim(), test.config.secret)
  const { rows: drafts } = await target.pool.query("select value from draft_value where field = 'anmerkungen'")
  t.strictSame(drafts, [{ value: 'Stand <b>1</b>' }])
  const own = dirname(await clusterFolder(t))
  t.match(await stichtag(['restore', at('zu'), ...key], { STICHTAG_DATA: own }), { code: 0, stderr: /ist mit zurück/ })
  t.equal((await readFile(join(own, 'secret'), 'utf8')).trim(), test.config.secret)
  t.match(await stichtag(['backup', '--out', at('wieder'), ...key], { STICHTAG_DATA: own }), { code: 0 })
  const sealed = { passphrase: 'ein langes Kennwort' }
  const [once, again] = [
    await checkBackup({ file: at('zu'), ...sealed }),
    await checkBackup({ file: at('wieder'), ...sealed }),
  ]
  const { 'public.audit': _before, ...tables } = once.manifest.tables
  const { 'public.audit': _after, ...later } = again.manifest.tables
  t.strictSame(later, tables, 'out and back and out again is the same')
  t.strictSame(once.head.log, anchor, 'a backup says how far the log was sealed')
  t.match(await checkLog(target.db, anchor), { sealed: anchor?.number, fault: undefined })

  t.match(await stichtag(['restore', at('zu'), ...key], there), { code: 1, stderr: /ist nicht leer/ })
  t.match(await stichtag(['restore', at('offen')], { ...there, DATABASE_URL: (await bareDatabase(t)).url }), {
    code: 0,
    stderr: /enthält das Geheimnis \(STICHTAG_SECRET\) NICHT/,
  })
})
