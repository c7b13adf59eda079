import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withKeptRows } from '../../kept-rows.ts'
import { originLines, originTitle } from '../../origin-lines.ts'
import type { Row, Rows } from '../../table.ts'
import type { Format } from '../format.ts'
import { type StataColumn, stataColumns } from './columns.ts'
import { doFile } from './do-file.ts'
import { type Layout, layOut } from './layout.ts'
import { longTextEncoder } from './long-texts.ts'
import { measure } from './measure.ts'
import { readColumns } from './read-columns.ts'
import { rowEncoder } from './rows.ts'

/** Stata's own format, 118: its columns are as small as what they hold, and a missing value says why. */
export const stata: Format = {
  name: 'dta',
  label: 'dta: für Stata ab Version 14, mit Bezeichnungen und Gründen fehlender Werte',
  ending: '.dta',
  mediaType: 'application/x-stata-dta',
  cannotCarry: [
    'Schlüssel von Antworten, die keine Zahlen sind: sie sind in der Reihenfolge der Liste nummeriert, die Notizen nennen sie',
    'Bezeichnungen über 80 Zeichen: sie sind gekürzt und stehen ganz in den Notizen',
  ],
  write: (table, out) =>
    withKeptRows(table.rows, async (rows) => {
      const { count, columns: measured } = await measure(readColumns(table.columns), rows.typed())
      const columns = stataColumns(measured, count)
      const content = { columns, count, title: originTitle(table), notes: originLines(table), at: table.origin.at }
      await pipeline(Readable.from(bytesOf(rows, layOut(content), columns, count)), out)
      return count
    }),
  beside: { file: 'beschreibung', ending: '.do', text: doFile },
}

type Typed = Pick<Rows, 'typed'>

async function* bytesOf(rows: Typed, { before, between, behind }: Layout, columns: StataColumn[], count: number) {
  yield before
  yield* encoded(rows, rowEncoder(columns), count)
  yield between
  if (columns.some(({ cells }) => cells.kind === 'long')) yield* encoded(rows, longTextEncoder(columns), count)
  yield behind
}

type Encode = (rows: readonly Row[], first: number) => Buffer

async function* encoded(rows: Typed, encode: Encode, count: number): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const some of rows.typed()) {
    yield encode(some, seen + 1)
    seen += some.length
  }
  if (seen !== count) throw new Error(`${seen} rows were written where ${count} had been counted`)
}
