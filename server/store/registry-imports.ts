import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** What is read into the registry: the form of a file, a list of addresses, or a change by hand. */
export type ImportForm =
  | 'gv100ad'
  | 'auszug-gv'
  | 'gemeinden'
  | 'verbuende'
  | 'im-nummern'
  | 'empfaenger'
  | 'durchfuehrung'
  | 'einsaetze'
  | 'qualifikationen'
  | 'fortbildungen'
  | 'zustaendigkeit'
  | 'anschriften'
  | 'kontaktangaben'

export interface NewImport {
  form: ImportForm
  fileName: string
  fileHash: string
  effectiveFrom?: string | undefined
  accountId?: number | undefined
}

export interface RegistryImport {
  id: number
  form: ImportForm
  fileName: string
  effectiveFrom: string | null
  importedAt: Date
  who: string | null
  undoneAt: Date | null
  undoneBy: string | null
}

/** A row of the registry before and after. */
export interface RegistryChange {
  table: string
  key: string
  was: Record<string, unknown> | null
  became: Record<string, unknown> | null
}

/** Notes an import; all that its transaction changes of the registry is noted with it. */
export async function beginImport(trx: Db, { form, fileName, fileHash, ...rest }: NewImport): Promise<number> {
  const { id } = await trx
    .insertInto('registry_import')
    .values({
      form,
      file_name: fileName,
      file_hash: fileHash,
      effective_from: rest.effectiveFrom ?? null,
      account_id: rest.accountId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`select set_config('stichtag.registry_import', ${String(id)}, true)`.execute(trx)
  return id
}

export async function setImportCounts(trx: Db, id: number, counts: object): Promise<void> {
  await trx
    .updateTable('registry_import')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute()
}

/** What an import changed, in the order of the keys. */
export async function changesOf(db: Db, id: number): Promise<RegistryChange[]> {
  return db
    .selectFrom('registry_change')
    .select(['table_name as table', 'key', 'was', 'became'])
    .where('import_id', '=', id)
    .orderBy('key')
    .orderBy('valid_from')
    .execute()
}

/** All imports, the newest first. */
export async function listImports(db: Db): Promise<RegistryImport[]> {
  const { rows } = await sql<RegistryImport>`
    select i.id, i.form, i.file_name as "fileName", i.effective_from as "effectiveFrom", i.imported_at as "importedAt",
      a.name as who, i.undone_at as "undoneAt", u.name as "undoneBy"
    from registry_import i left join staff.account a on a.id = i.account_id left join staff.account u on u.id = i.undone_by
    order by i.id desc`.execute(db)
  return rows
}

/** The import that still counts; its row is held until the transaction ends, so that it is undone once. */
export async function holdImport(trx: Db, id: number): Promise<{ form: ImportForm; fileName: string } | undefined> {
  const { rows } = await sql<{ form: ImportForm; fileName: string }>`
    select form, file_name as "fileName" from registry_import where id = ${id} and undone_at is null for update`.execute(
    trx,
  )
  return rows[0]
}

export async function markImportUndone(trx: Db, id: number, accountId: number | undefined): Promise<void> {
  await trx
    .updateTable('registry_import')
    .set({ undone_at: sql<Date>`now()`, undone_by: accountId ?? null })
    .where('id', '=', id)
    .execute()
}

/** The number of the newest import that still counts. */
export async function lastImport(db: Db): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select max(id) as id from registry_import where undone_at is null`.execute(db)
  return rows[0]?.id ?? null
}
