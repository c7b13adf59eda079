import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { beginImport, changesOf, setImportCounts } from '../store/registry-imports.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { type ChangeGroup, describeChanges } from './describe-changes.ts'
import { type FileRequest, type ImportCounts, planRegistry, type RegistryPlan } from './plan-registry.ts'

export interface RegistryOutcome
  extends Pick<RegistryPlan, 'form' | 'title' | 'from' | 'populationDate' | 'gone' | 'notes'> {
  /** unchanged: the registry says all of it already. faulty: nothing was kept. */
  state: 'imported' | 'preview' | 'unchanged' | 'faulty'
  import: number | null
  counts: ImportCounts
  changes: ChangeGroup[]
  problems: readonly string[]
}

interface Request extends FileRequest {
  path: string
  preview: boolean
  accountId?: number | undefined
}

/** Reads a file into the registry so that it can be taken back; a preview does the same work and keeps none of it. */
export async function recordImport(db: Db, request: Request): Promise<RegistryOutcome> {
  const { path, preview, accountId, file = path.split('/').at(-1) ?? '' } = request
  const { form, title, from, populationDate, gone, notes, problems, hash, apply } = await planRegistry(
    db,
    path,
    request,
  )
  const said = { form, title, from, populationDate, gone, notes, problems }
  if (problems.length > 0) return { ...said, state: 'faulty', import: null, counts: {}, changes: [] }
  const trx = await db.startTransaction().execute()
  try {
    const id = await beginImport(trx, { form, fileName: file, fileHash: hash, effectiveFrom: from, accountId })
    const counts = await apply(trx)
    const changes = describeChanges(await changesOf(trx, id))
    const state = changes.length === 0 ? 'unchanged' : preview ? 'preview' : 'imported'
    if (state === 'imported') {
      await setImportCounts(trx, id, counts)
      await noteStaff(trx, { action: 'registry_imported', accountId, detail: { ...counts, import: id } })
      await trx.commit().execute()
    } else await trx.rollback().execute()
    if (state === 'unchanged' && !preview)
      await noteStaff(db, { action: 'registry_imported', accountId, detail: counts })
    return { ...said, state, import: state === 'imported' ? id : null, counts, changes }
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}

/** What was not kept is told as such by commands. */
export function refuseFaulty({ state, problems }: RegistryOutcome): void {
  if (state === 'faulty') throw new InputError([...problems])
}
