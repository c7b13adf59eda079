import type { Fact } from '../../schemas/kreisbericht.ts'
import { counted, digits, figure } from './amount.ts'
import type { Noun } from './german.ts'
import { areComparable } from './time.ts'

/** What became of a figure since the one before. */
export interface Change {
  /** Without sign; nothing where one of the two figures is only about right. */
  by?: number
  /** In per cent of the figure before, without sign; nothing where that was 0. */
  percent?: number
  direction: 'more' | 'less' | 'same'
  exact: boolean
}

/** Undefined where two figures cannot be compared: one is missing, is a limit only, or they are of unlike times. */
export function changeOf(before: Fact | undefined, after: Fact): Change | undefined {
  if (before === undefined || !areComparable(before, after)) return undefined
  const [from, to] = [before.value, after.value]
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  if (isLimit(before) || isLimit(after)) return undefined
  const exact = before.precision === undefined && after.precision === undefined
  const by = Math.round(Math.abs(to - from) * 100) / 100
  const share = from === 0 ? undefined : (100 * by) / from
  const percent = share === undefined ? undefined : exact ? Math.round(share * 10) / 10 : Math.round(share)
  const direction = by === 0 || (!exact && percent === 0) ? 'same' : to > from ? 'more' : 'less'
  return { ...(exact && { by }), ...(percent !== undefined && { percent }), direction, exact }
}

const isLimit = ({ precision }: Fact) => precision === 'least' || precision === 'most'

const words = { more: 'mehr', less: 'weniger' }

/**
 * `376 Personen (36,7 Prozent) mehr`, `etwa 37 Prozent mehr`, `ebenso viele wie zuvor`; nothing where nothing can be
 * said.
 */
export function changeWords(change: Change | undefined, noun: Noun, withPercent = true): string | undefined {
  if (change === undefined) return undefined
  const { by, percent, direction, exact } = change
  if (direction === 'same') return exact ? 'ebenso viele wie zuvor' : 'etwa ebenso viele wie zuvor'
  if (by !== undefined) {
    const share = withPercent && percent !== undefined && percent > 0 ? ` (${figure(percent)} Prozent)` : ''
    return `${counted(by, noun)}${share} ${words[direction]}`
  }
  return percent === undefined ? undefined : `etwa ${figure(percent)} Prozent ${words[direction]}`
}

/** For a table: `+376`, `−5,4`, `etwa +37 %`, `±0`. */
export function changeCell(change: Change | undefined, noun: Noun): string {
  if (change === undefined) return '–'
  const { by, percent, direction } = change
  if (direction === 'same') return '±0'
  const sign = direction === 'more' ? '+' : '−'
  if (by !== undefined) return `${sign}${digits(by, noun)}`
  return percent === undefined ? '–' : `etwa ${sign}${figure(percent)} %`
}
