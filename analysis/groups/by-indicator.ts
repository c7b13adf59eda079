import type { Indicator } from '../../schemas/indicators.ts'
import { type Column, hasValue } from '../panel/column.ts'
import type { Grouping } from './grouping.ts'
import { thirdsOf } from './thirds.ts'

/** Divides units by an administrative figure: by month where it is one, else into thirds. */
export function groupByIndicator({ code: name, label, kind }: Indicator, column: Column): Grouping {
  const isOfKnownSize = true
  const indices = [...column.values.keys()]
  if (kind === 'month') {
    const codes = indices.map((index) => (hasValue(column, index) ? String(column.values[index]) : ''))
    const months = [...new Set(codes)].filter((code) => code !== '').sort()
    return { name, label, groups: months.map((code) => ({ code, label: monthLabel(code) })), of: codes, isOfKnownSize }
  }
  const { groups, of } = thirdsOf(column.values)
  return { name, label, groups, of, isOfKnownSize }
}

const monthName = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `201704` as `April 2017`. */
const monthLabel = (code: string) => monthName.format(Date.UTC(Number(code.slice(0, 4)), Number(code.slice(4)) - 1))
