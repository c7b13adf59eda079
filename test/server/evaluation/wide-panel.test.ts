import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { panelTables } from '../../../server/evaluation/panel-tables.ts'
import { formatNamed } from '../../../server/export/formats/index.ts'
import type { Cell, Row, Table } from '../../../server/export/table.ts'
import { writeTable } from '../../../server/export/write-table.ts'
import { Forms } from '../../../server/forms/form.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { addWave, correct, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const
const forms = new Forms()

async function rowsOf({ columns, rows }: Table): Promise<Record<string, Cell>[]> {
  const all: Row[] = []
  for await (const some of rows.typed()) all.push(...some)
  return all.map((row) => Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null])))
}

const named = (tables: readonly Table[], file: string): Table => {
  const found = tables.find((one) => one.file === file)
  if (found === undefined) throw new Error(file)
  return found
}

t.test('a row for each unit says the same as a row for each unit and wave', async (t) => {
  const world = await admindataWorld(t)
  const units = (await withRegistry(world)).slice(0, 6)
  const [both = '', second = '', never = '', stated = ''] = units
  const share = { im_gesamt: 80, im_plan: 40, im_kurs_jetzt: 10, im_kurs_jetzt_unbekannt: 2 }
  await addWave(world, 'umfrage-1', units, (unit) =>
    unit === never || unit === second ? undefined : { zp_gesamt: 7, ...share },
  )
  await addWave(world, 'umfrage-4', units, (unit) => (unit === never ? undefined : { zp_gesamt: 0, ...share }))
  await correct(
    world,
    'umfrage-1',
    stated,
    { im_gesamt: 62, im_plan: 40, im_kurs_jetzt: 45, im_kurs_jetzt_unbekannt: 2 },
    [{ check: 'im_kurs_jetzt_hoechstens_plan', values: {}, reason: 'alle_betreuten', text: 'Auch ohne Plan.' }],
  )
  const years = ['2018-12-31', '2019-12-31']
  await world.load(
    'kommunen.csv',
    flatFile(
      ...years.flatMap((time, more) =>
        units.map((unit, place) => ({ time, key: `08${unit}`, value: 500 + place + more })),
      ),
    ),
  )
  const wanted = { waves, wide: true }
  const { tables } = await panelTables(world, forms, {
    ...wanted,
    variables: ['zp_gesamt', 'im_kurs_jetzt_anteil', 'zg_gruppe_duldung', 'im_herkunft_syrien'],
    indicators: ['einwohner'],
  })
  const [long, wide] = [named(tables, 'panel'), named(tables, 'panel-breit')]
  const rows = await rowsOf(wide)

  t.test('long again, cell by cell', async (t) => {
    const again = rows.flatMap((row) =>
      waves.map((wave, place) => {
        const cells = Object.entries(row).flatMap(([name, cell]) => {
          const [, stem = '', own, ending = ''] = /^(.*)_w(\d+)(_fehlt)?$/.exec(name) ?? [null, name]
          return own === undefined || own === String(place + 1) ? [[`${stem}${ending}`, cell]] : []
        })
        const { muster, teilnahme, ...rest } = Object.fromEntries(cells)
        t.equal(String(muster)[place], String(teilnahme))
        return { welle: wave, ...rest }
      }),
    )
    const byWave = waves.flatMap((wave) => again.filter(({ welle }) => welle === wave))
    t.same(byWave, await rowsOf(long))
  })

  t.test('who took part, what shares are of, and what there is besides', async (t) => {
    const of = (unit: string) => rows.find(({ gkz }) => gkz === unit)
    t.match(of(both), { muster: '11', zp_gesamt_w1: 7, zp_gesamt_w2: 0, teilnahme_w1: 1 })
    t.match(of(second), {
      muster: '01',
      zp_gesamt_w1: null,
      zp_gesamt_w1_fehlt: 'keine_teilnahme',
      zp_gesamt_w2_fehlt: null,
    })
    t.match(of(never), { muster: '00', einwohner_w1: 502, einwohner_w2: 503 })
    // 10 of 40 less 2; and 45 of the 62 that were stated, less 2.
    t.match(of(both), { im_kurs_jetzt_n_w1: 38, im_kurs_jetzt_anteil_w1: 1000 / 38 })
    t.match(of(stated), { im_kurs_jetzt_n_w1: 60, im_kurs_jetzt_anteil_w1: 75, im_kurs_jetzt_n_w2: 38 })
    t.match(of(never), { im_kurs_jetzt_n_w1: null, im_kurs_jetzt_n_w1_fehlt: 'keine_teilnahme' })
  })

  t.test('columns say how far they can be compared, and codebook and file call them alike', async (t) => {
    const notesOf = (name: string) => wide.columns.find((one) => one.name === name)?.notes?.join(' ') ?? ''
    t.match(notesOf('im_kurs_jetzt_anteil_w2'), 'Bezugsgröße: Personen mit Integrationsplan')
    t.match(notesOf('im_herkunft_syrien_w1'), 'umfrage-1 → umfrage-4: andere Bezugsgruppe.')
    t.match(notesOf('einwohner_w1'), /Quelle: einwohner: .*2018.*Import 1/)
    const book = await rowsOf(named(tables, 'panel-codebuch'))
    const names = book.flatMap(({ breit }) => String(breit ?? '').split(' ')).filter(Boolean)
    const inFile = wide.columns.map(({ name }) => name)
    t.strictSame(inFile.filter((name) => /_w\d|^muster$/.test(name)).toSorted(), names.toSorted())
    const folder = await mkdtemp(join(tmpdir(), 'breit-'))
    for (const name of ['dta', 'sav']) {
      const format = formatNamed(name)
      if (format === undefined) throw new Error(name)
      await writeTable(format, wide, join(folder, name))
      t.match((await readFile(join(folder, name))).toString('utf8').replaceAll(/\s+/g, ' '), 'Quelle: einwohner')
    }
  })

  t.test('all that can be compared has a name of its own that every program takes', async (t) => {
    const { tables } = await panelTables(world, forms, wanted)
    const names = named(tables, 'panel-breit').columns.map(({ name }) => name)
    t.ok(names.length > 1_000 && names.every((name) => name.length <= 32))
  })
})
