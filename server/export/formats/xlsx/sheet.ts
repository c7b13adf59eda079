import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import type { Row } from '../../table.ts'
import type { CellForm } from './cells.ts'
import type { Measured } from './measure.ts'
import { styleNumber } from './styles.ts'
import { cellText, declaration } from './xml.ts'

/** A sheet of a workbook: names in its first row, then rows of a table. */
export interface Sheet {
  name: string
  columns: readonly DescribedColumn[]
  forms: readonly CellForm[]
  measured: Measured
  rows(): AsyncIterable<readonly Row[]>
  /** Of the widest column, in characters. */
  widest: number
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Its first row stays in sight. */
const view =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

export async function* sheetXml({ columns, forms, measured, rows, widest }: Sheet): AsyncGenerator<Uint8Array> {
  const letters = columns.map((_, place) => lettersOf(place))
  const all = `A1:${letters.at(-1)}${measured.rows + 1}`
  const widths = columns.map(({ name }, place) => {
    const width = Math.min(widest, Math.max(8, name.length, measured.widths[place] ?? 0)) + 2
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`
  })
  const heading = columns.map(
    ({ name }, place) =>
      `<c r="${letters[place]}1" s="${styleNumber('heading')}" t="inlineStr"><is><t xml:space="preserve">${cellText(name)}</t></is></c>`,
  )
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><dimension ref="${all}"/>${view}<cols>${widths.join('')}</cols>` +
      `<sheetData><row r="1">${heading.join('')}</row>`,
  )
  const starts = forms.map(({ style }, place) => [`<c r="${letters[place]}`, `" s="${styleNumber(style)}"`] as const)
  let number = 1
  for await (const some of rows()) {
    let text = ''
    for (const row of some) {
      number += 1
      text += `<row r="${number}">`
      for (const [place, [start, style]] of starts.entries()) {
        const cell = row[place] ?? null
        if (cell !== null) text += `${start}${number}${style}${forms[place]?.xml(cell)}</c>`
      }
      text += '</row>'
    }
    yield Buffer.from(text)
  }
  if (number !== measured.rows + 1) throw new Error(`${measured.rows} rows were counted, ${number - 1} came`)
  // Keys such as 08 are texts: programs need not say so in the corner of each cell.
  yield Buffer.from(
    `</sheetData><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  )
}

/** A, B, … Z, AA, AB, … */
function lettersOf(place: number): string {
  const before = Math.floor(place / 26) - 1
  return `${before < 0 ? '' : lettersOf(before)}${String.fromCharCode(65 + (place % 26))}`
}
