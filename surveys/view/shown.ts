import type { Cell } from '../answer/cells.ts'
import type { Variable } from '../compile/instrument.ts'
import { typeOf } from '../types/index.ts'

export const noAnswer = 'keine Angabe'
export const notApplicable = 'trifft nicht zu'

/** An answer as it is shown to people: four kinds of nothing stay apart. */
export function shownValue(cell: Cell | undefined, { options, type }: Pick<Variable, 'options' | 'type'>): string {
  switch (cell?.state) {
    case 'given': {
      const { shown, unit } = typeOf(type)
      return shown(cell.value, options) + (unit && ` ${unit}`)
    }
    case 'notAvailable':
      return 'Information liegt nicht vor'
    case 'notApplicable':
      return notApplicable
    case 'unreadable':
      return `nicht lesbar: ${cell.raw.trim()}`
    default:
      return noAnswer
  }
}
