import { createHash } from 'node:crypto'
import type { TableSum } from './contents.ts'

const lineEnd = 0x0a

/** Counts and hashes the rows of a table as COPY writes them: one a line, a line end within a text is written `\n`. */
export class TableSummer {
  readonly #hash = createHash('sha256')
  #bytes = 0
  rows = 0

  add(bytes: Buffer): void {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1)) this.rows += 1
  }

  sum(): TableSum {
    return { rows: this.rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

export async function sumOf(rows: AsyncIterable<Buffer>): Promise<TableSum> {
  const summer = new TableSummer()
  for await (const bytes of rows) summer.add(bytes)
  return summer.sum()
}
