import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withKeptRows } from '../../kept-rows.ts'
import type { Format } from '../format.ts'

/** Workbooks of Excel, LibreOffice and others, for tables that such a program can open. */
export const xlsx: Format = {
  name: 'xlsx',
  label: 'xlsx: Arbeitsmappe für Tabellenprogramme, mit Bezeichnungen und Hinweisen',
  ending: '.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  cannotCarry: [
    'Große Tabellen: höchstens 2.000.000 Werte, 1.048.575 Zeilen und 16.384 Spalten, in einer Zelle 32.767 Zeichen',
    'Bezeichnungen neben den Daten: sie stehen auf eigenen Blättern',
    'Tage vor März 1900',
  ],
  async write(table, out) {
    const { workbook } = await import('./workbook.ts')
    return withKeptRows(table.rows, async (kept) => {
      const { rows, pieces } = await workbook(table, kept)
      await pipeline(Readable.from(pieces), out)
      return rows
    })
  },
}
