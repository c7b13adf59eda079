import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { wholeReason } from './comparability.ts'
import type { ListedVariable } from './list-variables.ts'

/** What those who use a column have to know: how far the waves can be compared, what a share is a part of, where a figure is from. */
export function columnNotes(
  { name, base, note, steps }: Pick<ListedVariable, 'name' | 'base' | 'note' | 'steps'>,
  sources: readonly { name: string; words: string }[],
): string[] {
  return [
    ...(base === '' ? [] : [`Bezugsgröße: ${base}.`]),
    ...(note === '' ? [] : [note]),
    ...steps
      .filter(({ comparability: { status } }) => status !== 'same')
      .map(({ from, to, comparability }) => `${from} → ${to}: ${comparability.label}. ${wholeReason(comparability)}`),
    ...sources.filter((one) => one.name === name).map(({ words }) => `Quelle: ${words}.`),
  ]
}

/** Columns with what has to be known of them. */
export const withNotes = (
  columns: readonly DescribedColumn[],
  notes: ReadonlyMap<string, readonly string[]>,
): DescribedColumn[] =>
  columns.map((column) => {
    const own = notes.get(column.name) ?? []
    return own.length === 0 ? column : { ...column, notes: own }
  })
