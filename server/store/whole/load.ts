import type { ClientBase, Pool } from 'pg'
import { migrateWithin, waitForTurn } from '../../database/migrate.ts'
import { onConnection } from '../../database/on-connection.ts'
import { setGrants } from '../../database/roles/set-grants.ts'
import { quoted } from '../quoted.ts'
import { inTransaction } from '../transaction.ts'
import {
  type CatalogueSequence,
  type CatalogueTable,
  type ForeignKey,
  listForeignKeys,
  listSequences,
  listTables,
  listTriggers,
  nameOf,
} from './catalogue.ts'
import { copyIn, copyOut, writeAlike } from './copying.ts'
import { holdSending } from './hold-sending.ts'

/** A database that is being filled; all of it happens in one transaction. */
export interface Loading {
  /** What stands in the catalogue after migrating up to the level wanted. */
  tables: CatalogueTable[]
  copyIn(table: CatalogueTable): ReturnType<typeof copyIn>
  copyOut(table: CatalogueTable): ReturnType<typeof copyOut>
  /** Brings keys and triggers back, and sets the sequences. */
  settle(sequences: readonly CatalogueSequence[]): Promise<void>
  sequences(): Promise<CatalogueSequence[]>
}

export class NotEmpty extends Error {}

/**
 * Fills an empty database: it is made as it was at a migration, filled by `fill`, brought to the newest migration, and sends nothing
 * by itself; or nothing of it happens. Foreign keys are taken away and made again, which checks them all, and triggers do not fire meanwhile: so rows
 * can come in any order, and no right is needed but that of the owner.
 */
export async function fillEmpty(
  pool: Pool,
  { level, application }: { level: string; application: string | undefined },
  fill: (loading: Loading) => Promise<void>,
): Promise<{ migrated: string[]; held: number }> {
  return inTransaction(pool, async (client) => {
    await writeAlike(client)
    await waitForTurn(client)
    const present = await listTables(client)
    if (present.length > 0) throw new NotEmpty()
    await migrateWithin(client, level)
    await fill(await loadingOf(client))
    const migrated = await migrateWithin(client)
    const held = await holdSending(onConnection(client))
    if (application !== undefined) await setGrants(onConnection(client), application)
    return { keep: true, result: { migrated, held } }
  })
}

async function loadingOf(client: ClientBase): Promise<Loading> {
  const tables = await listTables(client)
  const triggers = await listTriggers(client)
  const keys = await listForeignKeys(client)
  for (const key of keys) await client.query(`alter table ${tableOf(key)} drop constraint ${quoted(key.name)}`)
  for (const table of tables) await client.query(`alter table ${nameOf(table)} disable trigger user`)
  // Migrations may have put rows of their own into it.
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`)
  return {
    tables,
    copyIn: (table) => copyIn(client, table),
    copyOut: (table) => copyOut(client, table),
    sequences: () => listSequences(client),
    async settle(sequences) {
      for (const sequence of sequences) {
        await client.query('select setval($1::regclass, $2, $3)', [nameOf(sequence), sequence.last, sequence.called])
      }
      for (const table of tables) await client.query(`alter table ${nameOf(table)} enable trigger user`)
      for (const key of keys) {
        await client.query(`alter table ${tableOf(key)} add constraint ${quoted(key.name)} ${key.definition}`)
      }
      assertSame(await listTriggers(client), triggers)
      assertSame(await listForeignKeys(client), keys)
    },
  }
}

const tableOf = ({ schema, table }: ForeignKey) => nameOf({ schema, name: table })

function assertSame(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error('a trigger or foreign key did not come back')
}
