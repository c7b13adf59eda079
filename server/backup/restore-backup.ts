import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { knownMigrations } from '../database/migrate.ts'
import { InputError } from '../errors/input-error.ts'
import { fillEmpty, type Loading, NotEmpty } from '../store/whole/load.ts'
import { type Checked, checkBackup } from './check-backup.ts'
import { type Head, type Table, tableKey, tableOfPiece } from './contents.ts'
import { readBackup, type Source } from './read-backup.ts'
import { sumOf } from './table-sum.ts'

export interface Restored extends Checked {
  /** What brought it from the level of the backup to the newest. */
  migrated: string[]
  /** So many jobs waited or were under way, and are stopped. */
  held: number
}

const notEmpty =
  'Die Datenbank ist nicht leer. Eine Sicherung wird nur in eine leere eingespielt, damit nichts überschrieben wird. ' +
  'Abhilfe: mit STICHTAG_DATA einen neuen Ordner oder mit DATABASE_URL eine neue Datenbank nennen.'

interface RestoreOptions {
  application?: string | undefined
  putBeside?: (checked: Checked) => Promise<void>
}

/** A backup that is whole and that this version can bring back, up to which migration. */
export interface Restorable extends Checked {
  level: string
}

/** Reads a backup to its end and says what it is; a wrong passphrase and a broken file show here, before there is any database. */
export async function checkRestorable(source: Source): Promise<Restorable> {
  const checked = await checkBackup(source)
  return { ...checked, level: await levelOf(checked.head) }
}

/**
 * Brings a backup back into an empty database: verified before, verified after, in one transaction, or not at all. Where the application
 * has a role of its own, it gets its rights. What lies beside the database is put there before the transaction ends: whoever is broken
 * off in between can begin again.
 */
export async function restoreBackup(pool: Pool, source: Source, options: RestoreOptions = {}): Promise<Restored> {
  return restoreChecked(pool, source, await checkRestorable(source), options)
}

/** The same for a backup that was just checked. */
export async function restoreChecked(
  pool: Pool,
  source: Source,
  { level, ...checked }: Restorable,
  { application, putBeside = async () => undefined }: RestoreOptions = {},
): Promise<Restored> {
  try {
    const { migrated, held } = await fillEmpty(pool, { level, application }, async (loading) => {
      const unlike = unlikeTables(loading.tables, checked.head.tables)
      if (unlike.length > 0)
        throw new InputError(`Diese Tabellen passen nicht zu dieser Fassung: ${unlike.join(', ')}.`)
      await load(loading, source)
      await loading.settle(checked.head.sequences)
      await compare(loading, checked)
      await putBeside(checked)
    })
    return { ...checked, migrated, held }
  } catch (error) {
    throw error instanceof NotEmpty ? new InputError(notEmpty) : error
  }
}

/** The newest migration of the backup, all of which this program has to know, in this order. */
async function levelOf({ migrations, program }: Head): Promise<string> {
  const known = await knownMigrations()
  const unknown = migrations.filter((name, index) => name !== known[index])
  const level = migrations.at(-1)
  if (unknown.length === 0 && level !== undefined) return level
  throw new InputError(
    `Die Sicherung stammt aus einer anderen Fassung (${program}) und kennt Umstellungen, die hier fehlen: ` +
      `${unknown.join(', ')}. Abhilfe: eine neuere Fassung von Stichtag verwenden.`,
  )
}

/** The tables that only one of both has, or whose columns differ. */
function unlikeTables(present: readonly Table[], wanted: readonly Table[]): string[] {
  const shape = (table: Table) => `${tableKey(table)} (${table.columns.join(', ')})`
  const [are, were] = [present.map(shape), wanted.map(shape)]
  return [...are.filter((one) => !were.includes(one)), ...were.filter((one) => !are.includes(one))]
}

async function load({ tables, copyIn }: Loading, source: Source): Promise<void> {
  const byKey = new Map(tables.map((table) => [tableKey(table), table]))
  const entries = readBackup(source)
  let next = await entries.next()
  async function* piecesOf(key: string) {
    for (; !next.done && tableOfPiece(next.value.name) === key; next = await entries.next()) yield next.value.body
  }
  try {
    while (!next.done) {
      const key = tableOfPiece(next.value.name)
      const table = byKey.get(key ?? '')
      if (key === undefined || table === undefined) next = await entries.next()
      else await pipeline(piecesOf(key), copyIn(table))
    }
  } finally {
    await entries.return(undefined)
  }
}

/** What now lies in the database has to read like what was read from the other one. */
async function compare(loading: Loading, { head, manifest }: Checked): Promise<void> {
  const wrong: string[] = []
  for (const table of loading.tables) {
    const sum = await sumOf(loading.copyOut(table))
    if (JSON.stringify(sum) !== JSON.stringify(manifest.tables[tableKey(table)])) wrong.push(tableKey(table))
  }
  if (JSON.stringify(await loading.sequences()) !== JSON.stringify(head.sequences)) wrong.push('Zähler')
  if (wrong.length > 0) throw new Error(`Was eingespielt wurde, ist nicht, was gesichert war: ${wrong.join(', ')}.`)
}
