import type { Answers, Cell } from '../../../analysis/anonymity/given.ts'
import type { Table } from '../table.ts'

/** The answers of a table, of the units in the order that is wanted: a column for each wave. */
export interface LongAnswers {
  answers: Answers[]
  /** By unit: the waves in which it answered. */
  tookPart: string[][]
}

/** The waves and units of a table whose rows are a unit in a wave each. */
export async function readLong(table: Table, key: string): Promise<Map<string, Map<string, readonly Cell[]>>> {
  const [waveAt, unitAt] = [placeOf(table, 'welle'), placeOf(table, key)]
  const waves = new Map<string, Map<string, readonly Cell[]>>()
  for await (const rows of table.rows.typed())
    for (const row of rows) {
      if (!hasAnswered(table, row)) continue
      const wave = String(row[waveAt])
      const units = waves.get(wave) ?? new Map<string, readonly Cell[]>()
      waves.set(wave, units.set(String(row[unitAt]), row))
    }
  return waves
}

const placeOf = ({ columns }: Table, wanted: string) => columns.findIndex(({ name }) => name === wanted)

/** A panel also has a row for those who did not. */
const hasAnswered = ({ columns }: Table, row: readonly Cell[]) =>
  !columns.some(({ name }, place) => name.endsWith('_fehlt') && row[place] === 'keine_teilnahme')

/** `own` are the columns that are answers; those beside them with reasons go along. */
export function longAnswers(
  table: Table,
  waves: ReadonlyMap<string, ReadonlyMap<string, readonly Cell[]>>,
  units: readonly string[],
  isOwn: (name: string) => boolean,
): LongAnswers {
  const reasons = new Set(table.columns.flatMap(({ missing }) => missing?.column ?? []))
  const own = table.columns.filter(({ name }) => isOwn(name) && !reasons.has(name))
  return {
    answers: [...waves].flatMap(([wave, rows]) =>
      own.map((column) => {
        const at = placeOf(table, column.name)
        const reasonAt = column.missing === undefined ? -1 : placeOf(table, column.missing.column)
        return {
          column,
          wave,
          values: units.map((unit) => rows.get(unit)?.[at] ?? null),
          reasons: units.map((unit) => (rows.get(unit)?.[reasonAt] ?? null) as string | null),
        }
      }),
    ),
    tookPart: units.map((unit) => [...waves].flatMap(([wave, rows]) => (rows.has(unit) ? [wave] : []))),
  }
}
