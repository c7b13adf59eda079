import type { Provenance } from '../../analysis/report/provenance.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'

interface LeavingScript {
  action: 'download' | 'export'
  script: { name: string; text: string }
  provenance: Pick<Provenance, 'filters' | 'grouping'>
  accountId: number | undefined
}

/**
 * Notes a script that is about to leave. It names those who were asked and the group of each, which may be what they answered; so
 * it is noted like any other file.
 */
export async function noteScript(
  db: Db,
  { action, script: { name: file, text }, provenance: { filters, grouping }, accountId }: LeavingScript,
): Promise<void> {
  const filter = `${filters.join(', ') || 'keiner'}${grouping ? `; Gruppen: ${grouping}` : ''}`
  const format = file.slice(file.lastIndexOf('.') + 1)
  await noteStaff(db, { action, accountId, detail: { file, format, filter, sha256: sha256(text) } })
}
