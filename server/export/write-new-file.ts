import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { exportFiles } from './files.ts'
import type { Format } from './formats/format.ts'
import { type LeavingFile, noteExport } from './note-export.ts'
import type { Table } from './table.ts'
import { inWorkplace } from './workplace.ts'
import { measured, ownerOnly, writeTable } from './write-table.ts'

interface Wanted {
  format: Format
  out: string
  account: number | undefined
  /** Whether what reads it goes beside it. */
  withScript: boolean
}

/** Writes a table into a file that is not there yet, noted before it is there. Says how many rows it has, and which files there are. */
export async function writeNewFile(
  db: Db,
  table: Table,
  { format, out, account, withScript }: Wanted,
): Promise<{ rows: number; files: string[] }> {
  const { beside } = withScript ? format : {}
  const name = basename(out)
  const stem = name.endsWith(format.ending) ? name.slice(0, -format.ending.length) : undefined
  if (beside !== undefined && stem === undefined)
    throw new InputError(
      `Bitte nennen Sie mit --out eine Datei, die auf ${format.ending} endet: So heißt sie im Skript.`,
    )
  const script = beside && `${stem}${exportFiles[beside.file].ending}${beside.ending}`
  const names = [name, ...(script === undefined ? [] : [script])]
  const there = names.map((one) => join(dirname(out), one)).find((path) => existsSync(path))
  if (there !== undefined)
    throw new InputError(
      `Die Datei ${there} gibt es schon. Bitte nennen Sie eine andere, oder löschen Sie diese vorher.`,
    )
  let rows = 0
  const files = await inWorkplace(dirname(out), names, async (workplace) => {
    const written = await writeTable(format, table, join(workplace, name))
    rows = written.rows
    const leaving: LeavingFile[] = [{ file: table.file, ...written }]
    if (beside !== undefined && script !== undefined) {
      const path = join(workplace, script)
      await writeFile(path, beside.text([{ ...table, name: stem ?? '' }]), { flag: 'wx', mode: ownerOnly })
      leaving.push({ file: beside.file, ...(await measured(path)) })
    }
    await noteExport(db, format, [table], leaving, account)
  })
  return { rows, files }
}
