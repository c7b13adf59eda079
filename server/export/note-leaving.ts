import type { Provenance } from '../../analysis/report/provenance.ts'
import { valuesUsed } from '../../surveys/codebook/values-used.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'

/** What the log keeps of where the figures of a script or a picture come from. */
export interface LeavingProvenance extends Pick<Provenance, 'filters' | 'grouping'> {
  snapshot: Pick<Provenance['snapshot'], 'state' | 'values'>
}

interface Leaving {
  action: 'download' | 'export'
  file: { name: string; content: string | Buffer }
  provenance: LeavingProvenance
  accountId: number | undefined
}

/**
 * Notes a script or a picture that is about to leave. A script names those who were asked and the group of each, which may be what
 * they answered; so it is noted like any other file.
 */
export async function noteLeaving(
  db: Db,
  { action, file: { name: file, content }, provenance: { filters, grouping, snapshot }, accountId }: Leaving,
): Promise<void> {
  const filter = `${filters.join(', ') || 'keiner'}${grouping ? `; Gruppen: ${grouping}` : ''}`
  const { state, values } = snapshot
  const format = file.slice(file.lastIndexOf('.') + 1)
  await noteStaff(db, {
    action,
    accountId,
    detail: { file, format, filter, state, values: valuesUsed[values].code, sha256: sha256(content) },
  })
}
