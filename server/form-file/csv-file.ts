import Papa from 'papaparse'
import { harmless } from '../../analysis/sources/harmless.ts'
import { type CellValue, type FormSheet, withAsked } from '../../surveys/form-file/form-lines.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { typedNumber } from '../../surveys/reading/number.ts'
import { byteOrderMark } from '../export/csv/dialect.ts'
import { csvHeadings, keyMark } from './columns.ts'

/** The file of a form as one list, for programs: a row for each field. */
export function csvFile(sheets: readonly FormSheet[], { key, lastTitle }: { key: string; lastTitle: string }): string {
  const rows = sheets.flatMap(({ title, lines }) => {
    let question = ''
    return lines.flatMap((line) => {
      if (line.kind === 'question') question = withAsked(line.title, line.asked)
      if (line.kind !== 'field') return []
      const { variable, allowed, last, value, asked } = line
      return [
        [
          title,
          variable.number,
          question,
          withAsked(variable.label, asked),
          entryText(value),
          allowed,
          last,
          variable.name,
        ],
      ]
    })
  })
  const own = ['', '', '', 'Kennung dieser Datei, bitte nicht ändern', key, '', '', keyMark]
  const texts = [csvHeadings(lastTitle), own, ...rows].map((row) => row.map(harmless))
  return `${byteOrderMark}${Papa.unparse(texts, { delimiter: ';', newline: '\r\n' })}\r\n`
}

function entryText(value: CellValue): string {
  if ('number' in value) return typedNumber(value.number)
  return 'day' in value ? formatDate(value.day) : value.text
}
