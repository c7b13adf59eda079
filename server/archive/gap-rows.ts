import { missingReasons } from '../../surveys/answer/missing.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import type { Row, Table } from '../export/table.ts'

export const gapColumns: readonly DescribedColumn[] = [
  { name: 'welle', label: 'Kennung der Welle', type: 'code' },
  { name: 'spalte', label: 'Name der Spalte in der Datei der Antworten', type: 'code' },
  { name: 'bezeichnung', label: 'Was sie enthält', type: 'code' },
  { name: 'antworten', label: 'Abgaben', type: 'integer' },
  { name: 'werte', label: 'Davon mit einem Wert', type: 'integer' },
  ...missingReasons.map(({ code, label }) => ({ name: code, label: `Ohne Wert: ${label}`, type: 'integer' as const })),
  synthetic,
  dataState,
]

/** How often each column of the answers has a value, and why not. */
export async function gapRows({ columns, rows, origin }: Table): Promise<Row[]> {
  const places = new Map(columns.map(({ name }, place) => [name, place]))
  const counted = columns.flatMap((column, place) => {
    const reasons = column.missing && places.get(column.missing.column)
    return reasons === undefined ? [] : [{ column, place, reasons, values: 0, why: new Map<string, number>() }]
  })
  let count = 0
  for await (const some of rows.typed()) {
    count += some.length
    for (const row of some)
      for (const one of counted) {
        const reason = row[one.reasons]
        if (row[one.place] != null) one.values += 1
        else if (reason != null) one.why.set(String(reason), (one.why.get(String(reason)) ?? 0) + 1)
      }
  }
  const [{ wave = '', synthetic: invented = false } = {}] = origin.waves
  return counted.map(({ column: { name, label }, values, why }) => [
    wave,
    name,
    label,
    count,
    values,
    ...missingReasons.map(({ code }) => why.get(code) ?? 0),
    invented ? 1 : 0,
    origin.state,
  ])
}
