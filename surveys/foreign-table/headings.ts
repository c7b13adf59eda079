/** A cell as far as it names others. What only says that there is no number, `k. A.`, names none. */
export type Seen = { kind: 'text'; text: string } | { kind: 'number' | 'noNumber' | 'nothing' }

/** What names a number. */
export interface Headings {
  /** What stands alone in a row above: `Aufenthaltsstatus`, or the title of the table. */
  group: string
  left: readonly string[]
  above: readonly string[]
}

/** No head has more rows; those further above belong to something else. */
const deepestHead = 10

/** Reads the rows of a table one after the other, and says what names the numbers of each. */
export class HeadingReader {
  readonly #first: number
  /** The rows of the head, from the top down; as long as there is none, the last title. */
  #head: readonly (readonly string[])[] = []
  #hasHead = false
  #isInHead = false
  #group = ''
  #isGroupNew = false
  /** What stood left of the numbers in the row before, for merged cells. */
  #before: readonly string[] = []

  /** `first`: where the table begins. What stands alone there is a title. */
  constructor(first: number) {
    this.#first = first
  }

  /** The headings of the numbers of the next row, by their place. */
  read(cells: readonly Seen[]): Map<number, Headings> {
    const texts = cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))
    if (cells.some(({ kind }) => kind === 'number' || kind === 'noNumber')) return this.#readNumbers(cells, texts)
    this.#before = []
    const said = texts.filter((text) => text !== '').length
    if (said === 1 && texts[this.#first]) this.#readTitle(texts)
    else if (said > 0) this.#readHead(texts)
    else this.#isInHead = false
    return new Map()
  }

  /** Within a table it leaves the head as it is. Directly above a number it is the only head that there is. */
  #readTitle(texts: readonly string[]): void {
    this.#group = texts[this.#first] ?? ''
    this.#isGroupNew = true
    if (!this.#hasHead) this.#head = [texts]
  }

  #readHead(texts: readonly string[]): void {
    if (!this.#isGroupNew) this.#group = ''
    this.#head = this.#isInHead ? [...this.#head, texts].slice(-deepestHead) : [texts]
    this.#isInHead = true
    this.#hasHead = true
  }

  #readNumbers(cells: readonly Seen[], texts: readonly string[]): Map<number, Headings> {
    this.#isInHead = false
    this.#isGroupNew = false
    const word = texts.findIndex((text) => text !== '')
    const numbers = cells.flatMap(({ kind }, place) => (kind === 'number' ? [place] : []))
    // Before the first word it numbers the row, or is the key of what the row is about.
    const own = numbers.filter((place) => word === -1 || place > word || !numbers.some((other) => other > word))
    const start = own[0] ?? cells.length
    const merged = texts.map((text, place) => text || (place < word ? (this.#before[place] ?? '') : ''))
    this.#before = word === -1 ? [] : merged.slice(0, start)
    const left = (place: number) => merged.slice(0, place).filter((text) => text !== '')
    const named = (place: number) => ({ group: this.#group, left: left(place), above: this.#above(place, start) })
    return new Map(own.map((place) => [place, named(place)]))
  }

  /** The head of a column. What is merged over several columns stands in the first of them. */
  #above(place: number, start: number): string[] {
    return this.#head.flatMap((texts, row) => {
      const isLast = row === this.#head.length - 1
      const merged = isLast ? undefined : texts.slice(start, place).findLast((text) => text !== '')
      return texts[place] || merged || []
    })
  }
}
