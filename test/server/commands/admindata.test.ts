import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { stichtag } from '../../support/child.ts'

/** A database, a folder for files, and the commands run in it. */
async function commandWorld(t: Parameters<typeof admindataWorld>[0]) {
  const { pool, url, folder, kept } = await admindataWorld(t)
  const run = (...args: string[]) =>
    stichtag(['admindata', ...args], { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) }, folder)
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  return { pool, kept, run, write }
}

t.test('official figures from the command line: preview, import, list, undo', async (t) => {
  const { pool, kept, run, write } = await commandWorld(t)
  t.match((await run('list')).stdout, /noch keine Datei/)

  await write(
    '12411-0015_de_flat.csv',
    flatFile(
      { key: '08117019', value: 20 },
      { key: '08117019', sex: 'GESW', value: '.' },
      { key: '09161', value: 3 },
      { key: '08336012', value: '-' },
    ),
  )
  const preview = await run('import', '12411-0015_de_flat.csv', '--preview')
  t.equal(preview.code, 0, preview.stderr)
  t.match(preview.stdout, /Vorschau, nichts ist eingelesen.*2 neu/)
  t.match(
    preview.stdout,
    /Quelle: Statistisches Bundesamt.*GENESIS-Online; Lizenz: dl-de\/by-2-0; SHA-256 [0-9a-f]{64}/,
  )
  t.match(preview.stdout, /einwohner \(Einwohnerzahl, Personen\), 31\.12\.2018: 2 Angaben, davon 1 Zahlen/)
  t.match(preview.stdout, /ohne Zahl, unbekannt oder geheim zu halten: 1/)
  t.match(preview.stdout, /1 Angaben zu anderen Ländern/)
  t.match(preview.stdout, /08336012 .*bis 31\.12\.2008, heute Teil von 336107/)
  t.strictSame(await kept(), {})

  const imported = await run('import', '12411-0015_de_flat.csv', '--json')
  t.equal(imported.code, 0, imported.stderr)
  t.match(JSON.parse(imported.stdout), { state: 'imported', batch: 1, summary: { observations: 2 } })
  t.match(
    (await run('import', '12411-0015_de_flat.csv')).stdout,
    /schon eingelesen \(Nummer 1\); nichts hat sich geändert/,
  )

  await pool.query(`update import_batch set imported_at = '2026-03-04T23:30Z'`)
  const listed = await run('list')
  t.match(listed.stdout, /1: 12411-0015_de_flat\.csv, 12411 Statistik\n {3}2 Angaben, eingelesen am 05\.03\.2026, /)
  t.match(JSON.parse((await run('list', '--json')).stdout), [{ id: 1, synthetic: false, observations: 2 }])

  await write('fehler.csv', flatFile({ key: '08117042', value: 1 }, { key: '0811X', value: 2 }))
  const faulty = await run('import', 'fehler.csv')
  t.equal(faulty.code, 1)
  t.match(faulty.stderr, /fehler\.csv, Zeile 3, Spalte 1_variable_attribute_code: „0811X“ ist kein Schlüssel/)
  t.match(faulty.stderr, /Nichts wurde eingelesen.*--ohne-fehlerhafte/)
  t.equal((await run('import', 'fehler.csv', '--ohne-fehlerhafte')).code, 0)

  t.match((await run('undo', '1', '--grund', 'falsches Jahr')).stdout, /ist zurückgenommen: 2 Angaben/)
  t.match((await run('list')).stdout, /12411 Statistik \(zurückgenommen\)/)
  t.strictSame(await kept(), { 'einwohner 117042 2018-12-31/0': 1 })
  t.match(await run('undo', '1'), { code: 1, stderr: /gibt es nicht, oder sie ist schon zurückgenommen/ })
  t.equal((await run('undo', 'eins')).code, 2)
  t.match(await run('import', 'nirgends.csv'), { code: 1, stderr: /nirgends\.csv lässt sich nicht lesen/ })
})

t.test('an import is told in the same order whenever it is told', async (t) => {
  const { run, write } = await commandWorld(t)
  await write(
    'ebenen.csv',
    flatFile({ key: '08117019', value: 1 }, { key: '08117', value: 3 }, { key: '08', value: 4 }),
  )
  const told = async () => (await run('import', 'ebenen.csv')).stdout.split('\n').slice(1)
  const first = await told()
  t.match(first, [/^12411/, /^Quelle/, /einwohner/, /^ {4}Land 1, Landkreise 1, Kommunen und Stadtkreise 1$/])
  t.strictSame(await told(), first)
})

t.test('the catalogue, for people and for programs', async (t) => {
  const { code, stdout } = await stichtag(['admindata', 'catalogue'])
  t.equal(code, 0)
  t.match(stdout, /hhl_svb .*\n.*Kreise; Januar 2014 - September 2019, monatlich; Personen\n.*Bundesagentur/)
  t.match(stdout, /betreute_mit_plan/)
  const { indicators, surveyVariables } = JSON.parse((await stichtag(['admindata', 'catalogue', '--json'])).stdout)
  t.match(
    indicators.find(({ code }: { code: string }) => code === 'einwohner'),
    { unit: 'Personen', territory: 'sum' },
  )
  t.ok(surveyVariables.length > 20)
})
