import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { panelTables } from '../../../server/evaluation/panel-tables.ts'
import { formatNamed } from '../../../server/export/formats/index.ts'
import { writeExport } from '../../../server/export/write-export.ts'
import { Forms } from '../../../server/forms/form.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { exportWave } from '../../support/export-wave.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { type Answers, addWave, withRegistry } from '../../support/panel-world.ts'
import { readWithPspp } from '../../support/read-sav.ts'
import { readStata } from '../../support/read-stata.ts'

t.test(
  'numbers for spreadsheets in German have a decimal comma, in a wave and in the panel; others a point, and Stata and SPSS numbers',
  async (t) => {
    const world = await freshDatabase(t)
    const units = (await withRegistry(world)).slice(0, 3)
    const answers: Answers[] = [
      { vor_vzae: 9.75 },
      { vor_vzae: 1200 },
      { organisation: 'sonstiges', organisation_sonstiges_text: '1.5 Stellen' },
    ]
    await addWave(world, 'umfrage-2', units, (_unit, place) => answers[place])
    const instrument = await loadInstrument('umfrage-2')
    if (instrument === undefined) throw new Error('umfrage-2 is missing')
    for (const [name, delimiter, first] of [
      ['csv', ',', '9.75'],
      ['csv-de', ';', '9,75'],
    ] as const) {
      const folder = t.testdir({})
      const read = async (file: string) => {
        const text = (await readFile(join(folder, file), 'utf8')).replace(/^\ufeff/, '')
        const { data, errors } = Papa.parse<Record<string, string>>(text, {
          header: true,
          skipEmptyLines: true,
          delimiter,
        })
        t.strictSame(errors, [])
        return data
      }
      await exportWave(world, { wave: 'umfrage-2', instrument, format: name }, join(folder, 'welle'))
      const wave = await read('welle/umfrage-2.csv')
      t.strictSame(
        wave.map(({ vor_vzae, abgabe }) => [vor_vzae, abgabe]),
        [
          [first, '1'],
          ['1200', '1'],
          ['', '1'],
        ],
      )
      t.equal(wave[2]?.organisation_sonstiges_text, '1.5 Stellen', 'what was written stays')
      const { tables } = await panelTables(world, new Forms(), { waves: ['umfrage-2'] })
      const format = formatNamed(name)
      if (format === undefined) return t.fail(name)
      await writeExport(world.db, format, tables, join(folder, 'panel'))
      const panel = await read('panel/umfrage-2.csv')
      t.strictSame(
        panel.map(({ vor_vzae, vor_vzae_fehlt }) => [vor_vzae, vor_vzae_fehlt]),
        [
          [first, ''],
          ['1200', ''],
          ['', 'leer'],
        ],
      )
    }
    const { tables } = await panelTables(world, new Forms(), { waves: ['umfrage-2'] })
    const folder = t.testdir({})
    for (const name of ['dta', 'sav']) {
      const format = formatNamed(name)
      if (format === undefined) return t.fail(name)
      await writeExport(world.db, format, tables, folder)
    }
    const [panel] = readStata([join(folder, 'umfrage-2.dta')])
    t.match(
      panel?.columns.filter(({ name }) => name.startsWith('vor_vzae')).map(({ cells }) => cells),
      [
        [9.75, 1200, '.i'],
        ['.', '.', -9],
      ],
    )
    t.strictSame(
      readWithPspp(t, folder, 'umfrage-2.sav').map(({ vor_vzae, vor_vzae_fehlt }) => [vor_vzae, vor_vzae_fehlt]),
      [
        ['9.75', ''],
        ['1200', ''],
        ['-9', 'leer'],
      ],
    )
  },
)
