import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Format } from '../format.ts'

/** Apache Parquet: columns with their types, in groups of rows. */
export const parquet: Format = {
  name: 'parquet',
  label: 'parquet: Apache Parquet, für R, Python und DuckDB',
  ending: '.parquet',
  mediaType: 'application/vnd.apache.parquet',
  cannotCarry: [
    'Warum ein Wert fehlt: er ist leer (null), der Grund steht in der Spalte daneben',
    'Bezeichnungen und Ausprägungen als Teil der Spalten: sie stehen als Beschreibung (JSON) in den Metadaten der Datei',
    'Monate: sie sind der erste Tag des Monats',
  ],
  async write(table, out) {
    const { parquetFile } = await import('./file.ts')
    let count = 0
    const pieces = parquetFile(table, parquet.ending, (rows) => {
      count += rows
    })
    await pipeline(Readable.from(pieces, { objectMode: true }), out)
    return count
  },
}
