import type { Db } from '../database/database.ts'
import { type KnownAmendment, listAmendments, undoAmendments } from '../store/amendments.ts'
import { noteStaff } from '../store/staff-audit.ts'

interface Wanted {
  wave: string
  by: number | undefined
  /** One of them, or all that were made together in a state of the data. */
  what: { id: number } | { state: number }
}

/** Takes one amendment back, or all that were made together. What was given is used again; says how many they were. */
export async function undo(db: Db, { wave, by, what }: Wanted): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const meant = (one: KnownAmendment) =>
      one.undoneAt === null && ('id' in what ? one.id === what.id : one.state === what.state)
    const own = (await listAmendments(trx, { wave, account: by })).filter(meant)
    if (own.length === 0) return 0
    const units = new Set(own.map(({ participantId }) => participantId))
    const [participant] = units
    const detail = { amendments: own.length, ...(units.size === 1 ? { participant } : {}) }
    await noteStaff(trx, { action: 'amendments_undone', accountId: by, wave, detail })
    const undone = await undoAmendments(
      trx,
      own.map(({ id }) => id),
      by,
    )
    return undone.length
  })
}
