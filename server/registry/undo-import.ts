import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { restoreAddresses } from '../store/address-imports.ts'
import { holdImport, type ImportForm, markImportUndone } from '../store/registry-imports.ts'
import { changedSince, restoreRows } from '../store/registry-undo.ts'
import { noteStaff } from '../store/staff-audit.ts'

const namedKeys = 5

/** Takes an import of the registry or of addresses back; undefined where there is none to take back. */
export async function undoRegistryImport(
  db: Db,
  id: number,
  accountId?: number,
): Promise<{ form: ImportForm; fileName: string } | undefined> {
  return db.transaction().execute(async (trx) => {
    const held = await holdImport(trx, id)
    if (held === undefined) return undefined
    const changed = await changedSince(trx, id)
    if (changed.length > 0) throw new InputError(laterChange(changed))
    await restoreRows(trx, id).catch((cause) => {
      const referring = referringTable(cause)
      if (referring === undefined) throw cause
      throw new InputError(referring === 'participant' ? alreadyAsked : laterMember, { cause })
    })
    await restoreAddresses(trx, id)
    await markImportUndone(trx, id, accountId)
    await noteStaff(trx, { action: 'registry_undone', accountId, detail: { import: id } })
    return held
  })
}

const alreadyAsked =
  'Das lässt sich nicht mehr zurücknehmen: An einer Erhebung nimmt schon teil, wer durch diese Datei ins Verzeichnis kam.'

const laterMember =
  'Seither ist eine Zuständigkeit eingetragen worden, die sich darauf bezieht. Bitte nehmen Sie zuerst jene zurück.'

function laterChange(changed: readonly string[]): string {
  const more = changed.length - namedKeys
  const named = `${changed.slice(0, namedKeys).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`
  return `Seither ist anderes eingelesen worden, das dieselben Zeilen ändert (${named}). Bitte nehmen Sie zuerst das Spätere zurück.`
}

/** The database keeps whatever another row refers to, and names the table of that row. */
function referringTable(cause: unknown): string | undefined {
  const isKept = cause instanceof Error && 'code' in cause && cause.code === '23503' && 'table' in cause
  return isKept ? String(cause.table) : undefined
}
