import type { ClientBase } from 'pg'
import type { ImportSummary } from '../admindata/summary.ts'

/** An import as it is listed. */
export interface ImportBatch {
  id: number
  file_name: string
  file_hash: string
  format: string
  title: string
  source: string
  licence: string
  as_of: string | null
  synthetic: boolean
  observations: number
  report: ImportSummary
  imported_at: Date
  undone_at: Date | null
  undo_reason: string | null
  /** From this state of the data on it counts, */
  state: number
  /** until this one. */
  undone_state: number | null
}

interface NewBatch {
  fileName: string
  fileHash: string
  /** What else than the file decides what is read. */
  settings: Record<string, unknown>
  format: string
  title: string
  source: string
  licence: string
  asOf: string | null
  synthetic: boolean
  observations: number
  report: ImportSummary
  accountId?: number | undefined
}

const columns = `id, file_name, file_hash, format, title, source, licence, as_of, synthetic, observations, report, imported_at,
  undone_at, undo_reason, state, undone_state`

/**
 * Imports take turns, so that each sees all that was there before it. The lock ends with the transaction, which may take as long
 * as ten million rows need.
 */
export async function takeTurn(client: ClientBase): Promise<void> {
  await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
  await client.query(`select pg_advisory_xact_lock(hashtext('admindata import'))`)
}

/** The import of the same file under the same settings that still counts. */
export async function findSame(
  client: ClientBase,
  fileHash: string,
  settings: Record<string, unknown>,
): Promise<ImportBatch | undefined> {
  const { rows } = await client.query<ImportBatch>(
    `select ${columns} from import_batch where file_hash = $1 and settings = $2 and undone_at is null`,
    [fileHash, JSON.stringify(settings)],
  )
  return rows[0]
}

export async function insertBatch(client: ClientBase, batch: NewBatch): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into import_batch
       (file_name, file_hash, settings, format, title, source, licence, as_of, synthetic, observations, report)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      batch.fileName,
      batch.fileHash,
      JSON.stringify(batch.settings),
      batch.format,
      batch.title,
      batch.source,
      batch.licence,
      batch.asOf,
      batch.synthetic,
      batch.observations,
      JSON.stringify(batch.report),
    ],
  )
  const id = rows[0]?.id ?? 0
  await audit(client, 'admindata.import', { batch: id, hash: batch.fileHash }, batch.accountId)
  return id
}

export async function listBatches(client: { query: ClientBase['query'] }): Promise<ImportBatch[]> {
  const { rows } = await client.query<ImportBatch>(`select ${columns} from import_batch order by id`)
  return rows
}

/**
 * Lets a batch count from the next state of the data on. The last thing that an import does: until its
 * transaction ends, whoever asks for the newest state waits.
 */
export async function letCount(client: ClientBase, id: number): Promise<void> {
  await client.query(`update import_batch set state = next_data_state('import') where id = $1`, [id])
}

/**
 * Marks a batch as undone: from the next state of the data on, what it superseded counts again, in whatever order batches are
 * undone. Its figures stay for earlier states. Undefined: there is no such batch that still counts.
 */
export async function markUndone(
  client: ClientBase,
  id: number,
  reason: string | null,
  accountId?: number,
): Promise<Pick<ImportBatch, 'file_name' | 'observations'> | undefined> {
  const { rows } = await client.query<Pick<ImportBatch, 'file_name' | 'observations'>>(
    `update import_batch set undone_at = now(), undo_reason = $2, undone_state = next_data_state('undo')
     where id = $1 and undone_at is null returning file_name, observations`,
    [id, reason],
  )
  const [batch] = rows
  if (batch !== undefined) await audit(client, 'admindata.undo', { batch: id }, accountId)
  return batch
}

/** The name of the file and the reason were typed by somebody: they stand with the batch. */
async function audit(
  client: ClientBase,
  action: string,
  detail: Record<string, unknown>,
  accountId: number | undefined,
): Promise<void> {
  const values = [action, JSON.stringify(detail), accountId ?? null]
  await client.query('insert into audit (action, detail, account_id) values ($1, $2, $3)', values)
}
