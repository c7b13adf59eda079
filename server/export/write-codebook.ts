import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSynthetic } from '../../analysis/codebook/study-words.ts'
import type { Db } from '../database/database.ts'
import { type ReadingContext, reading } from '../database/reading.ts'
import { openWaves } from '../evaluation/open-waves.ts'
import { readCodebook } from '../evaluation/read-codebook.ts'
import { readStudy, type StudyContext } from '../evaluation/read-study.ts'
import type { Forms } from '../forms/form.ts'
import { readSnapshot, type WantedData } from '../store/panel-answers.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { codebookFormats } from './codebook-formats.ts'
import { croissantFile } from './croissant-file.ts'
import { measureTables, tablesOf } from './described-tables.ts'
import { csv } from './formats/csv.ts'
import { leavingCodebook } from './note-export.ts'
import { inWorkplace } from './workplace.ts'
import { measured, ownerOnly, writeTable } from './write-table.ts'

interface WantedCodebook extends WantedData {
  waves: readonly string[]
  format: string
  out: string
  account: number | undefined
}

/** Writes a codebook into a file, which is noted before it is there. */
export async function writeCodebook(
  context: StudyContext & ReadingContext,
  forms: Forms,
  wanted: WantedCodebook,
): Promise<{ synthetic: boolean }> {
  return reading(context, (copy) => writeFrom({ ...context, ...copy }, forms, wanted, context.db))
}

async function writeFrom(
  context: StudyContext,
  forms: Forms,
  { waves, format, out, account, ...data }: WantedCodebook,
  log: Db,
): Promise<{ synthetic: boolean }> {
  const { db, pool } = context
  const { surveys } = await openWaves(db, forms, waves)
  const used = await readSnapshot(pool, data.state, data.values)
  const study = await readStudy(context, surveys, used)
  const tables = () => tablesOf(context, forms, surveys, { ...used, account })
  const name = basename(out)
  await inWorkplace(dirname(out), [name], async (workplace) => {
    const path = join(workplace, name)
    const put = (content: Uint8Array | string) => writeFile(path, content, { flag: 'wx', mode: ownerOnly })
    const one = codebookFormats.find((known) => known.name === format)
    if (one !== undefined) await put(await one.write(await readCodebook(context, forms, waves, used)))
    else if (format === 'croissant') {
      const { text } = croissantFile(study.id, async () => study, context.config)
      await put(await text(await measureTables(csv, await tables())))
    } else {
      const table = (await tables()).find(({ file }) => file === 'codebuch' || file === 'panel-codebuch')
      if (table === undefined) throw new Error('every export has a codebook')
      await writeTable(csv, table, path)
    }
    await noteStaff(log, {
      action: 'export',
      accountId: account,
      ...leavingCodebook(format, study, await measured(path)),
    })
  })
  return { synthetic: isSynthetic(study) }
}
