import { hidden } from '../../disclosure/hidden.ts'
import { number, probability, signed, whole } from '../../words.ts'
import type { Cell } from '../cell.ts'

/** A cell as people read it. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return whole(cell.value)
    case 'share':
      return `${whole(cell.count)} (${number(cell.share)} %)`
    case 'percent':
      return `${number(cell.value)} %`
    case 'number':
      return number(cell.value)
    case 'change':
      return signed(cell.value)
    case 'interval':
      return cell.value.map(number).join(' bis ')
    case 'changeInterval':
      return cell.value.map(signed).join(' bis ')
    case 'p':
      return probability(cell.value)
    case 'hidden':
      return hidden
    case 'undefined':
      return '–'
  }
}
