import type { Cell } from '../answer/cell.ts'
import type { Variable } from '../compile/instrument.ts'
import { formatNumber } from '../reading/number.ts'

/** An answer as it is shown to people: three kinds of nothing stay apart. */
export function shownValue(
  cell: Cell | undefined,
  { options, type }: Partial<Pick<Variable, 'options' | 'type'>>,
): string {
  switch (cell?.state) {
    case 'given':
      if (cell.value === true) return 'angekreuzt'
      if (typeof cell.value === 'number') return formatNumber(cell.value) + (type === 'percent' ? ' %' : '')
      return options?.find(({ code }) => code === cell.value)?.label ?? cell.value
    case 'notAvailable':
      return 'Information liegt nicht vor'
    case 'unreadable':
      return `nicht lesbar: ${cell.raw.trim()}`
    default:
      return 'keine Angabe'
  }
}
