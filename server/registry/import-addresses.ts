import { basename } from 'node:path'
import { openTables } from '../admindata/open-tables.ts'
import { placed } from '../admindata/placed.ts'
import type { Db } from '../database/database.ts'
import { keepAddresses, presentAddresses, unitsWithNames } from '../store/addresses.ts'
import { beginImport, setImportCounts } from '../store/registry-imports.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { type AddressChanges, compareAddresses } from './compare-addresses.ts'
import { readAddresses } from './read-addresses.ts'

export interface AddressOutcome extends AddressChanges {
  /** unchanged: every address is known as it is. faulty: nothing was kept. */
  state: 'imported' | 'preview' | 'unchanged' | 'faulty'
  import: number | null
  problems: string[]
  /** The names of the units. */
  names: ReadonlyMap<string, string>
}

interface Request {
  path: string
  file?: string
  preview: boolean
  accountId?: number | undefined
  mostUnpacked?: number
}

/** Reads a list of addresses: all of it or nothing. */
export async function importAddresses(
  db: Db,
  { path, file = basename(path), preview, accountId, ...limits }: Request,
): Promise<AddressOutcome> {
  const opened = await openTables(path, { file, ...limits })
  try {
    return await db.transaction().execute(async (trx) => {
      const names = await unitsWithNames(trx)
      const { addresses, problems } = await readAddresses(opened, names)
      if (problems.length > 0) {
        const none = { added: [], changed: [], unchanged: 0, import: null, names }
        return { ...none, state: 'faulty', problems: problems.map((one) => placed(file, one)) }
      }
      const changes = compareAddresses(await presentAddresses(trx), addresses)
      const written = [...changes.added, ...changes.changed.map(({ after }) => after)]
      const outcome = { ...changes, problems: [], names, import: null }
      if (written.length === 0) return { ...outcome, state: 'unchanged' }
      if (preview) return { ...outcome, state: 'preview' }
      const importId = await beginImport(trx, { form: 'anschriften', fileName: file, fileHash: opened.hash, accountId })
      await keepAddresses(trx, written, { source: 'file', importId, accountId })
      const counts = { added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchanged }
      await setImportCounts(trx, importId, counts)
      await noteStaff(trx, { action: 'addresses_imported', accountId, detail: { import: importId, ...counts } })
      return { ...outcome, import: importId, state: 'imported' }
    })
  } finally {
    await opened.close()
  }
}
