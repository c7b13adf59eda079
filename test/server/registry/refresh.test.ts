import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { OfficialSettings } from '../../../server/registry/plan-official.ts'
import { recordImport } from '../../../server/registry/record-import.ts'
import { undoRegistryImport } from '../../../server/registry/undo-import.ts'
import { storeVerbuende } from '../../../server/store/verbuende.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import {
  auszugCsv,
  auszugWorkbook,
  gemeindeRecord,
  gv100ad,
  kreisRecord,
  type Listed,
} from '../../support/official-directory.ts'
import { addWave } from '../../support/panel-world.ts'
import { tableSums } from '../../support/table-sums.ts'

/** The registry with all Kommunen, and how the Landkreis Göppingen stands in a directory. */
async function world(t: Test) {
  const { db, pool, url } = await freshDatabase(t, 'kommunen')
  const folder = t.testdir({})
  const rows = await db
    .selectFrom('gemeinde')
    .select(['gkz', 'name', 'population'])
    .where('kreis', 'in', ['116', '117'])
    .orderBy('gkz')
    .execute()
  const listed: Listed[] = rows.map(({ population, ...one }) => ({ ...one, population: population ?? 0 }))
  const read = async (content: string | Uint8Array, settings: OfficialSettings = {}, preview = false) => {
    const path = join(folder, 'verzeichnis')
    await writeFile(path, content)
    return recordImport(db, { path, file: 'verzeichnis.txt', settings, preview })
  }
  const history = (gkz: string) =>
    db
      .selectFrom('gemeinde')
      .select(['name', 'population', 'valid_from', 'valid_to'])
      .where('gkz', '=', gkz)
      .orderBy('valid_from')
      .execute()
  return { db, pool, url, folder, listed, read, history }
}

const told = ({ changes }: Awaited<ReturnType<typeof recordImport>>) =>
  Object.fromEntries(changes.map(({ kind, lines }) => [kind, lines]))

/** Adelberg gets another name, Aichelberg goes to the Kreis Esslingen, Albershausen becomes part of Göppingen, Neuberg is new. */
function changed(listed: readonly Listed[]): Listed[] {
  const goneTo = (gkz: string) => !['117002', '117003'].includes(gkz)
  return [
    ...listed
      .filter(({ gkz }) => goneTo(gkz))
      .map((one) => (one.gkz === '117001' ? { ...one, name: 'Adelberg am Wald' } : one)),
    { gkz: '116999', name: 'Aichelberg', population: 1300 },
    { gkz: '117998', name: 'Neuberg', population: 700 },
  ].sort((a, b) => (a.gkz < b.gkz ? -1 : 1))
}

t.test('what changes is shown first, then kept from its day on, and taken back to the last row', async (t) => {
  const { db, pool, listed, read, history } = await world(t)
  const member = { gkz: '117003', verbund: '117003', name: 'Albershausen', gemeinde_valid_from: '2009-01-01' }
  await storeVerbuende(db, [{ ...member, valid_from: '2018-01-01', valid_to: null }])
  await addWave({ db }, 'umfrage-1', ['117001', '117003'], (_unit, place) => ({ zp_gesamt: place }))
  const before = await tableSums(pool)
  const file = gv100ad(changed(listed))

  const asked = await read(file, {}, true)
  t.equal(asked.state, 'faulty', 'what became of Albershausen is not in the file')
  t.match(asked.problems, [
    /117003 Albershausen, [\d.]+ Einwohner steht nicht mehr in der Datei\. Bitte geben Sie an, worin/,
  ])
  t.match(asked.gone, [
    { gkz: '117002', successor: '116999' },
    { gkz: '117003', successor: '' },
  ])

  const settings = { nachfolge: { '117003': '117026' } }
  const preview = await read(file, settings, true)
  t.equal(preview.state, 'preview')
  t.equal(preview.from, '2025-11-30')
  const expected = {
    new: ['117998 Neuberg, ab 30.11.2025'],
    renamed: ['117001 Adelberg → Adelberg am Wald'],
    moved: ['117002 Aichelberg (bis 29.11.2025) → 116999 Aichelberg'],
    merged: ['117003 Albershausen (bis 29.11.2025) → 117026'],
    left: ['117003, bisher 117003'],
  }
  t.strictSame(told(preview), expected)
  t.match(preview.counts, { gemeinden: { added: 2, changed: 3, unchanged: listed.length - 3 } })
  t.strictSame(await tableSums(pool), before, 'a preview keeps nothing')

  const done = await read(file, settings)
  t.match(done, { state: 'imported', import: Number })
  t.strictSame(told(done), expected)
  t.match(await history('117001'), [
    { name: 'Adelberg', valid_to: '2025-11-29' },
    { name: 'Adelberg am Wald', valid_from: '2025-11-30', valid_to: null },
  ])
  t.match(await history('117003'), [{ valid_to: '2025-11-29' }])
  t.match(await db.selectFrom('verbund_mitglied').selectAll().execute(), [{ gkz: '117003', valid_to: '2025-11-29' }])
  t.match(
    await db.selectFrom('participant').select(['gkz', 'gemeinde_valid_from']).orderBy('gkz').execute(),
    [
      { gkz: '117001', gemeinde_valid_from: '2009-01-01' },
      { gkz: '117003', gemeinde_valid_from: '2009-01-01' },
    ],
    'the wave still asks the Kommunen of its time',
  )
  t.equal((await read(file, settings)).state, 'unchanged', 'twice changes nothing')

  await undoRegistryImport(db, done.import ?? 0)
  const after = await tableSums(pool)
  t.strictSame(
    Object.keys(after).filter((table) => after[table] !== before[table]),
    ['public.audit', 'public.data_state', 'public.registry_change', 'public.registry_import', 'public.registry_past'],
  )
  t.equal(await undoRegistryImport(db, done.import ?? 0), undefined, 'once')
})

t.test('AuszugGV as workbook and as CSV, GV100AD in Windows-1252: the same Kommunen', async (t) => {
  const { listed, read } = await world(t)
  const files = {
    xlsx: auszugWorkbook(changed(listed)),
    csv: auszugCsv(changed(listed)),
    gv100ad: Buffer.from(gv100ad(changed(listed)), 'latin1'),
  }
  for (const [name, content] of Object.entries(files)) {
    const settings = { ab: '2026-01-01', stand: '2025-12-31', nachfolge: { '117003': '117026' } }
    const { problems, changes } = await read(content, settings, true)
    t.strictSame(problems, [], name)
    t.match(changes.slice(0, 4), [
      { kind: 'new', lines: ['117998 Neuberg, ab 01.01.2026, 700 Einwohner'] },
      { kind: 'renamed', lines: ['117001 Adelberg → Adelberg am Wald'] },
      { kind: 'moved', lines: [/^117002 Aichelberg/] },
      { kind: 'merged', lines: [/^117003 Albershausen/] },
    ])
  }
  const same = await read(files.xlsx, { nachfolge: { '117003': '117026' } }, true)
  t.match(told(same).population?.[0], /^116004 .*: [\d.]+ Einwohner, Stand 31\.12\.2024 → 31\.12\.2025$/)
  const { from, populationDate } = await read(files.xlsx, { nachfolge: { '117003': '117026' } }, true)
  t.strictSame({ from, populationDate }, { from: '2026-03-31', populationDate: '2025-12-31' }, 'days of the workbook')
})

t.test('new numbers of inhabitants hold from their day on; older ones than the known are left', async (t) => {
  const { listed, read, history } = await world(t)
  const more = listed.map((one) => (one.gkz === '117001' ? { ...one, population: 9999 } : one))
  const noDay = await read(gv100ad(more), {}, true)
  t.match(noDay, {
    state: 'unchanged',
    notes: [/Einwohnerzahlen bleiben, wie sie sind: ihr Tag ist nicht angegeben/, /42 Kreise/],
  })
  t.match((await read(gv100ad(more), { stand: '2023-12-31' }, true)).notes, [
    /Die der Datei sind vom 31\.12\.2023/,
    /./,
  ])
  const done = await read(gv100ad(more), { stand: '2024-12-31' })
  t.match(told(done), { population: [/^117001 Adelberg: [\d.]+ → 9\.999 Einwohner$/] })
  t.match(await history('117001'), [{ valid_to: '2025-11-29' }, { population: 9999, valid_from: '2025-11-30' }])
})

t.test('thirty faults are all named, with line, place and a way out, and nothing is kept', async (t) => {
  const { pool, listed, read } = await world(t)
  const before = await tableSums(pool)
  const lines = listed.map((one) => gemeindeRecord(one))
  const spoil = (index: number, at: number, text: string) => {
    const line = lines[index] ?? ''
    lines[index] = line.slice(0, at - 1) + text + line.slice(at - 1 + text.length)
  }
  for (let index = 0; index < 10; index += 1) spoil(index, 150, 'x')
  for (let index = 10; index < 18; index += 1) spoil(index, 11, '08999')
  for (let index = 18; index < 24; index += 1) spoil(index, 3, '20251399')
  for (let index = 24; index < 30; index += 1) lines[index] = lines[index - 20 + 30] ?? ''
  const { state, problems } = await read(lines.join('\n'), { stand: '2024-12-31' })
  t.equal(state, 'faulty')
  const of = (pattern: RegExp) => problems.filter((one) => pattern.test(one)).length
  t.equal(
    of(/^verzeichnis\.txt, Zeile \d+, Spalte bevoelkerung, Stellen 140–150: .* ist keine Zahl mit elf Ziffern/),
    10,
  )
  t.equal(
    of(
      /^verzeichnis\.txt, Zeile \d+, Spalte land, Stellen 11–12: Den Kreis 999 gibt es .* Bitte prüfen Sie den Schlüssel/,
    ),
    8,
  )
  t.equal(of(/^verzeichnis\.txt, Zeile \d+, Spalte gebietsstand, Stellen 3–10: „20251399“ ist kein Tag/), 6)
  t.equal(of(/steht schon in Zeile \d+\. Bitte löschen Sie eine der beiden/), 6)
  t.strictSame(await tableSums(pool), before)
})

t.test(
  'a day in the future, an earlier one than what is known, a successor that does not exist, a file without a day',
  async (t) => {
    const { listed, read } = await world(t)
    const file = gv100ad(changed(listed))
    t.match((await read(file, { ab: '2999-01-01' })).problems, [/Der 01\.01\.2999 liegt in der Zukunft/])
    t.match((await read(file, { nachfolge: { '117003': '117777' } })).problems, [
      /Die Kommune 117777, in der sie aufgegangen sein soll, auch nicht/,
    ])
    await read(gv100ad(listed.map((one) => (one.gkz === '117001' ? { ...one, name: 'A' } : one))), { ab: '2026-02-01' })
    t.match((await read(gv100ad(listed))).problems, [
      /117001 hat im Verzeichnis schon eine Fassung ab 01\.02\.2026, also nach dem 30\.11\.2025\. Bitte nennen Sie einen späteren Tag/,
    ])
    const headless = auszugCsv(listed).split('\r\n').slice(6).join('\r\n')
    t.match((await read(headless)).problems, [
      /In der Datei steht kein Gebietsstand\. Bitte geben Sie an, ab welchem Tag/,
    ])
    t.match(await read(headless, { ab: '2026-03-31' }, true), { state: 'preview', changes: [{ kind: 'renamed' }] })
  },
)

t.test('what was changed again later, or is asked by now, is not taken back', async (t) => {
  const { db, listed, read } = await world(t)
  const renamed = (name: string) => gv100ad(listed.map((one) => (one.gkz === '117001' ? { ...one, name } : one)))
  const first = await read(renamed('Eins'), { ab: '2026-01-01' })
  const second = await read(renamed('Zwei'), { ab: '2026-02-01' })
  await t.rejects(undoRegistryImport(db, first.import ?? 0), /Seither ist anderes eingelesen worden.*\(117001\)/)
  await addWave({ db }, 'umfrage-1', ['117001'], () => undefined)
  await t.rejects(undoRegistryImport(db, second.import ?? 0), /An einer Erhebung nimmt schon teil/)
})

t.test('from the command line: preview, import, list, undo', async (t) => {
  const { db, url, folder, listed } = await world(t)
  await writeFile(join(folder, 'GV100AD.txt'), gv100ad(changed(listed)))
  const run = (...args: string[]) =>
    stichtag(['registry', ...args], { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) }, folder)
  const faulty = await run('import', 'GV100AD.txt')
  t.equal(faulty.code, 1)
  t.match(faulty.stderr, /GV100AD\.txt, Zeile 1: 117003 Albershausen/)
  const preview = await run('import', 'GV100AD.txt', '--dry-run', '--nachfolge', '117003=117026')
  t.match(preview.stdout, /Vorschau, nichts ist eingelesen.*Umbenannt: 1\n {2}117001 Adelberg → Adelberg am Wald/s)
  t.equal((await run('import', 'GV100AD.txt', '--ab', '1.1.2026')).code, 2)
  const done = await run('import', 'GV100AD.txt', '--json', '--nachfolge', '117003=117026')
  t.equal(done.code, 0, done.stderr)
  const { import: number, gemeinden } = JSON.parse(done.stdout)
  t.match(gemeinden, { added: 2, changed: 3 })
  t.match((await run('list')).stdout, new RegExp(`^${number}: GV100AD\\.txt, Gemeindeverzeichnis GV100AD, am `))
  t.match((await run('undo', String(number))).stdout, /GV100AD\.txt ist zurückgenommen/)
  t.equal((await run('undo', String(number))).code, 1)
  t.match(JSON.parse((await run('list', '--json')).stdout), [{ id: number, undoneAt: String }])
  const { count } = await db
    .selectFrom('gemeinde')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  t.equal(Number(count), 1101)
})

t.test('a Kreis that GV100AD names otherwise is shown in the preview, renamed, and given back', async (t) => {
  const { db, pool, listed, read } = await world(t)
  const kreise = [kreisRecord('116', 'Esslingen, Landkreis'), kreisRecord('117', 'Göppingen-Filstal')]
  const file = `${[...kreise, kreisRecord('117', 'Göppingen-Filstal')].join('\r\n')}\r\n${gv100ad(listed)}`
  const names = () =>
    db
      .selectFrom('kreis')
      .select(['kreis', 'name', 'typ', 'valid_from', 'valid_to'])
      .where('kreis', 'in', ['116', '117'])
      .orderBy('kreis')
      .orderBy('valid_from')
      .execute()
  const [before, was] = [await tableSums(pool), await names()]
  const preview = await read(file, {}, true)
  t.strictSame(told(preview), { renamed: ['Kreis 117 Göppingen → Göppingen-Filstal, ab 30.11.2025'] })
  t.match(preview.counts, { kreise: { added: 0, changed: 1 } })
  t.strictSame(await tableSums(pool), before, 'a preview keeps nothing')
  const done = await read(file, {})
  t.match(await names(), [
    { kreis: '116', name: 'Esslingen', valid_to: null },
    { kreis: '117', name: 'Göppingen', valid_to: '2025-11-29' },
    { kreis: '117', name: 'Göppingen-Filstal', typ: 'Landkreis', valid_from: '2025-11-30', valid_to: null },
  ])
  t.equal((await read(file, {})).state, 'unchanged', 'twice changes nothing')
  const late = await read(file.replaceAll('Filstal', 'Stauferkreis'), { ab: '2025-06-01' }, true)
  t.match(late.problems, [
    /Zeile 2: Der Kreis 117 hat im Verzeichnis schon eine Fassung bis 29\.11\.2025, also nach dem/,
  ])
  await undoRegistryImport(db, done.import ?? 0)
  t.strictSame(await names(), was)
})
