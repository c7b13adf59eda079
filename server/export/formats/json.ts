import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Row, Table } from '../table.ts'
import type { Format } from './format.ts'

/**
 * JSON Lines: an object a row. What the columns mean goes into a file of its own: a first line that is no row would be
 * read as one.
 */
export const json: Format = {
  name: 'json',
  label: 'json: JSON Lines, ein Objekt je Zeile, für Programme',
  ending: '.jsonl',
  mediaType: 'application/x-ndjson; charset=utf-8',
  cannotCarry: ['Bezeichnungen und Ausprägungen: sie stehen in der Beschreibung daneben und im Codebuch'],
  async write({ columns, rows }, out) {
    let count = 0
    const line = lineOf(columns.map(({ name }) => name))
    async function* lines(): AsyncGenerator<string> {
      for await (const some of rows.typed()) {
        count += some.length
        yield some.map(line).join('')
      }
    }
    await pipeline(Readable.from(lines()), out)
    return count
  },
  beside: { file: 'beschreibung', ending: '.json', text: descriptionOf },
}

function lineOf(names: readonly string[]): (row: Row) => string {
  const keys = names.map((name) => `${JSON.stringify(name)}:`)
  return (row) => `{${row.map((cell, place) => `${keys[place]}${JSON.stringify(cell)}`).join(',')}}\n`
}

/** People script against this: it only ever grows. */
function descriptionOf(tables: readonly Table[]): string {
  const described = tables.map(({ name, file, columns, origin }) => ({
    file: `${name}${json.ending}`,
    holds: file,
    origin,
    columns,
  }))
  return `${JSON.stringify({ tables: described }, null, 2)}\n`
}
