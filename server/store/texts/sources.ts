import { sql } from 'kysely'
import type { Db } from '../../database/database.ts'
import { nextCodingState } from './coding-state.ts'

/** A text as a file has it. */
export interface SourceLine {
  line: number
  place: string
  text: string
}

/** The field under which the texts of a file are coded, as a question is. */
export const fieldOfSource = (id: number): string => `datei_${id}`

export interface TextSource {
  id: number
  title: string
  fileName: string
  texts: number
  by: string | null
  at: Date
}

/** The files of texts of a wave that hold. */
export async function listSources(db: Db, wave: string): Promise<TextSource[]> {
  const { rows } = await sql<TextSource>`
    select o.id, o.title, o.file_name as "fileName", a.name as by, o.at,
      (select count(*) from written_text t where t.source_id = o.id)::integer as texts
    from text_source o left join staff.account a on a.id = o.account_id
    where o.wave_id = ${wave} and o.undone_state is null order by o.id`.execute(db)
  return rows
}

interface NewSource {
  wave: string
  title: string
  fileName: string
  fileHash: string
  lines: readonly SourceLine[]
  by: number | undefined
}

/** Reads texts of a file in. */
export async function addSource(trx: Db, { wave, title, fileName, fileHash, lines, by }: NewSource): Promise<number> {
  const { id } = await trx
    .insertInto('text_source')
    .values({
      wave_id: wave,
      title,
      file_name: fileName,
      file_hash: fileHash,
      account_id: by ?? null,
      state: await nextCodingState(trx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into written_text (wave_id, field, source_id, line, place, said, folded)
    select ${wave}, ${fieldOfSource(id)}, ${id}, line, place, text, fold_text(text)
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (line integer, place text, text text)
    order by line`.execute(trx)
  return id
}

/** Of two who read texts of a wave in at once, one waits for the other. */
export async function lockSources(trx: Db, wave: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`texts ${wave}`}))`.execute(trx)
}

/** The sources of the same file that hold already. */
export async function sourcesOfFile(db: Db, wave: string, fileHash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('text_source')
    .select('title')
    .where('wave_id', '=', wave)
    .where('file_hash', '=', fileHash)
    .where('undone_state', 'is', null)
    .execute()
  return rows.map(({ title }) => title)
}

/** Takes the texts of a file back; in earlier states of the data they stay. */
export async function undoSource(
  trx: Db,
  { wave, id, by }: { wave: string; id: number; by: number | undefined },
): Promise<boolean> {
  const state = await nextCodingState(trx)
  const { numUpdatedRows } = await trx
    .updateTable('text_source')
    .set({ undone_state: state, undone_at: sql<Date>`now()`, undone_by: by ?? null })
    .where('id', '=', id)
    .where('wave_id', '=', wave)
    .where('undone_state', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
