import { notTicked, ticked } from '../../surveys/form-file/file-field.ts'
import { type CellValue, type FormLine, type FormSheet, withAsked } from '../../surveys/form-file/form-lines.ts'
import { typeOf } from '../../surveys/types/index.ts'
import { dayLength } from '../export/formats/moments.ts'
import type { Style } from '../export/formats/xlsx/styles.ts'
import { entryColumn, fieldColumn, keyMark, sheetHeadings, sumMark } from './columns.ts'
import { Lists } from './lists.ts'
import type { Allowed, WrittenCell, WrittenSheet } from './sheet-xml.ts'
import { zippedWorkbook } from './zipped-workbook.ts'

/** What a workbook says of itself. */
export interface WorkbookWords {
  title: string
  /** How to fill it in, line by line. */
  guide: readonly string[]
  lastTitle: string
  /** The word by which it is known again. */
  key: string
}

type FieldLine = Extract<FormLine, { kind: 'field' }>

/** Where a field stands, and what it holds beforehand. */
interface Place {
  sheet: string
  cell: string
  number: number
}

const widths = [8, 60, 24, 40, 18, 28]
const mostNumber = 999_999_999

/** A form as a workbook: how to fill it in, a sheet for each section, and out of sight what can be chosen and whose it is. */
export function formWorkbook(sections: readonly FormSheet[], words: WorkbookWords): AsyncIterable<Uint8Array> {
  const lists = new Lists()
  const named = sections.map((section, place) => ({ ...section, name: sheetName(place + 1, section.title) }))
  const places = placesOf(named)
  const sheets: WrittenSheet[] = [
    { name: 'Anleitung', widths: [110], rows: [words.title, ...words.guide].map((text) => [{ text }]) },
    ...named.map((section) => sectionSheet(section, words.lastTitle, places, lists)),
    { name: 'Listen', hidden: true, widths: [], rows: lists.rows() },
    {
      name: 'Kennung',
      hidden: true,
      widths: [],
      rows: [
        [{ text: fieldColumn }, { text: entryColumn }],
        [{ text: keyMark }, { text: words.key }],
      ],
    },
  ]
  return zippedWorkbook(words.title, sheets)
}

/** At most 31 characters, and none that an address in a formula could take for its own. */
const sheetName = (number: number, title: string) =>
  `${number} ${title.replaceAll(/[[\]:*?/\\'!]/g, ' ')}`.slice(0, 31).trim()

const entryCell = (row: number) => `C${row}`

function placesOf(sections: readonly (FormSheet & { name: string })[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { name: sheet, lines } of sections)
    for (const [index, line] of lines.entries())
      if (line.kind === 'field') {
        const number = 'number' in line.value ? line.value.number : 0
        places.set(line.variable.name, { sheet, cell: entryCell(index + 2), number })
      }
  return places
}

function sectionSheet(
  { name, lines }: FormSheet & { name: string },
  lastTitle: string,
  places: ReadonlyMap<string, Place>,
  lists: Lists,
): WrittenSheet {
  const allowed: Allowed[] = []
  let question = ''
  const rows = lines.map((line, index): (WrittenCell | undefined)[] => {
    if (line.kind === 'question') {
      const { number, title, help, asked } = line
      question = title
      return [
        { text: number, style: 'question' },
        { text: withAsked(title, asked), style: 'question' },
        undefined,
        { text: help },
      ]
    }
    if (line.kind === 'sum') return sumRow(line, name, places)
    allowed.push(...allowedIn(line, entryCell(index + 2), lists))
    const { variable, last } = line
    return [
      undefined,
      // A question with one field is not said twice.
      { text: withAsked(variable.label === question ? 'Ihre Antwort' : variable.label, line.asked) },
      entry(line),
      { text: line.allowed },
      { text: last },
      { text: variable.name },
    ]
  })
  return {
    name,
    widths,
    rows: [sheetHeadings(lastTitle).map((text): WrittenCell => ({ text, style: 'heading' })), ...rows],
    allowed,
  }
}

function sumRow(
  { fields, words }: Extract<FormLine, { kind: 'sum' }>,
  sheet: string,
  places: ReadonlyMap<string, Place>,
): (WrittenCell | undefined)[] {
  const parts = fields.map((field) => places.get(field))
  const known = parts.filter((place) => place !== undefined)
  // In the file of one section, a part may lie in another.
  if (known.length < parts.length) return []
  const cells = known.map((place) => (place.sheet === sheet ? place.cell : `'${place.sheet}'!${place.cell}`))
  const result = Number(known.reduce((sum, { number }) => sum + number, 0).toFixed(6))
  const formula = `SUM(${cells.join(',')})`
  return [undefined, { text: 'Summe' }, { formula, result }, { text: words }, undefined, { text: sumMark }]
}

const entry = (line: FieldLine): WrittenCell => ({ ...written(line.value), style: entryStyle(line) })

function written(value: CellValue): WrittenCell {
  return 'day' in value ? { number: Date.parse(value.day) / dayLength + daysBefore } : value
}

/** Days from the one before 1900, as spreadsheets count them, to 1970. */
const daysBefore = 25_569

function entryStyle({ variable, tick }: FieldLine): Style {
  const { column } = typeOf(variable.type)
  if (tick !== undefined) return 'entryText'
  if (column.type === 'integer') return 'entryInteger'
  if (column.type === 'decimal') return 'entryDecimal'
  return column.type === 'day' ? 'entryDay' : 'entryText'
}

function allowedIn({ variable, options, tick, allowed }: FieldLine, cell: string, lists: Lists): Allowed[] {
  const message = `Möglich ist ${allowed}.`
  const choice = tick === undefined ? options : [ticked, notTicked].map((text) => ({ code: text, text }))
  if (choice.length > 0) return [{ cell, range: lists.rangeOf(choice.map(({ text }) => text)), message }]
  const { measure, unit, column } = typeOf(variable.type)
  if (measure !== 'number') return []
  return [{ cell, whole: column.type === 'integer', most: unit === '%' ? 100 : mostNumber, message }]
}
