import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../database/database.ts'
import { exportFiles } from './files.ts'
import type { Format } from './formats/format.ts'
import { type LeavingFile, noteExport } from './note-export.ts'
import type { Table } from './table.ts'
import type { TextFile } from './text-file.ts'
import { inWorkplace } from './workplace.ts'
import { measured, ownerOnly, writeTable } from './write-table.ts'

/** Writes tables and what goes beside them into a folder, all or none, and says under which names. Each is noted before it is there. */
export async function writeExport(
  db: Db,
  format: Format,
  tables: readonly Table[],
  folder: string,
  accountId?: number,
  texts: readonly TextFile[] = [],
): Promise<string[]> {
  const { beside } = format
  const besideName = beside && `${tables[0]?.name}${exportFiles.beschreibung.ending}${beside.ending}`
  const names = [
    ...tables.map(({ name }) => `${name}${format.ending}`),
    ...(besideName === undefined ? [] : [besideName]),
    ...texts.map(({ name }) => name),
  ]
  return inWorkplace(folder, names, async (workplace) => {
    const files: LeavingFile[] = []
    for (const table of tables) {
      const written = await writeTable(format, table, join(workplace, `${table.name}${format.ending}`))
      files.push({ file: table.file, ...written })
    }
    if (beside !== undefined && besideName !== undefined) {
      const path = join(workplace, besideName)
      await writeFile(path, beside.text(tables), { flag: 'wx', mode: ownerOnly })
      files.push({ file: 'beschreibung', ...(await measured(path)) })
    }
    for (const { file, name, text } of texts) {
      const path = join(workplace, name)
      await writeFile(path, text, { flag: 'wx', mode: ownerOnly })
      files.push({ file, ...(await measured(path)) })
    }
    await noteExport(db, format, tables, files, accountId)
  })
}
