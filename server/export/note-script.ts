import type { Provenance } from '../../analysis/report/provenance.ts'
import { valuesUsed } from '../../surveys/codebook/values-used.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'

/** What the log keeps of where the figures of a script come from. */
export type ScriptProvenance = Pick<Provenance, 'filters' | 'grouping' | 'snapshot'>

interface LeavingScript {
  action: 'download' | 'export'
  script: { name: string; text: string }
  provenance: ScriptProvenance
  accountId: number | undefined
}

/**
 * Notes a script that is about to leave. It names those who were asked and the group of each, which may be what they answered; so
 * it is noted like any other file.
 */
export async function noteScript(
  db: Db,
  { action, script: { name: file, text }, provenance: { filters, grouping, snapshot }, accountId }: LeavingScript,
): Promise<void> {
  const filter = `${filters.join(', ') || 'keiner'}${grouping ? `; Gruppen: ${grouping}` : ''}`
  const { state, values } = snapshot
  const format = file.slice(file.lastIndexOf('.') + 1)
  await noteStaff(db, {
    action,
    accountId,
    detail: { file, format, filter, state, values: valuesUsed[values].code, sha256: sha256(text) },
  })
}
