import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { readScript } from './r/read-script.ts'

const dialect = { delimiter: ';', byteOrderMark: true, decimalComma: true } as const

export const csvDe: Format = {
  ...csv,
  name: 'csv-de',
  label: 'csv-de: Semikolon, Dezimalkomma, für Tabellenprogramme in deutscher Einstellung',
  write: ({ rows }, out) => rows.writeCsv(dialect, out),
  beside: { file: 'leseskript', ending: '.R', text: (tables) => readScript(tables, dialect) },
}
