import type { ComparedGroup } from '../compare/results.ts'
import { toldChange } from '../compare/shown-change.ts'

/** In which order groups can be listed, beside that of their grouping. */
export const groupOrders = [
  { code: 'wert', label: 'nach der Veränderung' },
  { code: 'name', label: 'nach dem Namen' },
] as const

export type GroupOrder = (typeof groupOrders)[number]['code']

/** Groups that stand for no group of their own come last, as do those of which nothing is told. */
export function inOrder(groups: readonly ComparedGroup[], order: GroupOrder | undefined): ComparedGroup[] {
  if (order === undefined) return [...groups]
  const isRest = ({ code }: ComparedGroup) => Number(code === 'uebrige' || code === '')
  const changeOf = ({ result }: ComparedGroup) => toldChange(result)?.change ?? -Infinity
  const compare = (a: ComparedGroup, b: ComparedGroup) =>
    order === 'name'
      ? a.label.localeCompare(b.label, 'de')
      : changeOf(a) === changeOf(b)
        ? 0
        : changeOf(b) - changeOf(a)
  return groups.toSorted((a, b) => isRest(a) - isRest(b) || compare(a, b))
}
