import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { findPackage } from '../../../server/archive/find-package.ts'
import type { Package } from '../../../server/archive/package.ts'
import { writeArchive } from '../../../server/archive/write-archive.ts'
import { newReceiptNumber } from '../../../server/domain/receipt-number.ts'
import { formatNamed, formats } from '../../../server/export/formats/index.ts'
import { Forms } from '../../../server/forms/form.ts'
import { unknownOperator } from '../../../server/operator/site-operator.ts'
import { listLogEntries } from '../../../server/store/log-entries.ts'
import { farAway } from '../../support/far-away.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct, lastState, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

const forms = new Forms()
const world = await freshDatabase(t, 'kommunen')
const operator = { ...unknownOperator, facts: { name: 'Amt für Beispiele' } }
const context = { ...world, config: { operator, publicUrl: undefined } }
const units = (await withRegistry(world)).slice(0, 5)
const [first = '', second = '', third = ''] = units
for (const survey of ['umfrage-1', 'umfrage-4'])
  await addWave(world, survey, units, (unit, place) => (unit === second ? undefined : { zp_gesamt: 10 * place }))
await correct(world, 'umfrage-1', first, { zp_gesamt: 77 }, [
  { check: 'zp_gesamt_hoechstens_einwohner', values: {}, reason: 'bestand', text: 'BEGRUENDUNGSMARKE' },
])
await world.pool.query(
  `insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
   select participant_id, 3, $1, survey_version, survey_hash, answers, '{"zp_gesamt_kom": "KOMMENTARMARKE"}', justifications, '3'
   from submission where revision = 2`,
  [newReceiptNumber()],
)
const state = await lastState(world)

const packageOf = (waves: readonly string[], wanted = {}) => findPackage(context, forms, waves, wanted)
/** What holds for each format alike is tried with one. */
const inOne = async (waves: readonly string[], wanted = {}, name = 'csv') => {
  const packed = await packageOf(waves, wanted)
  return { ...packed, formats: formats.filter((one) => one === formatNamed(name)) }
}
const written = async (t: Test, packed: Package) => {
  const folder = t.testdir({})
  return { folder, paths: await writeArchive(context, packed, { folder, accountId: undefined }) }
}
const run = (program: string, args: string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  return { status, told: `${stdout}${stderr}` }
}
const textOf = async (folder: string) => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile())
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join('\n')
}
const hashOf = async (path: string) => run('sha256sum', [path], '/').told.slice(0, 64)

let firstHash = ''

t.test('a package says what is in it, and others find the same', async (t) => {
  const packed = await packageOf(['umfrage-1'])
  const { folder, paths } = await written(t, packed)
  const [root = '', zip = ''] = paths
  t.strictSame(paths, [join(folder, `umfrage-1-archiv-${state}`), join(folder, `umfrage-1-archiv-${state}.zip`)])
  t.match(run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], root), { status: 0, told: '' })
  t.equal(run('python3', ['-m', 'zipfile', '-e', zip, 'ausgepackt'], folder).status, 0)
  t.match(run('diff', ['-r', root, join('ausgepackt', packed.name)], folder), { status: 0, told: '' })

  const { files, leftOut, origin } = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'))
  t.match(origin, { state, waves: [{ wave: 'umfrage-1', version: packed.origin.waves[0]?.version }] })
  t.strictSame(leftOut, [])
  const rows = new Map<string, number>(files.map((one: { path: string; rows: number }) => [one.path, one.rows]))
  for (const { name, ending } of formats) {
    t.equal(rows.get(`daten/${name}/umfrage-1${ending}`), 4, name)
    t.equal(rows.get(`daten/${name}/umfrage-1-ruecklauf${ending}`), rows.get('daten/csv/umfrage-1-ruecklauf.csv'), name)
  }
  const inFolder = await readdir(root, { recursive: true, withFileTypes: true })
  t.equal(inFolder.filter((one) => one.isFile()).length, files.length + 2)

  for (const path of ['codebuch/umfrage-1.xml', 'codebuch/umfrage-1.pdf', 'daten/csv/umfrage-1-croissant.json'])
    t.ok(rows.has(path), path)

  const notes = await readFile(join(root, 'methodik.md'), 'utf8')
  for (const sentence of (await published('umfrage-1')).assumed) t.match(notes, sentence)
  t.match(
    await readFile(join(root, 'daten/csv/umfrage-1-ruecklauf.csv'), 'utf8'),
    `umfrage-1,alle,,alle,5,4,80,0,${state}`,
  )
  const gaps = await readFile(join(root, 'daten/csv/umfrage-1-ausfaelle.csv'), 'utf8')
  t.match(gaps, `umfrage-1,zp_gesamt,Anzahl Zielpersonen in Kommune,4,4,0,0,0,0,${state}`)
  t.match(gaps, `umfrage-1,zp_alter_ue25,Zielpersonen über 25 Jahre,4,0,4,0,0,0,${state}`)
  t.match(await readFile(join(root, 'fragebogen/umfrage-1.pdf'), 'latin1'), /^%PDF/)
  const [entry] = await listLogEntries(world.db, { actions: ['export'], limit: 1 })
  firstHash = await hashOf(zip)
  t.match(entry?.detail, { file: 'paket', format: 'zip', state, sha256: firstHash })
})

t.test('comments are in it on request alone, justifications always', async (t) => {
  const without = await written(t, await inOne(['umfrage-1']))
  t.notMatch(await textOf(without.folder), 'KOMMENTARMARKE')
  t.match(await textOf(without.folder), 'BEGRUENDUNGSMARKE')
  const all = await written(t, await inOne(['umfrage-1'], { comments: true }))
  t.match(await textOf(all.folder), 'KOMMENTARMARKE')
})

t.test('the same state is the same zip, whatever came since and wherever it is made', async (t) => {
  await correct(world, 'umfrage-1', third, { zp_gesamt: 78 })
  farAway(t)
  const { paths } = await written(t, await packageOf(['umfrage-1'], { state }))
  t.equal(await hashOf(paths[1] ?? ''), firstHash)
  const now = await written(t, await inOne(['umfrage-1']))
  t.match(await readFile(join(now.paths[0] ?? '', 'daten/csv/umfrage-1.csv'), 'utf8'), ',78,')
})

t.test('a panel is long and wide, with what is of each wave alone', async (t) => {
  const { paths } = await written(t, await inOne(['umfrage-1', 'umfrage-4']))
  const names = await readdir(join(paths[0] ?? '', 'daten/csv'))
  for (const name of [
    'umfrage-1_umfrage-4.csv',
    'umfrage-1_umfrage-4-breit.csv',
    'umfrage-1_umfrage-4-erhoben.csv',
    'umfrage-4-ruecklauf.csv',
    'umfrage-1-pruefregeln.yaml',
  ])
    t.ok(names.includes(name), name)
  t.match(await readFile(join(paths[0] ?? '', 'methodik.md'), 'utf8'), /### umfrage-1 → umfrage-4\n\n- /)
})

t.test('what breaks off leaves nothing, what one format cannot hold is said, and nothing is overwritten', async (t) => {
  const packed = await inOne(['umfrage-1'])
  const table = packed.tables.find(({ file }) => file === 'ruecklauf')
  if (table === undefined) throw new Error('ruecklauf')
  const broken = {
    ...packed,
    files: [...packed.files, { path: 'x', holds: 'x', content: () => Promise.reject(new Error('gone')) }],
  }
  const folder = t.testdir({})
  await t.rejects(writeArchive(context, broken, { folder, accountId: undefined }), /gone/)
  t.strictSame(await readdir(folder), [])

  const [column, ...others] = table.columns
  if (column === undefined) throw new Error('a column')
  const twins = { ...table, columns: [{ ...column, name: 'Anteil' }, ...others] }
  const { paths } = await written(t, { ...packed, formats, tables: [twins], files: [] })
  const { files, leftOut } = JSON.parse(await readFile(join(paths[0] ?? '', 'manifest.json'), 'utf8'))
  t.match(
    leftOut.map(({ path }: { path: string }) => path),
    ['daten/dta/umfrage-1-ruecklauf.dta'],
  )
  t.match(leftOut[0]?.why, 'Anteil')
  t.ok(files.some(({ path }: { path: string }) => path === 'daten/csv/umfrage-1-ruecklauf.csv'))
  await t.rejects(
    writeArchive(context, packed, { folder: join(paths[0] ?? '', '..'), accountId: undefined }),
    /gibt es schon/,
  )
})
