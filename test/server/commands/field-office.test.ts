import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { buildApp } from '../../../server/http/app.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { kiel, operatorFile } from '../../support/operators.ts'
import { Visitor } from '../../support/visitor.ts'

t.test('a real run from the command line: registry, wave, codes, answers, export', async (t) => {
  const { db, pool, url } = await freshDatabase(t)
  const folder = t.testdir({ 'kommunen.csv': 'gkz;name\r\n117019;Eislingen\r\n117042;Salach\r\n' })
  const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_TWO_ACCOUNTS: 'off' }
  const run = (...args: string[]) => stichtag(args, env, folder)

  const early = await run('wave', 'create', 'umfrage-1')
  t.equal(early.code, 1)
  t.match(early.stderr, /Verzeichnis kennt keine Kommunen.*registry import/)
  t.equal((await run('registry', 'import')).code, 0)

  const created = await run('wave', 'create', 'umfrage-1', '--frist', '2999-12-31', '--teilnehmende', 'kommunen.csv')
  t.equal(created.code, 0, created.stderr)
  t.match(created.stdout, /2 Teilnehmende/)
  t.match((await run('wave', 'create', 'umfrage-1')).stderr, /gibt es schon/)

  const invited = await run('invite', 'umfrage-1', '--out', 'codes.csv')
  t.equal(invited.code, 0, invited.stderr)
  const codes = join(folder, 'codes.csv')
  t.equal((await stat(codes)).mode & 0o077, 0, 'only the owner reads the codes')
  const letters = Papa.parse<Record<string, string>>(await readFile(codes, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
  t.strictSame(
    letters.map(({ gkz, kommune }) => [gkz, kommune]),
    [
      ['117019', 'Eislingen/Fils'],
      ['117042', 'Salach'],
    ],
  )
  t.match((await run('invite', 'umfrage-1', '--out', 'mehr.csv')).stdout, /haben schon einen Zugangscode/)
  const renewed = await run('invite', 'umfrage-1', '--neu', '117042', '--out', 'codes.csv')
  t.equal(renewed.code, 1)
  t.match(renewed.stderr, /codes\.csv gibt es schon/)

  const config = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), DATABASE_URL: url })
  if ('problems' in config) return t.fail('the configuration is valid')
  const app = await buildApp({ config: config.config, keys: deriveKeys('x'.repeat(40)), db, pool })
  t.teardown(() => app.close())
  const visitor = new Visitor(app)
  const enter = async () => {
    await visitor.get('/zugang')
    return visitor.post('/zugang', { code: letters[0]?.zugangscode ?? '' })
  }
  t.equal((await enter()).status, 422, 'codes work only while the wave is open')
  const refused = await run('wave', 'open', 'umfrage-1')
  t.equal(refused.code, 1, 'nobody is asked by somebody who does not say who it is')
  t.match(refused.stderr, /STICHTAG_OPERATOR nennt keine Datei[\s\S]*dataProtectionOfficer/)
  t.equal((await enter()).status, 422)
  const known = { ...env, STICHTAG_OPERATOR: operatorFile(kiel) }
  t.match((await stichtag(['wave', 'open', 'umfrage-1'], known, folder)).stdout, /ist geöffnet/)
  t.equal((await enter()).status, 303)
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/zielgruppe')
  await visitor.autosave('zielgruppe', { zp_gesamt: '120' })
  t.equal((await visitor.submit()).status, 303)

  const listed = JSON.parse((await run('wave', 'list', '--json')).stdout)
  t.match(listed, [{ id: 'umfrage-1', state: 'open', participants: 2, submitted: 1, synthetic: false }])
  t.match((await run('wave', 'list')).stdout, /umfrage-1 2\.0\.0, offen.*1 von 2 abgesendet/)

  const exported = await run('export', 'umfrage-1', '--format', 'csv', '--out', 'daten')
  t.equal(exported.code, 0, exported.stderr)
  const answers = Papa.parse<Record<string, string>>(await readFile(join(folder, 'daten/umfrage-1.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  t.strictSame(
    answers.data.map(({ gkz, zp_gesamt, synthetisch }) => [gkz, zp_gesamt, synthetisch]),
    [['117019', '120', '0']],
  )
  t.match((await run('wave', 'close', 'umfrage-1')).stdout, /ist geschlossen/)
  t.match((await run('wave', 'close', 'umfrage-1')).stdout, /ist schon geschlossen/)
})

t.test('what is wrong is said with file, line and column, and nothing is left half done', async (t) => {
  const { url } = await freshDatabase(t)
  const folder = t.testdir({})
  const run = (...args: string[]) => stichtag(args, { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) }, folder)
  await run('registry', 'import')
  await writeFile(join(folder, 'kommunen.csv'), 'gkz\n117019\n08117042\n999999\n117019\n')
  const created = await run('wave', 'create', 'umfrage-1', '--teilnehmende', 'kommunen.csv', '--frist', '31.12.2026')
  t.equal(created.code, 1)
  t.match(created.stderr, /kommunen\.csv: Zeile 3, Spalte gkz: .*Meinen Sie 117042 \(Salach\)/)
  t.match(created.stderr, /kommunen\.csv: Zeile 4, Spalte gkz: /)
  t.match(created.stderr, /kommunen\.csv: Zeile 5, Spalte gkz: 117019 steht schon weiter oben/)
  t.match(created.stderr, /--frist: „31\.12\.2026“ ist kein Tag/)
  t.notMatch(created.stderr, / at .*\.ts/)
  t.equal((await run('wave', 'list', '--json')).stdout.trim(), '[]')
  t.match(
    (await run('wave', 'create', 'umfrage-1', '--teilnehmende', 'fehlt.csv')).stderr,
    /fehlt\.csv lässt sich nicht lesen/,
  )
  t.match((await run('wave', 'open', 'umfrage-7')).stderr, /„umfrage-7“ gibt es nicht/)
  t.equal((await run('export', 'umfrage-7', '--out', 'daten')).code, 1)
  t.equal((await run('export', 'umfrage-7')).code, 2)
  t.equal((await run('export', 'umfrage-7', '--out', 'daten', '--format', 'xls')).code, 2)
  t.equal((await run('invite', 'umfrage-7')).code, 2)
  t.strictSame(await readdir(folder), ['kommunen.csv'])
})
