import { Buffer } from 'node:buffer'
import type { Writable } from 'node:stream'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { quoted } from '../quoted.ts'
import { type CatalogueTable, nameOf } from './catalogue.ts'

/**
 * So that a value is written the same by every PostgreSQL, whatever its administrator prefers, and rows in the order in which
 * they lie. No limit holds: the file may be slower than the database. Row security must not hide rows; where it would, it is an error.
 */
const settings = {
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  synchronize_seqscans: 'off',
  row_security: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
}

/** Until the end of the transaction. */
export async function writeAlike(client: ClientBase): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await client.query('select set_config($1, $2, true)', [name, value])
  }
}

const columnsOf = ({ columns }: CatalogueTable) => columns.map(quoted).join(', ')

/** The rows of a table in the text format of COPY, which stays the same from version to version. */
export async function* copyOut(client: ClientBase, table: CatalogueTable): AsyncGenerator<Buffer> {
  const rows = client.query(copyTo(`copy ${nameOf(table)} (${columnsOf(table)}) to stdout`))
  for await (const bytes of rows) yield Buffer.from(bytes)
}

export function copyIn(client: ClientBase, table: CatalogueTable): Writable {
  return client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`))
}
