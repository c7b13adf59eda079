import { signedWithDecimals, withDecimals } from '../../decimals.ts'
import { hidden } from '../../disclosure/hidden.ts'
import { number, probability, signed, tenths, whole } from '../../words.ts'
import type { Cell } from '../cell.ts'

interface Said {
  figure(value: number): string
  moved(value: number): string
}

/** A cell as people read it. */
export const cellText = (cell: Cell): string => textOf(cell, { figure: number, moved: signed })

/** A figure among others like it, with as many decimals as these. */
export const cellTextWith =
  (decimals: number) =>
  (cell: Cell): string =>
    textOf(cell, {
      figure: (value) => withDecimals(value, decimals),
      moved: (value) => signedWithDecimals(value, decimals),
    })

function textOf(cell: Cell, { figure, moved }: Said): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'count':
      return whole(cell.value)
    case 'share':
      return `${whole(cell.count)} (${tenths(cell.share)} %)`
    case 'percent':
      return `${tenths(cell.value)} %`
    case 'number':
      return figure(cell.value)
    case 'change':
      return moved(cell.value)
    case 'interval':
      return cell.value.map(figure).join(' bis ')
    case 'changeInterval':
      return cell.value.map(moved).join(' bis ')
    case 'p':
      return probability(cell.value)
    case 'hidden':
      return hidden
    case 'undefined':
      return '–'
  }
}
