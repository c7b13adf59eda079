import { asTyped } from '../../sources/harmless.ts'
import type { Refusal } from '../../sources/source.ts'
import { type Category, type Codebook, inOrder, keyFor } from '../codebook/category.ts'
import type { Gazetteer } from '../redaction/gazetteer.ts'
import { proposeRedactions } from '../redaction/propose-redactions.ts'
import type { AnnexText, Coding } from './annex-text.ts'
import {
  type CodedColumn,
  codedColumnNames,
  codedColumns,
  columnName,
  type Mark,
  marks,
  neededColumns,
  placesIn,
} from './coded-columns.ts'
import { chapterOf, type Plan, type PlannedChapter, plainName } from './plan.ts'

export interface CodedTable {
  texts: AnnexText[]
  codebookOf: (chapter: PlannedChapter) => Codebook
  /** Whether the table says who wrote which text. */
  hasUnits: boolean
  /** Those who coded; empty where the table does not say. */
  coders: string[]
  /** Words in chosen excerpts that may be names, and that somebody should look at. */
  asked: Refusal[]
}

export type CodedTableRead = CodedTable | { faults: Refusal[] }

/** A row of a file with its line. */
export interface NumberedRow {
  line: number
  cells: readonly string[]
}

type Row = Record<CodedColumn, string> & { line: number }

const longestExcerpt = 10_000

/**
 * A coded table: a row for each category of a text, its columns in any order. Where it has no column `Text`, each row is a text;
 * where it has no `Einheit`, each text is somebody's own. All that is wrong is told at once.
 */
export function readCodedTable(rows: readonly NumberedRow[], plan: Plan, names: Gazetteer): CodedTableRead {
  const [head, ...body] = rows
  const headFaults = faultsOfHead(head?.cells ?? [])
  if (headFaults.length > 0) return { faults: headFaults }
  const places = placesIn(head?.cells ?? [])
  const read = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map((row) => rowOf(row, places))
  if (read.length === 0) return { faults: [{ line: 1, sentence: 'Unter der Kopfzeile steht keine Zeile.' }] }
  const reading = new Reading(plan, places, names)
  for (const row of read) reading.take(row)
  return reading.result()
}

const expected = `Möglich sind: ${codedColumnNames.map(columnName).join(', ')}.`

function faultsOfHead(cells: readonly string[]): Refusal[] {
  const places = placesIn(cells)
  const known: readonly string[] = Object.values(codedColumns).flat()
  const plain = cells.map((cell) => cell.trim().toLowerCase())
  return [
    ...neededColumns
      .filter((column) => places[column] === undefined)
      .map((column) => ({ line: 1, sentence: `Die Spalte „${columnName(column)}“ fehlt. ${expected}` })),
    ...plain
      .filter((name) => name !== '' && !known.includes(name))
      .map((name) => ({ line: 1, column: name, sentence: `Die Spalte „${name}“ ist nicht bekannt. ${expected}` })),
    ...codedColumnNames
      .filter((column) => plain.filter((name) => (codedColumns[column] as readonly string[]).includes(name)).length > 1)
      .map((column) => ({
        line: 1,
        column: columnName(column),
        sentence: `Die Spalte „${columnName(column)}“ kommt mehrmals vor.`,
      })),
  ]
}

function rowOf({ line, cells }: NumberedRow, places: Partial<Record<CodedColumn, number>>): Row {
  const cell = (column: CodedColumn) => asTyped((cells[places[column] ?? -1] ?? '').replaceAll('\u00a0', ' ').trim())
  const texts = Object.fromEntries(codedColumnNames.map((column) => [column, cell(column)])) as Record<
    CodedColumn,
    string
  >
  return { line, ...texts }
}

/** Goes through the rows and notes what does not fit. */
class Reading {
  readonly #plan: Plan
  readonly #places: Partial<Record<CodedColumn, number>>
  readonly #names: Gazetteer
  readonly #faults: Refusal[] = []
  readonly #asked: Refusal[] = []
  readonly #texts = new Map<string, { text: AnnexText & { codings: Coding[] }; line: number }>()
  readonly #coders = new Set<string>()
  readonly #keys = new Map<string, string>()
  readonly #categories = new Map<PlannedChapter, Map<string, Category>>()

  constructor(plan: Plan, places: Partial<Record<CodedColumn, number>>, names: Gazetteer) {
    this.#plan = plan
    this.#places = places
    this.#names = names
  }

  result(): CodedTableRead {
    if (this.#faults.length > 0) return { faults: this.#faults }
    return {
      texts: [...this.#texts.values()].map(({ text }) => text),
      codebookOf: (chapter) => inOrder([...(this.#categories.get(chapter)?.values() ?? [])]),
      hasUnits: this.#places.unit !== undefined,
      coders: [...this.#coders].sort(),
      asked: this.#asked,
    }
  }

  take(row: Row): void {
    const chapter = chapterOf(this.#plan, row.source)
    if (chapter === undefined)
      this.#fault(
        row,
        'source',
        row.source === '' ? 'Die Frage fehlt.' : `Zur Frage „${row.source}“ hat der Plan kein Kapitel.`,
      )
    else this.#checkGroup(row, chapter)
    const needs = (column: CodedColumn) => this.#places[column] !== undefined && row[column] === ''
    if (needs('text')) this.#fault(row, 'text', 'Die Nummer des Textes fehlt.')
    if (needs('unit')) this.#fault(row, 'unit', 'Es fehlt, von wem der Text ist.')
    if (row.coder !== '') this.#coders.add(row.coder)
    const excerpt = this.#excerptOf(row)
    if (row.category === '' && row.subcategory !== '')
      this.#fault(row, 'subcategory', `Die Unterkategorie „${row.subcategory}“ steht ohne ihre Kategorie.`)
    if (row.category === '' && excerpt !== null)
      this.#fault(row, 'category', 'Der Auszug ist ausgewählt und hat keine Kategorie, unter der er stehen könnte.')
    const category = row.category === '' || chapter === undefined ? undefined : this.#categoryOf(row, chapter)
    this.#keep(row, category, excerpt)
  }

  #checkGroup(row: Row, { title, groups }: PlannedChapter): void {
    if (row.group === '' || groups.some((one) => plainName(one.title) === plainName(row.group))) return
    const known = groups.map((one) => `„${one.title}“`).join(', ')
    this.#fault(
      row,
      'group',
      groups.length === 0
        ? `Das Kapitel „${title}“ hat keine Gruppen; hier steht „${row.group}“.`
        : `Eine Gruppe „${row.group}“ gibt es im Kapitel „${title}“ nicht. Möglich sind: ${known}, oder leer: in keiner.`,
    )
  }

  #excerptOf(row: Row): Coding['excerpt'] {
    const given = this.#marksOf(row)
    if (row.excerpt.length > longestExcerpt)
      this.#fault(
        row,
        'excerpt',
        `Der Auszug hat ${row.excerpt.length} Zeichen, höchstens ${longestExcerpt} sind möglich.`,
      )
    if (!given.has('chosen')) return null
    if (!given.has('released'))
      this.#fault(row, 'marks', 'Der Auszug ist ausgewählt und nicht freigegeben. Zum Abdruck braucht er beides.')
    if (row.excerpt === '') this.#fault(row, 'excerpt', 'Der ausgewählte Auszug ist leer.')
    this.#checkNames(row)
    return { wording: row.excerpt, released: given.has('released') }
  }

  #marksOf(row: Row): ReadonlySet<Mark> {
    const words = row.marks
      .toLowerCase()
      .split(/[\s,;+]+/)
      .filter(Boolean)
    const known = Object.keys(marks)
    for (const word of words.filter((one) => !known.includes(one)))
      this.#fault(row, 'marks', `„${word}“ ist keine Markierung. Möglich sind: ${known.join(', ')}, oder leer.`)
    return new Set(words.flatMap((word) => (word in marks ? marks[word as keyof typeof marks] : [])))
  }

  #checkNames(row: Row): void {
    for (const { start, end, replacement, certain, why } of proposeRedactions(row.excerpt, this.#names)) {
      const found = `„${row.excerpt.slice(start, end)}“`
      if (certain)
        this.#fault(
          row,
          'excerpt',
          `${found} kann sagen, von wem der Text ist. Bitte ersetzen, etwa durch ${replacement}.`,
        )
      else this.#asked.push({ line: row.line, column: columnName('excerpt'), sentence: `${found}: ${why}` })
    }
  }

  /** The key of what a row names; a name that comes for the first time begins a category. */
  #categoryOf({ category, subcategory }: Row, chapter: PlannedChapter): string {
    const known = this.#categories.get(chapter) ?? new Map<string, Category>()
    this.#categories.set(chapter, known)
    const top = this.#kept(known, category, null)
    return subcategory === '' ? top : this.#kept(known, subcategory, top)
  }

  #kept(known: Map<string, Category>, name: string, parent: string | null): string {
    const place = `${parent ?? ''}/${plainName(name)}`
    const key = this.#keys.get(place) ?? keyFor(name, new Set(this.#keys.values()))
    this.#keys.set(place, key)
    if (!known.has(key)) known.set(key, { key, name, parent, definition: '', example: '', counterExample: '' })
    return key
  }

  #keep(row: Row, category: string | undefined, excerpt: Coding['excerpt']): void {
    const id = this.#places.text === undefined ? `Zeile ${row.line}` : row.text
    const unit = this.#places.unit === undefined ? id : row.unit
    const known = this.#texts.get(id)
    if (known === undefined) {
      const text = { id, source: row.source, unit, ...(row.group !== '' && { group: row.group }), codings: [] }
      this.#texts.set(id, { text, line: row.line })
    } else this.#checkSame(row, known)
    const codings = this.#texts.get(id)?.text.codings
    if (category !== undefined) codings?.push({ category, excerpt })
  }

  /** What rows say of the same text has to be the same. */
  #checkSame(row: Row, { text, line }: { text: AnnexText; line: number }): void {
    const before = { source: text.source, group: text.group ?? '', unit: text.unit }
    const columns = ['source', 'group', ...(this.#places.unit === undefined ? [] : ['unit' as const])] as const
    for (const column of columns)
      if (plainName(before[column]) !== plainName(row[column]))
        this.#fault(
          row,
          column,
          `Text ${row.text} hat hier „${row[column]}“, in Zeile ${line} aber „${before[column]}“.`,
        )
  }

  #fault({ line }: Row, column: CodedColumn, sentence: string): void {
    this.#faults.push({ line, column: columnName(column), sentence })
  }
}
