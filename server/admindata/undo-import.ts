import type { Pool } from 'pg'
import { markUndone, takeTurn } from '../store/import-batches.ts'
import { inTransaction } from '../store/transaction.ts'

/** Takes an import back; undefined where there is none to take back. */
export async function undoImport(
  pool: Pool,
  batch: number,
  reason: string | null,
  accountId?: number,
): Promise<{ file: string; observations: number } | undefined> {
  return inTransaction(pool, async (client) => {
    await takeTurn(client)
    const undone = await markUndone(client, batch, reason, accountId)
    if (undone === undefined) return { keep: false, result: undefined }
    return { keep: true, result: { file: undone.file_name, observations: undone.observations } }
  })
}
