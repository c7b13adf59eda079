import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppContext } from '../boot/context.ts'
import { InputError } from '../errors/input-error.ts'
import { inWorkplace } from '../export/workplace.ts'
import { scopeOf } from '../store/scopes.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { leavingPackage } from './leaving-package.ts'
import type { Package } from './package.ts'
import { writePackage } from './write-package.ts'

interface Writing {
  folder: string
  accountId: number | undefined
  onProgress?: (done: number, total: number) => void
}

/** Writes a package and its zip into a folder, both or neither, and says where. It is noted before it is there. */
export async function writeArchive(
  { db }: Pick<AppContext, 'db'>,
  packed: Package,
  { folder, accountId, onProgress }: Writing,
): Promise<string[]> {
  if (accountId !== undefined && (await scopeOf(db, accountId)).length > 0)
    throw new InputError('Das Konto ist nur für einen Teil zuständig. Ein Archivpaket enthält alle.')
  if (existsSync(join(folder, packed.name)))
    throw new InputError(
      `Den Ordner „${join(folder, packed.name)}“ gibt es schon. Bitte verschieben oder löschen Sie ihn.`,
    )
  return inWorkplace(folder, [packed.name, `${packed.name}.zip`], async (workplace) => {
    const written = await writePackage(packed, workplace, onProgress)
    await noteStaff(db, { action: 'export', accountId, ...leavingPackage(packed, written) })
  })
}
