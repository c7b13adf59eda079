import type { Cell } from './cell.ts'
import { formatCount } from './count.ts'

/** An answer as it is shown to people: three kinds of nothing stay apart. */
export function shownValue(cell: Cell | undefined): string {
  switch (cell?.state) {
    case 'given':
      if (cell.value === true) return 'angekreuzt'
      return typeof cell.value === 'number' ? formatCount(cell.value) : cell.value
    case 'notAvailable':
      return 'Information liegt nicht vor'
    case 'unreadable':
      return `nicht lesbar: ${cell.raw.trim()}`
    default:
      return 'keine Angabe'
  }
}
