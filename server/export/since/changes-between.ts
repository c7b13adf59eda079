import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import type { Row } from '../table.ts'

export const kindsOfChange = [
  { code: 'neu', label: 'hat seitdem zum ersten Mal geantwortet' },
  { code: 'geaendert', label: 'ist anders als vorher' },
  { code: 'entfallen', label: 'war vorher da und ist es nicht mehr' },
  {
    code: 'geloescht',
    label: 'seitdem wurde etwas gelöscht oder eingeschränkt; was vorher stand, wird nicht mehr ausgegeben',
  },
] as const

interface States {
  earlier: readonly Row[]
  later: readonly Row[]
}

interface Compared {
  /** The place of the key of a unit. */
  key: number
  /** The place of what is different in every row: the number of the state. */
  ignored: number
  columns: readonly Pick<DescribedColumn, 'name'>[]
  /** Units of whom something is gone from both states, so that comparing them does not show it. */
  takenOut: ReadonlySet<string>
}

/** The rows of all who differ in two states, in the order of the newer one, then those that it has no more. */
export function changesBetween({ earlier, later }: States, { key, ignored, columns, takenOut }: Compared): Row[] {
  const unitOf = (row: Row) => String(row[key])
  const before = new Map(earlier.map((row) => [unitOf(row), row]))
  const after = new Set(later.map(unitOf))
  const differing = (old: Row, row: Row) =>
    columns.flatMap(({ name }, place) => (place !== ignored && old[place] !== row[place] ? [name] : []))
  const changed = later.flatMap((row): Row[] => {
    const unit = unitOf(row)
    const old = before.get(unit)
    const names = old === undefined ? [] : differing(old, row)
    if (takenOut.has(unit)) return [['geloescht', 'jetzt', names.join(' ') || null, ...row]]
    if (old === undefined) return [['neu', 'jetzt', null, ...row]]
    if (names.length === 0) return []
    const what = names.join(' ')
    return [
      ['geaendert', 'vorher', what, ...old],
      ['geaendert', 'jetzt', what, ...row],
    ]
  })
  const gone = earlier.flatMap((row): Row[] => (after.has(unitOf(row)) ? [] : [['entfallen', 'vorher', null, ...row]]))
  return [...changed, ...gone, ...hidden(takenOut, { before, after }, { key, columns })]
}

/** Who is in neither state any more: the key alone, that a file from before can be put right. */
function hidden(
  takenOut: ReadonlySet<string>,
  { before, after }: { before: ReadonlyMap<string, Row>; after: ReadonlySet<string> },
  { key, columns }: Pick<Compared, 'key' | 'columns'>,
): Row[] {
  return [...takenOut]
    .filter((unit) => !before.has(unit) && !after.has(unit))
    .sort()
    .map((unit) => ['geloescht', 'jetzt', null, ...columns.map((_column, place) => (place === key ? unit : null))])
}
