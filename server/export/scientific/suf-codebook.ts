import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { rowsOfList } from '../rows-of-list.ts'
import type { Table } from '../table.ts'

const columns: DescribedColumn[] = [
  { name: 'spalte', label: 'Name der Spalte', type: 'text' },
  { name: 'bezeichnung', label: 'Was sie enthält', type: 'text' },
  { name: 'art', label: 'Art der Werte', type: 'text' },
  { name: 'werte', label: 'Was die Werte bedeuten', type: 'text' },
  { name: 'fehlt', label: 'Spalte mit dem Grund, warum ein Wert fehlt', type: 'text' },
  { name: 'gruende', label: 'Gründe, die es gibt', type: 'text' },
]

/** What the columns of a file for science are. */
export function sufCodebook(of: readonly DescribedColumn[]): Pick<Table, 'columns' | 'rows'> {
  const words = (all: readonly { code: string | number; label: string }[] = []) =>
    all.map(({ code, label }) => `${code} = ${label}`).join('; ') || null
  const rows = of.map(({ name, label, type, values, missing }) => [
    name,
    label,
    type,
    words(values),
    missing?.column ?? null,
    words(missing?.reasons),
  ])
  return { columns, rows: rowsOfList(columns, () => rows) }
}
