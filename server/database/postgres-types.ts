import pg from 'pg'

const { INT8, DATE } = pg.types.builtins
const int8Array = 1016
const dateArray = 1182
const textArray: number = 1009

/** Past 2^53 a number would silently be another one. */
function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} ist für eine ganze Zahl in JavaScript zu groß`)
  return value
}

/** A day stays `YYYY-MM-DD`: a Date would be midnight somewhere, and in another time zone the day before. */
const readDay = (text: string) => text

type Parser = (text: string) => unknown

const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray)

/** As in the single value; a null in between stays one. */
const each =
  (read: Parser): Parser =>
  (text) =>
    readTexts(text).map((item) => (item === null ? null : read(item)))

const parsers = new Map<number, Parser>([
  [INT8, readInt8],
  [DATE, readDay],
  [int8Array, each(readInt8)],
  [dateArray, each(readDay)],
])

/** How values of the database are read, for one pool rather than for the whole process. */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text'),
}
