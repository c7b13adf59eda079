import { columnLetter } from '../../analysis/sources/column-letter.ts'
import type { WrittenCell } from './sheet-xml.ts'

/** What can be chosen, each list once, in a column of a sheet of their own. */
export class Lists {
  readonly #columns: string[][] = []

  rangeOf(texts: readonly string[]): string {
    const known = this.#columns.findIndex((one) => one.join('\n') === texts.join('\n'))
    const place = known === -1 ? this.#columns.push([...texts]) - 1 : known
    const column = columnLetter(place)
    return `Listen!$${column}$1:$${column}$${texts.length}`
  }

  rows(): WrittenCell[][] {
    const longest = Math.max(0, ...this.#columns.map(({ length }) => length))
    return Array.from({ length: longest }, (_, row) => this.#columns.map((texts) => ({ text: texts[row] ?? '' })))
  }
}
