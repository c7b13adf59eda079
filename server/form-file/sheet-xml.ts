import { columnLetter } from '../../analysis/sources/column-letter.ts'
import { type Style, styleNumber } from '../export/formats/xlsx/styles.ts'
import { cellText, declaration } from '../export/formats/xlsx/xml.ts'
import { rowHeight } from './row-height.ts'

/** A cell as it is written: a text, a number, or a formula with what it results in. */
export type WrittenCell = { style?: Style } & (
  | { text: string }
  | { number: number }
  | { formula: string; result: number }
)

/** What may be typed into a cell: what stands in a range, or a number. */
export type Allowed =
  | { cell: string; range: string; message: string }
  | { cell: string; whole: boolean; most: number; message: string }

export interface WrittenSheet {
  name: string
  hidden?: boolean
  widths: readonly number[]
  rows: readonly (readonly (WrittenCell | undefined)[])[]
  allowed?: readonly Allowed[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Its first row stays in sight, and it is as wide as a sheet of paper. */
export function sheetXml({ widths, rows, allowed = [] }: WrittenSheet): string {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  )
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, place) => cell && cellXml(`${columnLetter(place)}${row + 1}`, cell))
    return `<row r="${row + 1}" ht="${rowHeight(cells, widths)}">${written.filter(Boolean).join('')}</row>`
  })
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>` +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>' +
    `</sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations(allowed)}` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

function cellXml(address: string, cell: WrittenCell): string {
  const start = `<c r="${address}" s="${styleNumber(cell.style ?? 'lines')}"`
  if ('formula' in cell) return `${start}><f>${cellText(cell.formula)}</f><v>${cell.result}</v></c>`
  if ('number' in cell) return `${start}><v>${cell.number}</v></c>`
  if (cell.text === '') return `${start}/>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`
}

function validations(allowed: readonly Allowed[]): string {
  if (allowed.length === 0) return ''
  const each = allowed.map((one) => {
    const tells = `allowBlank="1" showErrorMessage="1" errorTitle="So nicht" error="${cellText(shortened(one.message))}" sqref="${one.cell}"`
    if ('range' in one)
      return `<dataValidation type="list" ${tells}><formula1>${cellText(one.range)}</formula1></dataValidation>`
    const type = one.whole ? 'whole' : 'decimal'
    return `<dataValidation type="${type}" ${tells}><formula1>0</formula1><formula2>${one.most}</formula2></dataValidation>`
  })
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

/** Spreadsheets take no longer message. */
const longestMessage = 225
const shortened = (text: string) => (text.length > longestMessage ? `${text.slice(0, longestMessage - 2)} …` : text)
