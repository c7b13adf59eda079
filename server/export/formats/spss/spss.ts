import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withKeptRows } from '../../kept-rows.ts'
import type { Rows, Table } from '../../table.ts'
import type { Format } from '../format.ts'
import { int32 } from './bytes.ts'
import { cases } from './cases.ts'
import { dictionary, placed, unitsOfCase } from './dictionary.ts'
import { documents } from './documents.ts'
import { extensions } from './extensions.ts'
import { head } from './head.ts'
import { type Measured, measure } from './measure.ts'
import { spssNames } from './names.ts'
import { notes } from './notes.ts'
import { variableOf } from './variable.ts'

/** System files of SPSS. The rows are gone twice: how many there are and how long texts become stands before them. */
export const spss: Format = {
  name: 'sav',
  label: 'sav: für SPSS und PSPP, mit Bezeichnungen und fehlenden Werten',
  ending: '.sav',
  mediaType: 'application/x-spss-sav',
  cannotCarry: [
    'Warum ein Text, ein Schlüssel oder ein Datum fehlt: es steht in der Spalte daneben',
    'Leerzeichen am Ende eines Textes',
    'Lange Bezeichnungen: Spalten bis 255, Ausprägungen bis 120 Bytes; ganz stehen sie in den Dokumenten der Datei',
  ],
  async write(table, out) {
    const names = spssNames(table.columns.map(({ name }) => name))
    return withKeptRows(table.rows, async (rows) => {
      const { count, measured } = await measure(table.columns, rows.typed())
      await pipeline(Readable.from(parts(table, { rows, names, count, measured })), out)
      return count
    })
  },
}

interface Content {
  rows: Pick<Rows, 'typed'>
  names: readonly string[]
  count: number
  measured: readonly Measured[]
}

async function* parts(table: Table, { rows, names, count, measured }: Content): AsyncGenerator<Buffer> {
  const { columns } = table
  const variables = placed(
    columns.map((column, place) => variableOf(column, names[place] as string, measured[place] as Measured)),
  )
  yield head(table, unitsOfCase(variables), count)
  yield* dictionary(variables)
  yield documents(notes(table, variables, measured))
  yield* extensions(variables)
  yield int32(endOfDictionary, 0)
  yield* cases(columns, variables, count, rows.typed())
}

const endOfDictionary = 999
