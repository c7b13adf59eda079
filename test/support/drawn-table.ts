import fc from 'fast-check'
import type { Cell, Row } from '../../server/export/table.ts'
import { planned } from '../../surveys/answer/missing.ts'
import { type ColumnType, type DescribedColumn, describedReason } from '../../surveys/codebook/described-column.ts'

/** A table without a name: whatever columns, whatever rows. */
export interface DrawnTable {
  columns: readonly DescribedColumn[]
  rows: readonly Row[]
}

const reasons = planned('leer', 'nicht_vorhanden', 'datenschutz', 'nicht_zuordenbar')
const codes = ['a', 'Größe', 'ein langer Schlüssel'].map((code) => ({ code, label: `Das ist „${code}“` }))
const grades = [1, 2, 3].map((code) => ({ code, label: `Note ${code}` }))

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom(
    '',
    'zwei\r\nZeilen',
    '"Zitat", Komma; ß',
    '=SUMME(A1)',
    '  Rand  ',
    '😀',
    'x\ud800',
    '\udc00\ud800',
    '-9',
  ),
  fc.string({ unit: fc.constantFrom('ä', 'x', ' ', '€'), minLength: 1000, maxLength: 3000 }),
)

const instants = fc.date({ min: new Date('1583-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
const moments = (length: number, end = '') => instants.map((date) => `${date.toISOString().slice(0, length)}${end}`)

const cells: Record<ColumnType, fc.Arbitrary<Cell>> = {
  integer: fc.oneof(fc.integer({ min: -20, max: 300 }), fc.maxSafeInteger(), fc.nat()),
  decimal: fc.oneof(
    fc.double({ noNaN: true, min: -1e12, max: 1e300 }),
    fc.integer({ min: -300, max: 30_000 }).map((number) => number / 100),
  ),
  code: fc.constantFrom(...codes.map(({ code }) => code)),
  text: texts,
  time: moments(19, 'Z'),
  day: moments(10),
  month: moments(7),
}

const types = Object.keys(cells) as ColumnType[]

interface DrawnColumn {
  columns: DescribedColumn[]
  cells: fc.Arbitrary<Cell[]>
}

const drawnColumn = (place: number): fc.Arbitrary<DrawnColumn> =>
  fc
    .record({
      type: fc.constantFrom(...types),
      canBeMissing: fc.boolean(),
      isNatural: fc.boolean(),
      isGraded: fc.boolean(),
    })
    .map(({ type, canBeMissing, isNatural, isGraded }) => {
      const name = `spalte_${place}`
      const missing = { column: `${name}_fehlt`, reasons }
      const values = type === 'code' ? codes : type === 'integer' && isGraded ? grades : undefined
      const value: DescribedColumn = {
        name,
        label: `Spalte „${place}“: ä`,
        type,
        ...(values === undefined ? {} : { values }),
        ...(canBeMissing ? { missing } : {}),
      }
      const given = type === 'integer' && isNatural ? fc.nat({ max: 1000 }) : cells[type]
      const none = fc.constantFrom(...reasons).map(({ code }) => [null, code])
      return canBeMissing
        ? {
            columns: [value, describedReason(name, missing)],
            cells: fc.oneof(
              given.map((cell) => [cell, null]),
              none,
            ),
          }
        : { columns: [value], cells: fc.option(given).map((cell) => [cell]) }
    })

/** Of one to six values, and none to eight rows. */
export const drawnTable: fc.Arbitrary<DrawnTable> = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.tuple(...Array.from({ length: width }, (_, place) => drawnColumn(place))))
  .chain((drawn) =>
    fc.record({
      columns: fc.constant(drawn.flatMap(({ columns }) => columns)),
      rows: fc.array(
        fc.tuple(...drawn.map((one) => one.cells)).map((parts) => parts.flat()),
        { maxLength: 8 },
      ),
    }),
  )
