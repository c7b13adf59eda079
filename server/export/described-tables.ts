import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { panelTables } from '../evaluation/panel-tables.ts'
import type { StudyContext } from '../evaluation/read-study.ts'
import type { WaveSurvey } from '../evaluation/surveys.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import type { Format } from './formats/format.ts'
import type { Table } from './table.ts'
import type { WrittenTable } from './text-file.ts'
import { waveTables } from './wave-tables.ts'

/** The tables that an export of a wave, or of several as a panel, consists of where nothing more is asked for. */
export async function tablesOf(
  context: StudyContext,
  forms: Forms,
  surveys: readonly WaveSurvey[],
  wanted: WantedData & { account?: number | undefined },
): Promise<Table[]> {
  const [survey] = surveys
  if (survey !== undefined && surveys.length === 1) {
    const { ergaenzungen, anmerkungen, ...tables } = await waveTables(context.pool, survey, wanted)
    return Object.values(tables)
  }
  const { state, values } = wanted
  const waves = surveys.map(({ wave }) => wave)
  return (await panelTables(context, forms, { waves, ...(state && { state }), ...(values && { values }) })).tables
}

/** What the files of some tables would be: as long, and with the same hash, as an export of the same state writes them. */
export async function measureTables(format: Format, tables: readonly Table[]): Promise<WrittenTable[]> {
  const written: WrittenTable[] = []
  for (const table of tables) {
    const hash = createHash('sha256')
    let bytes = 0
    const out = new Writable({
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        hash.update(chunk)
        done()
      },
    })
    await format.write(table, out)
    written.push({ table, format, bytes, sha256: hash.digest('hex') })
  }
  return written
}
