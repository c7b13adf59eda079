import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { assetsOfProcess } from '../../../../server/http/assets.ts'
import { installedPackages } from '../../../../server/licences/installed-packages.ts'
import { licenceText } from '../../../../server/licences/licence-text.ts'
import { readLicences } from '../../../../server/licences/read-licences.ts'
import { projectRoot } from '../../../../server/project-root.ts'
import { testApp } from '../../../support/app.ts'
import { Visitor } from '../../../support/visitor.ts'

t.test('a page says on which terms all is given on that is installed, and the Impressum leads there', async (t) => {
  const { app } = await testApp(t)
  const visitor = new Visitor(app)
  t.match((await visitor.get('/impressum')).text, '<a href="/lizenzen">')
  const { status, words } = await visitor.get('/lizenzen')
  t.equal(status, 200)
  for (const said of [
    '@kern-ux/native',
    'EUROPÄISCHE UNION PUBLIC LICENCE',
    'SIL OPEN FONT LICENSE',
    'Mozilla Foundation',
  ])
    t.match(words, said)
  for (const { name } of await installedPackages(projectRoot)) if (name !== 'stichtag') t.ok(words.includes(name), name)
  t.notMatch(words, /Lizenz: (?:\.|nicht angegeben)/)
})

t.test('what is installed is what npm says is installed', async (t) => {
  const asked = ['ls', '--omit', 'dev', '--all', '--parseable']
  const { stdout } = await promisify(execFile)('npm', asked, { cwd: projectRoot, maxBuffer: 64 * 1024 ** 2 })
  const folders = stdout.trim().split('\n').slice(1)
  const names = folders.map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length))
  const found = (await installedPackages(projectRoot)).slice(1).map(({ name }) => name)
  t.ok(names.length > 100)
  t.strictSame([...new Set(found)].sort(), [...new Set(names)].sort())
})

t.test('what the sources of pages name of others is what is delivered', async (t) => {
  const views = join(projectRoot, 'views')
  const files = (await readdir(views, { recursive: true })).filter((name) =>
    /^(?:client|styles)\/.*\.(?:ts|css)$/.test(name),
  )
  const named = new Set<string>()
  for (const file of files)
    for (const [, name = ''] of (await readFile(join(views, file), 'utf8')).matchAll(
      /(?:from\s+|import\s+|import\(|url\()["']((?:@[\w-]+\/)?[a-z][\w-]*)/g,
    ))
      named.add(name)
  t.ok(named.size >= 2)
  // What reads a list in the browser is not theirs alone, and stands in the analysis.
  for (const name of ['fflate', 'papaparse']) named.add(name)
  t.strictSame([...(await assetsOfProcess()).bundled.keys()].sort(), [...named].sort())
  const { delivered, others } = await readLicences()
  for (const name of named) t.ok(delivered.find((one) => one.name === name)?.text, name)
  t.strictSame(
    delivered.filter(({ as }) => as === 'pdf').map(({ name }) => name),
    ['@expo-google-fonts/fira-sans', '@expo-google-fonts/noto-emoji'],
  )
  t.strictSame(
    others.filter(({ licence }) => licence === ''),
    [],
    'each says its licence',
  )
})

t.test('each package is found where Node finds it, and what is missing is said', async (t) => {
  const described = (name: string, more = {}) => JSON.stringify({ name, license: 'MIT', ...more })
  const inner = { 'package.json': described('b', { license: 'ISC' }) }
  const root = t.testdir({
    'package.json': described('root', { dependencies: { a: '1', b: '1' }, optionalDependencies: { elsewhere: '1' } }),
    node_modules: {
      a: { 'package.json': described('a', { dependencies: { b: '2' } }), node_modules: { b: inner } },
      b: { 'package.json': described('b'), LICENSE: 'outer', LICENSE_FONT: 'of the font\n' },
      unused: { 'package.json': described('unused') },
    },
  })
  const found = await installedPackages(root)
  t.strictSame(
    found.map(({ name, licence }) => `${name} ${licence}`),
    ['root MIT', 'a MIT', 'b MIT', 'b ISC'],
  )
  t.equal(await licenceText(join(root, 'node_modules/b')), 'of the font')
  await t.rejects(licenceText(join(root, 'node_modules/a')), /no licence lies in/)
  const broken = t.testdir({ 'package.json': described('root', { dependencies: { gone: '1' } }) })
  await t.rejects(installedPackages(broken), /root needs gone, which is not installed/)
})
