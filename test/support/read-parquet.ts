import { DuckDBDateValue, DuckDBInstance, DuckDBTimestampTZValue, type DuckDBValue } from '@duckdb/node-api'

export interface ParquetFile {
  columns: { name: string; type: string; cells: (string | number | null)[] }[]
  metadata: Map<string, string>
  groups: number
}

/** Files as DuckDB reads them. */
export async function readParquet(paths: readonly string[]): Promise<ParquetFile[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const files: ParquetFile[] = []
    for (const path of paths) {
      const ask = (what: string) => connection.runAndReadAll(`select ${what}('${path}')`)
      const table = await ask('* from read_parquet')
      const pairs = await ask('decode(key), decode(value) from parquet_kv_metadata')
      const groups = await ask('num_row_groups from parquet_file_metadata')
      const cells = table.getColumns()
      files.push({
        columns: table.columnNames().map((name, place) => ({
          name,
          type: String(table.columnType(place)),
          cells: (cells[place] ?? []).map(cellOf),
        })),
        metadata: new Map(pairs.getRows().map(([key, value]) => [String(key), String(value)])),
        groups: Number(groups.getRows()[0]?.[0]),
      })
    }
    return files
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Days and times as the description writes them. */
function cellOf(value: DuckDBValue): string | number | null {
  if (value instanceof DuckDBDateValue) return new Date(value.days * 86_400_000).toISOString().slice(0, 10)
  if (value instanceof DuckDBTimestampTZValue)
    return `${new Date(Number(value.micros) / 1000).toISOString().slice(0, 19)}Z`
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  throw new Error(`${value} is nothing that a column of ours holds`)
}
