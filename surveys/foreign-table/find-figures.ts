import { cleanText } from '../reading/clean-text.ts'
import { isPlaceholder } from '../reading/typed-text.ts'
import { type Figure, type ForeignCell, type ForeignTable, longestWords } from './figure.ts'
import { HeadingReader, type Headings, type Seen } from './headings.ts'
import { type Notation, notationOf, type ReadFigure, readFigure } from './read-number.ts'

/**
 * The numbers of a file in the order in which they stand there. What stands beside and above a number names it; a day in that is passed
 * over, since the next file has another one. Where two are named alike, the sheet and what stands further above is said as well.
 */
export function findFigures(tables: readonly ForeignTable[]): Figure[] {
  const notation = notationOf(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))))
  const found = tables.flatMap((table) => figuresIn(table, notation))
  const alike = timesOf(found.map(({ headings }) => shortWords(headings)))
  const named = found.map(({ headings, sheet, ...figure }) => {
    const words = shortWords(headings)
    return { ...figure, words: alike(words) === 1 ? words : longWords(sheet, headings) }
  })
  const times = timesOf(named.map(({ words }) => words))
  // Cut off, two words may be the same that are not: then the number is placed nowhere.
  return named.map(({ words, ...figure }) => ({
    ...figure,
    words: cleanText(words.slice(0, longestWords).trim()),
    fault: figure.fault || wordFault(words, times(words)),
  }))
}

function wordFault(words: string, times: number): string {
  if (words === '') return 'Neben und über der Zahl steht kein Wort, an dem sie wiederzuerkennen wäre.'
  if (words.length > longestWords)
    return `Die Überschriften der Zahl sind zusammen länger als ${longestWords} Zeichen. Bitte kürzen Sie sie in der Datei.`
  if (times === 1) return ''
  return `So heißen in der Datei ${times} Zahlen. Bitte ergänzen Sie dort, was sie unterscheidet.`
}

function timesOf(texts: readonly string[]): (text: string) => number {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return (text) => times.get(text) ?? 0
}

type Found = Omit<Figure, 'words'> & { headings: Headings; sheet: string }

function figuresIn({ sheet, rows }: ForeignTable, notation: Notation): Found[] {
  const first = Math.min(...rows.map(({ cells }) => cells.findIndex(isFilled)).filter((place) => place !== -1))
  const reader = new HeadingReader(first)
  const read = rows.map(({ cells }) => cells.map((cell) => ({ cell, number: numberIn(cell, notation) })))
  return read.flatMap((cells, index) => {
    const isHead = areYears(cells, read[index + 1] ?? [])
    const headings = reader.read(cells.map((one) => seen(one, isHead)))
    return cells.flatMap(({ cell, number }, place): Found[] => {
      const named = headings.get(place)
      if (number === undefined || named === undefined) return []
      const at = `${sheet === '' ? '' : `Blatt „${sheet}“, `}Zeile ${rows[index]?.line ?? 0}, Spalte ${cell.column}`
      const said = 'fault' in number ? { value: '', percent: false, ...number } : { ...number, fault: '' }
      return [{ ...said, place: at, headings: named, sheet }]
    })
  })
}

const isFilled = ({ text }: ForeignCell) => text.trim() !== ''

interface ReadCell {
  cell: ForeignCell
  number: ReadFigure
}

const numberIn = ({ text, percent, fault }: ForeignCell, notation: Notation): ReadFigure =>
  fault === undefined ? readFigure(text, notation, percent) : { fault }

function seen({ cell, number }: ReadCell, isHead: boolean): Seen {
  const text = cleanText(cell.text).replaceAll(/\s+/g, ' ').trim()
  if (number !== undefined) return isHead ? { kind: 'text', text } : { kind: 'number' }
  if (text === '') return { kind: 'nothing' }
  // `unbekannt` is also what a row or a column is called.
  const isNone = errorWord.test(text) || (isPlaceholder(text) && !/^\p{L}{3}/u.test(text))
  return isNone ? { kind: 'noNumber' } : { kind: 'text', text }
}

/** What a spreadsheet writes for a formula that has no result: `#DIV/0!`, `#NV`. */
const errorWord = /^#(?:[\p{Lu}\d/]+[!?]|NV|N\/A)$/u

/** Years above numbers are what these are called. */
function areYears(cells: readonly ReadCell[], below: readonly ReadCell[]): boolean {
  const numbers = cells.flatMap(({ number, cell }, place) => (number === undefined ? [] : [{ text: cell.text, place }]))
  const isYear = (text = '') => /^(?:19|20)\d\d$/.test(text.trim())
  return (
    numbers.length > 0 &&
    numbers.every(({ text, place }) => isYear(text) && below[place]?.number !== undefined) &&
    numbers.some(({ place }) => !isYear(below[place]?.cell.text))
  )
}

const day = /\b(?:\d{1,2}\. ?\d{1,2}\.(?:\d{4}|\d\d)?|\d{4}-\d\d-\d\d)(?!\d)/g

const withoutDay = (text: string) => text.replaceAll(day, '').replaceAll(/ +/g, ' ').trim()

/** What words say without days and years, which are other ones the next time. */
export const withoutTime = (words: string) => withoutDay(words.replaceAll(day, '').replaceAll(/\b(?:19|20)\d\d\b/g, ''))

const shortWords = ({ left, above }: Headings) => wordsOf([...left, ...above].map(withoutDay))

const longWords = (sheet: string, { group, left, above }: Headings) =>
  wordsOf([sheet, withoutDay(group), ...left, ...above])

/** Between what stands in different cells. */
export const separator = ' · '

const wordsOf = (parts: readonly string[]) =>
  [...new Set(parts)]
    .filter((text) => text !== '')
    .join(separator)
    .trim()
