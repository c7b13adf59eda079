import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import type { Cell, Row } from '../table.ts'
import { descriptionOf } from './description.ts'
import { exactNumber, holdsNumbers } from './exact-number.ts'
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
    const line = lineOf(columns)
    async function* lines(): AsyncGenerator<string> {
      for await (const some of rows.typed()) {
        count += some.length
        yield some.map(line).join('')
      }
    }
    await pipeline(Readable.from(lines()), out)
    return count
  },
  beside: {
    file: 'beschreibung',
    ending: '.json',
    text: (tables) => `${JSON.stringify(descriptionOf(tables, json.ending), null, 2)}\n`,
  },
}

function lineOf(columns: readonly DescribedColumn[]): (row: Row) => string {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`)
  const texts = columns.map((column) =>
    holdsNumbers(column)
      ? (cell: Cell) => JSON.stringify(cell === null ? null : exactNumber(column, cell))
      : JSON.stringify,
  )
  return (row) => `{${row.map((cell, place) => `${keys[place]}${texts[place]?.(cell)}`).join(',')}}\n`
}
