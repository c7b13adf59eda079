import type { Format } from './format.ts'
import { readScript } from './r/read-script.ts'

const dialect = { delimiter: ',', byteOrderMark: false, decimalComma: false } as const

export const csv: Format = {
  name: 'csv',
  label: 'csv: Komma, UTF-8, für Statistikprogramme',
  ending: '.csv',
  mediaType: 'text/csv; charset=utf-8',
  cannotCarry: [
    'Typen, Bezeichnungen und Ausprägungen: sie stehen im Codebuch',
    'Texte, die wie eine Formel beginnen (= + - @): davor steht ein Apostroph, auch vor Apostrophen vor einem solchen Zeichen',
  ],
  write: ({ rows }, out) => rows.writeCsv(dialect, out),
  beside: { file: 'leseskript', ending: '.R', text: (tables) => readScript(tables, dialect) },
}
