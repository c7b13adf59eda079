import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { loadCatalogue } from '../../analysis/indicators/load.ts'
import { type ImportRequest, importFile } from '../../server/admindata/import-file.ts'
import { readSettings, type TypedSettings } from '../../server/admindata/settings.ts'
import { freshDatabase, type Teardown } from './fresh-database.ts'

export const catalogue = await loadCatalogue()

const header =
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label'

const statistics = { BEVSTD: '12411', BEV030: '12531' } as const

export interface FlatRow {
  time?: string
  key: string
  sex?: 'GESM' | 'GESW'
  value: string | number
  measure?: keyof typeof statistics
}

/** A flat file of GENESIS in its layout of 2025. */
export function flatFile(...rows: FlatRow[]): string {
  const lines = rows.map(({ time = '2018-12-31', key, sex = '', value, measure = 'BEVSTD' }) => {
    const level = key.length === 8 ? 'GEMEIN' : key.length === 5 ? 'KREISE' : 'DLAND'
    const parts = `GES;Geschlecht;${sex};${sex === '' ? 'Insgesamt' : sex}`
    return `${statistics[measure]};Statistik;STAG;Stichtag;${time};${level};Region;${key};Name;${parts};${value};Anzahl;${measure};Größe`
  })
  return `${[header, ...lines].join('\n')}\n`
}

/** A database with all Kommunen, a folder for files, and what is needed to read them in and to look at what is kept. */
export async function admindataWorld(t: Teardown & { testdir(files: Record<string, string>): string }) {
  const { db, pool, url, owner } = await freshDatabase(t, 'kommunen')
  const folder = t.testdir({})

  async function load(
    name: string,
    content: string | Uint8Array,
    typed: TypedSettings = {},
    rest: Partial<ImportRequest> = {},
  ) {
    const path = join(folder, name)
    await writeFile(path, content)
    const settings = await readSettings(typed, catalogue)
    return importFile({ db, pool, catalogue }, { path, settings, preview: false, ...rest })
  }

  /** What counts now: `einwohner GES=GESW 117019 2018-12-31/0` → the number, or the reason why there is none. */
  async function kept(): Promise<Record<string, number | string>> {
    const { rows } = await sql<{ name: string; value: number | null; missing: string | null }>`
      select distinct on (1) concat_ws(' ', indicator, nullif(breakdown, ''), region, starts || '/' || months) as name,
        value, missing
      from observation join series on series.id = series_id join import_batch b on b.id = batch_id
      where undone_state is null order by 1, batch_id desc`.execute(db)
    return Object.fromEntries(rows.map(({ name, value, missing }) => [name, value ?? missing ?? '']))
  }

  return { db, pool, url, owner, folder, load, kept }
}
