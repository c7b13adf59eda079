import { spawnSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { drawnRow } from '../../../server/export/scientific/drawn-rows.ts'
import { setWaveState } from '../../../server/store/waves.ts'
import { type FileRow, findAgain, type Known } from '../../support/find-again.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { type Answers, addWave, lastState, populations, withRegistry } from '../../support/panel-world.ts'
import { runCommand } from '../../support/run-command.ts'

const parse = (text: string) => Papa.parse<FileRow>(text, { header: true, skipEmptyLines: true }).data

/** Of those who answer, most write what the statistics say, others nearly that; one Kreis has a programme that hardly another has. */
const next = random(7)
const programme = '135'
interface Drawn {
  refugees: number
  syrians: number
  answers: Answers | undefined
}

function draw(gkz: string, einwohner: number): Drawn {
  const refugees = Math.round(einwohner * (0.008 + 0.02 * next()))
  const syrians = Math.round(refugees * (0.2 + 0.3 * next()))
  const said = (figure: number) => (next() < 0.7 ? figure : Math.round(figure * (0.9 + 0.2 * next())))
  const total = said(refugees)
  if (next() < 0.3) return { refugees, syrians, answers: undefined }
  const answers: Answers = {
    zp_gesamt: total,
    zp_herkunft_syrien: said(syrians),
    zp_geschlecht_frauen: Math.round(total * 0.4 * next()),
    ...(next() < 0.8 && { im_gesamt: Math.round(total * next()) }),
    ...(next() < 0.2 && { zp_kinder18: Math.round(total * 0.3) }),
    zg_alter: `ab 18 in ${gkz}`,
    ...(next() < 0.5 && { zg_gruppe_duldung: true }),
    ...((gkz.startsWith(programme) || next() < 0.02) && { zg_gruppe_eu: true }),
    zg_gruppe_erlaubnis: true,
  }
  return { refugees, syrians, answers }
}

const counting = `
d <- read.csv("datei.csv", colClasses = "character", na.strings = "", check.names = FALSE)
class <- paste(d$suf_region, d$suf_groesse)
numbers <- d[, grepl("^(zp|im)_", names(d)) & !grepl("(_fehlt|_nv)$", names(d))]
alike <- function(i) {
  same <- class == class[i]
  for (column in numbers) same <- same & (is.na(column) | is.na(column[i]) | column == column[i])
  sum(same)
}
shared <- function(column) min(c(Inf, table(paste(class, column)[!is.na(column)])))
cat(nrow(d), min(table(class)), min(sapply(seq_len(nrow(d)), alike)), min(sapply(numbers, shared)), length(unique(class)))
`

t.test('a file for science, attacked with the register', async (t) => {
  const world = await freshDatabase(t)
  const units = await withRegistry(world.owner)
  const inhabitants = await populations(world.owner)
  const drawn = new Map(units.map((gkz) => [gkz, draw(gkz, inhabitants.get(gkz) ?? 0)]))
  await addWave(world.owner, 'umfrage-1', units, (gkz) => drawn.get(gkz)?.answers)
  const folder = t.testdir({})
  const run = (values: Record<string, string | true>, out = 'a') =>
    runCommand(
      'export',
      { positionals: ['umfrage-1'], values: { format: 'csv', out: join(folder, out), ...values } as never },
      world.url,
    )
  await t.rejects(run({ scientific: true }), /noch nicht geschlossen/)
  await setWaveState(world.db, 'umfrage-1', 'closed')
  const written = await run({ scientific: true })
  t.strictSame(
    written.split('\n').map((path) => path.slice(folder.length)),
    [
      '/a/umfrage-1-suf.csv',
      '/a/umfrage-1-suf-codebuch.csv',
      '/a/umfrage-1-suf-lesen.R',
      '/a/umfrage-1-suf-bericht.md',
    ],
  )
  const text = await readFile(join(folder, 'a/umfrage-1-suf.csv'), 'utf8')
  const report = await readFile(join(folder, 'a/umfrage-1-suf-bericht.md'), 'utf8')
  const rows = parse(text)
  const state = await lastState(world)
  const { scientific: key } = deriveKeys('x'.repeat(40))
  const drawnOf = { waves: ['umfrage-1'], state }
  const whose = new Map(units.map((gkz) => [drawnRow(key, drawnOf, gkz), gkz]))
  const all = units.map((gkz): Known => {
    const { refugees = 0, syrians = 0, answers } = drawn.get(gkz) ?? {}
    const kreis = gkz.slice(0, 3)
    return {
      gkz,
      kreis,
      einwohner: inhabitants.get(gkz) ?? 0,
      tookPart: answers !== undefined,
      official: [inhabitants.get(gkz) ?? 0, refugees, syrians],
      ticked: kreis === programme ? ['zg_gruppe_eu'] : [],
    }
  })
  const unkeyed = (gkz: string) => drawnRow(Buffer.alloc(0), drawnOf, gkz)
  const guesses = [
    (gkz: string) => gkz,
    unkeyed,
    ...['sha256', 'md5'].flatMap((kind) => [
      (gkz: string) => createHash(kind).update(gkz).digest('hex').slice(0, 12),
      (gkz: string) => createHmac(kind, String(state)).update(gkz).digest('hex').slice(0, 12),
    ]),
  ]
  const attack = (file: readonly FileRow[], truth = (row: FileRow) => whose.get(row.suf_zeile ?? '')) => {
    const found = findAgain(file, all, guesses)
    return { claimed: found.length, right: found.filter(({ gkz, row }) => truth(row) === gkz) }
  }

  await t.test('nobody is found again', async (t) => {
    t.equal(rows.length, all.filter(({ tookPart }) => tookPart).length, 'nobody is missing')
    t.ok(rows.every(({ suf_zeile = '' }) => whose.has(suf_zeile)))
    t.strictSame(attack(rows), { claimed: 0, right: [] })
    t.notMatch(text.split('\r\n', 1)[0], /gkz|gemeindename|kreis,|abgegeben|pruefsumme|zg_alter|zg_kriterien/)
    t.notMatch(text, /ab 18 in/)
    const cells = new Set(text.split(/[,\r\n]+/))
    t.notOk(all.some(({ gkz }) => cells.has(gkz)))
  })

  await t.test('the same attack finds what is planted', async (t) => {
    const original = (row: FileRow, name: string) => drawn.get(whose.get(row.suf_zeile ?? '') ?? '')?.answers?.[name]
    const numbers = ['zp_gesamt', 'zp_herkunft_syrien', 'zp_geschlecht_frauen', 'im_gesamt', 'zp_kinder18']
    const with_ = (names: readonly string[]) =>
      rows.map((row) => ({
        ...row,
        ...Object.fromEntries(
          names.map((name) => [name, String(Number(original(row, name) ?? Number.NaN)).replace('NaN', '')]),
        ),
        ...Object.fromEntries(names.map((name) => [`${name}_fehlt`, ''])),
      }))
    const by = (kind: string, found: ReturnType<typeof attack>) => found.right.filter((one) => one.by === kind).length
    t.ok(by('figures', attack(with_(numbers))) > 300, 'numbers as they were given')
    t.ok(by('ticks', attack(with_(['zg_gruppe_eu']))) > 0, 'rare answers')
    const kreisOf = (row: FileRow) => whose.get(row.suf_zeile ?? '')?.slice(0, 3) ?? ''
    t.ok(by('keys', attack(rows.map((row) => ({ ...row, suf_region: kreisOf(row) })))) > 20, 'a Kreis for everybody')
    const ordered = rows.toSorted((a, b) =>
      (whose.get(a.suf_zeile ?? '') ?? '') < (whose.get(b.suf_zeile ?? '') ?? '') ? -1 : 1,
    )
    t.ok(by('order', attack(ordered)) > 700, 'the order of the register')
    const renamed = new Map(rows.map((row) => [unkeyed(whose.get(row.suf_zeile ?? '') ?? ''), row]))
    const bare = [...renamed].map(([id, row]) => ({ ...row, suf_zeile: id }))
    const truth = (row: FileRow) => whose.get(renamed.get(row.suf_zeile ?? '')?.suf_zeile ?? '')
    t.equal(by('id', attack(bare, truth)), rows.length, 'numbers without a key')
  })

  await t.test('R counts the same', async (t) => {
    await writeFile(join(folder, 'datei.csv'), text)
    await writeFile(join(folder, 'zaehlen.R'), counting)
    const { stdout, stderr } = spawnSync('Rscript', ['zaehlen.R'], { cwd: folder, encoding: 'utf8' })
    t.equal(stderr, '')
    const [count, smallest = 0, alike = 0, shared = 0, classes] = stdout.split(' ').map(Number)
    t.ok(smallest >= 5 && alike >= 5 && shared >= 3, stdout)
    const said = (pattern: RegExp) => Number(pattern.exec(report)?.[1]?.replaceAll('.', ''))
    t.equal(said(/enthält ([\d.]+) Einheiten/), count)
    t.equal(said(/Einheiten in ([\d.]+) Klassen/), classes)
    t.equal(said(/kleinste\s+hat (\d+)/), smallest)
    t.equal(said(/mit mindestens (\d+) anderen/), alike - 1)
    t.match(report, /\| Region, Größe und alle Zahlen \| \d+ \| 0 \|/)
  })

  await t.test('the same bytes again, other numbers of rows for another state', async (t) => {
    await run({ scientific: true }, 'b')
    t.equal(await readFile(join(folder, 'b/umfrage-1-suf.csv'), 'utf8'), text)
    t.equal(await readFile(join(folder, 'b/umfrage-1-suf-bericht.md'), 'utf8'), report)
    await t.rejects(run({ scientific: true, stand: '100' }, 'c'), /fehlen von umfrage-1 noch Antworten/)
    await t.rejects(run({ mindestens: '2' }, 'c'), /mindestens 3/)
    await t.rejects(run({ scientific: true, values: 'collected' }, 'c'), /nur mit den Korrekturen/)
    await t.rejects(run({ mindestens: '2000' }, 'c'), /zu wenige geantwortet/)
    const other = drawnRow(key, { ...drawnOf, state: state + 1 }, '117019')
    t.not(other, drawnRow(key, drawnOf, '117019'))
    t.not(other, drawnRow(deriveKeys('y'.repeat(40)).scientific, { ...drawnOf, state: state + 1 }, '117019'))
  })
})
