import type { Study } from '../../analysis/codebook/codebook.ts'
import { valuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { type ExportFile, exportFiles } from './files.ts'
import type { Format } from './formats/format.ts'
import type { Origin } from './origin.ts'
import type { Table } from './table.ts'
import type { WrittenFile } from './write-table.ts'

/** A file that is about to leave; rows are told of tables alone. */
export type LeavingFile = { file: ExportFile } & Omit<WrittenFile, 'rows'> & Partial<Pick<WrittenFile, 'rows'>>

/** Notes the files that a command writes, all or none. */
export async function noteExport(
  db: Db,
  format: Format,
  tables: readonly Table[],
  files: readonly LeavingFile[],
  accountId: number | undefined,
): Promise<void> {
  const origin = tables[0]?.origin
  if (origin === undefined) throw new Error('an export has a table')
  await db.transaction().execute(async (trx) => {
    for (const file of files) await noteStaff(trx, { action: 'export', accountId, ...leaving(format, origin, file) })
  })
}

/** What the log keeps of a file: of what it was made, and how it is recognised again. */
export function leaving(
  { name: format }: Pick<Format, 'name'>,
  { waves, state, values, since, madeAgain, anonymous }: Omit<Origin, 'at' | 'program'>,
  { file, rows, bytes, sha256 }: LeavingFile,
) {
  const [first] = waves
  const one = waves.length === 1 ? first : undefined
  return {
    ...(one === undefined ? {} : { wave: one.wave }),
    detail: {
      file,
      format,
      filter: exportFiles[file].filter,
      ...(rows === undefined ? {} : { rows }),
      bytes,
      sha256,
      state,
      ...(values && { values: valuesUsed[values].code }),
      ...(since !== undefined && { since }),
      ...(madeAgain && { madeAgain: madeAgain.after }),
      ...anonymous,
      surveyVersion: waves.map(({ version }) => version).join(', '),
      synthetic: waves.some(({ synthetic }) => synthetic),
      ...(one === undefined ? { waves: waves.map(({ wave }) => wave) } : {}),
    },
  }
}

/** The same of a codebook, which is no table. */
export const leavingCodebook = (
  format: string,
  { waves, state, values }: Study,
  written: Pick<LeavingFile, 'bytes' | 'sha256'>,
) => leaving({ name: format }, { waves, state, values }, { file: 'codebuch', ...written })
