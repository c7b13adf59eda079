import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Pool } from 'pg'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { CsvDialect } from './answers-query.ts'
import { type ExportFile, exportFiles, writeFileOf } from './write-file.ts'

/**
 * Writes answers, remarks and codebook of a wave as three CSV files. All are written beside their place first and moved
 * there together, so that a failure leaves nothing half done.
 */
export async function writeExport(
  pool: Pool,
  wave: string,
  instrument: Instrument,
  dialect: CsvDialect,
  folder: string,
  upTo?: number,
): Promise<string[]> {
  const target = resolve(folder)
  await mkdir(target, { recursive: true })
  const workplace = await mkdtemp(join(dirname(target), '.stichtag-export-'))
  try {
    const files = (Object.keys(exportFiles) as ExportFile[]).map((file) => ({
      file,
      name: `${wave}${exportFiles[file].ending}.csv`,
    }))
    for (const { file, name } of files) {
      await writeFileOf(
        pool,
        file,
        { wave, instrument, dialect, ...(upTo === undefined ? {} : { upTo }) },
        join(workplace, name),
      )
    }
    for (const { name } of files) await rename(join(workplace, name), join(target, name))
    return files.map(({ name }) => join(folder, name))
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}
