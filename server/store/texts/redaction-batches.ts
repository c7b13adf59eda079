import { sql } from 'kysely'
import type { RedactionKind } from '../../../analysis/texts/redaction/proposal.ts'
import type { Db } from '../../database/database.ts'

/** A part of a text that is decided on with others. */
export interface PlaceInText {
  text: number
  start: number
  end: number
}

interface Decided {
  wave: string
  places: readonly PlaceInText[]
  kind: RedactionKind
  accepted: boolean
  by: number
}

/** Decides on parts of several texts at once, those alone on which nobody has decided meanwhile. Gives its number, and how many there were. */
export async function decideTogether(
  trx: Db,
  { wave, places, kind, accepted, by }: Decided,
): Promise<{ batch: number; count: number }> {
  const { id: batch } = await trx
    .insertInto('redaction_batch')
    .values({ wave_id: wave, account_id: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { numAffectedRows = 0n } = await sql`
    insert into redaction as r (text_id, starts, ends, kind, certain, accepted, decided_by, decided_at, batch_id)
    select text, start, "end", ${kind}, false, ${accepted}, ${by}::bigint, now(), ${batch}::bigint
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as given (text bigint, start integer, "end" integer)
    on conflict (text_id, starts, ends) do update
      set accepted = excluded.accepted, decided_by = excluded.decided_by, decided_at = now(), batch_id = excluded.batch_id
      where r.accepted is null`.execute(trx)
  return { batch, count: Number(numAffectedRows) }
}

/** Opens again what was decided together and not by itself since; says how many parts these are. */
export async function undoTogether(
  trx: Db,
  { wave, batch, by }: { wave: string; batch: number; by: number },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('redaction_batch')
    .set({ undone_at: sql<Date>`now()`, undone_by: by })
    .where('id', '=', batch)
    .where('wave_id', '=', wave)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 0
  const { numUpdatedRows: opened } = await trx
    .updateTable('redaction')
    .set({ accepted: null, decided_by: null, decided_at: null, batch_id: null })
    .where('batch_id', '=', batch)
    .executeTakeFirst()
  return Number(opened)
}

/** What was decided together, by its number: how many parts still stand as it was decided. */
export interface RedactionBatch {
  id: number
  count: number
  accepted: boolean
  by: string
  at: Date
}

export async function batchesOf(db: Db, wave: string, ids: readonly number[]): Promise<RedactionBatch[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RedactionBatch>`
    select b.id, count(*)::integer as count, bool_and(r.accepted) as accepted, a.name as by, b.at
    from redaction_batch b join redaction r on r.batch_id = b.id join staff.account a on a.id = b.account_id
    where b.wave_id = ${wave} and b.id = any(${[...ids]}::bigint[]) group by b.id, a.name order by b.id desc`.execute(
    db,
  )
  return rows
}
