import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Table } from '../../table.ts'
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
    const { columns, rows } = table
    const names = spssNames(columns.map(({ name }) => name))
    const { count, measured } = await measure(columns, rows.typed())
    await pipeline(Readable.from(parts(table, names, count, measured)), out)
    return count
  },
}

async function* parts(
  table: Table,
  names: readonly string[],
  count: number,
  measured: readonly Measured[],
): AsyncGenerator<Buffer> {
  const { columns, rows } = table
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
