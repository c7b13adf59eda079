import type { KeyValue } from 'hyparquet-writer'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { originLines } from '../../origin-lines.ts'
import type { Table } from '../../table.ts'
import { refuseAlike } from '../column-names.ts'
import { descriptionOf } from '../description.ts'
import { type ParquetColumn, parquetColumn, storedCells } from './columns.ts'
import { rowGroups } from './row-groups.ts'

/** A file in pieces: a group of rows each, and what there is to say of all at the end. */
export async function* parquetFile(table: Table, ending: string, count: (rows: number) => void) {
  refuseAlike(table.columns.map(({ name }) => name))
  const columns = table.columns.map(parquetColumn)
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    // Of each column of each group, they would grow with the rows, in memory too.
    statistics: false,
    createdBy: `Stichtag version ${table.origin.program}`,
  })
  for await (const group of rowGroups(columns, table.rows.typed())) {
    const rowGroupSize = group[0]?.length ?? 0
    const columnData = columns.map((column, place) => ({
      name: column.element.name,
      get data() {
        return storedCells(column, group[place] ?? [])
      },
    }))
    await file.write({ columnData, rowGroupSize })
    count(rowGroupSize)
    yield taken(bytes)
  }
  file.kvMetadata = metadata(table, ending, columns)
  await file.finish()
  yield taken(bytes)
}

/** What was written since the last time. The writer counts on: only its buffer begins anew. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice()
  bytes.index = 0
  return piece
}

function metadata(table: Table, ending: string, columns: readonly ParquetColumn[]): KeyValue[] {
  const replaced = columns.flatMap(({ element: { name }, replaced }) =>
    replaced === 0 ? [] : [`In „${name}“ steht für ${replaced} halbe Zeichen (einzelne Surrogate) U+FFFD.`],
  )
  return [
    { key: 'beschreibung', value: JSON.stringify(descriptionOf([table], ending)) },
    { key: 'herkunft', value: originLines(table).join('\n') },
    ...(replaced.length === 0 ? [] : [{ key: 'hinweise', value: replaced.join('\n') }]),
  ]
}
