import { groupOf, holds, readAges } from './ages.ts'
import type { PlannedColumn, PlannedValue } from './counting-plan.ts'
import { isTick, plainWord, saysUnknown, usualWords } from './words.ts'

/** What a cell says: a value, that nobody knows, or nothing that could be counted, and why. */
export type Reading =
  | { state: 'value'; value: PlannedValue }
  | { state: 'unknown' }
  | { state: 'nowhere' }
  | { state: 'unplaced'; reason: string }

/** What somebody has said that a word of their list means: the label of a value, or one of these. */
export const meansUnknown = '?'
export const meansNowhere = '-'
export type Decided = ReadonlyMap<string, string>

/** Under what a cell is remembered: its word, or '' where it is blank. */
export const wordOf = (text: string): string => plainWord(text) || text.trim()

/** Reads the cells of a column. Equal ones are read once: lists are long and say little. */
export function valueReader(
  column: PlannedColumn,
  { stichtag, decided, blankIsOpen }: { stichtag: string; decided: Decided; blankIsOpen: boolean },
): (text: string) => Reading {
  const known = new Map<string, Reading>()
  const lookUp = lookUpOf(column)
  const unknownWords = new Set(column.unknown.map(plainWord))
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const reading = readNew(text.replaceAll('\u00a0', ' ').trim())
    known.set(text, reading)
    return reading
  }

  function readNew(text: string): Reading {
    if (column.isAge && writtenDay.test(text)) return readAge(text)
    const said = decided.get(wordOf(text))
    if (said !== undefined) return readDecided(said)
    if (text === '') return blankIsOpen ? unplaced('Was eine leere Zelle hier heißt, ist noch nicht gesagt') : unknown
    const value = numbered(text) ?? lookUp(text)
    if (value?.noField) return unplaced('dafür hat der Fragebogen kein Feld')
    if (value !== undefined) return { state: 'value', value }
    if (saysUnknown(text, unknownWords)) return unknown
    return column.isAge ? readAge(text) : unplaced('ist noch nicht zugeordnet')
  }

  function readDecided(said: string): Reading {
    if (said === meansUnknown) return unknown
    const value = column.values.find(({ label }) => label === said)
    return said === meansNowhere || value === undefined || value.noField
      ? { state: 'nowhere' }
      : { state: 'value', value }
  }

  function numbered(text: string): PlannedValue | undefined {
    if (column.isAge || !/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return undefined
    const number = Number(text.replace(',', '.'))
    return column.values.find((value) => holds(value, number))
  }

  function readAge(text: string): Reading {
    if (stichtag === '') return unplaced('lässt sich ohne Stichtag nicht umrechnen')
    const read = readAges(text, stichtag)
    if ('fault' in read) return unplaced(read.fault)
    const value = groupOf(read.ages, column.values)
    if (value !== undefined) return { state: 'value', value }
    const all = read.ages.flat()
    const [youngest, eldest] = [Math.min(...all), Math.max(...all)]
    return youngest === eldest
      ? unplaced(`ergibt ${youngest} Jahre; dafür hat der Fragebogen kein Feld`)
      : unplaced(`lässt offen, ob die Person ${youngest} oder ${eldest} Jahre alt ist`)
  }
}

/** There are many days of birth, and nothing else is written so. */
const writtenDay = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$/

const unknown: Reading = { state: 'unknown' }
const unplaced = (reason: string): Reading => ({ state: 'unplaced', reason })

function lookUpOf({ values }: PlannedColumn): (text: string) => PlannedValue | undefined {
  const byWord = new Map<string, PlannedValue>()
  for (const value of values) {
    for (const word of [value.label, ...value.words, ...usualWords(value.label)]) {
      const plain = plainWord(word)
      if (!byWord.has(plain)) byWord.set(plain, value)
    }
  }
  const ticked = values.find(({ label }) => label === 'ja')
  return (text) => (isTick(text) ? ticked : byWord.get(plainWord(text)))
}

/** How many of some cells a column knows, of those that are not blank. */
export function recognised(column: PlannedColumn, stichtag: string, cells: readonly string[]): number {
  const read = valueReader(column, { stichtag, decided: new Map(), blankIsOpen: false })
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 0 ? 0 : filled.filter((cell) => read(cell).state === 'value').length / filled.length
}
