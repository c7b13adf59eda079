import type { Database } from '../../server/database/database.ts'
import { formatNamed } from '../../server/export/formats/index.ts'
import { waveTables } from '../../server/export/wave-tables.ts'
import { writeExport } from '../../server/export/write-export.ts'
import type { WantedData } from '../../server/store/panel-answers.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'

/** What `stichtag export` writes of a wave. */
export async function exportWave(
  { db, pool }: Database,
  {
    wave,
    instrument,
    format: name = 'csv',
    ...data
  }: { wave: string; instrument: Instrument; format?: string } & WantedData,
  folder: string,
): Promise<string[]> {
  const format = formatNamed(name)
  if (format === undefined) throw new Error(`${name} is no format`)
  const { stichtag = null } = instrument
  const tables = await waveTables(pool, { wave, instrument, stichtag, synthetic: false }, data)
  return writeExport(
    db,
    format,
    Object.values(tables).filter(({ file }) => file !== 'ergaenzungen'),
    folder,
  )
}
