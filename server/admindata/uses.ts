import type { ClientBase } from 'pg'
import { typedBreakdown } from '../../analysis/indicators/breakdown.ts'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { isDividedBy, wholesOf } from '../../analysis/indicators/whole.ts'
import type { KnownSeries } from '../../analysis/sources/intake.ts'
import { readStagedParts } from '../store/observations.ts'

/** Whether an indicator can be used with what a file brings of it. */
export interface IndicatorUse {
  indicator: string
  /** given: the file has figures of the whole. made: they are the sum of its parts. none: there are only parts. */
  whole: 'given' | 'made' | 'none'
  /** For how many units and times the parts make a whole, and for how many a part is missing or has no number. */
  made: number
  incomplete: number
  /** The first of its breakdowns as one types them, and how many there are. */
  breakdowns: string[]
  breakdownCount: number
}

const breakdownsNamed = 5

/** What the staged figures of a file are good for, by indicator. */
export async function usesOf(
  client: ClientBase,
  { indicators }: Catalogue,
  series: readonly KnownSeries[],
): Promise<IndicatorUse[]> {
  const codes = [...new Set(series.map(({ indicator }) => indicator))]
  const uses: IndicatorUse[] = []
  for (const indicator of codes) {
    const own = series.filter((one) => one.indicator === indicator).map(({ breakdown }) => breakdown)
    const breakdowns = [...new Set(own)].filter((breakdown) => breakdown !== '').sort()
    const rule = indicators.get(indicator)?.whole
    const isGiven = own.includes('')
    const parts =
      isGiven || rule === undefined || !breakdowns.some((one) => isDividedBy(rule, one))
        ? []
        : await readStagedParts(client, indicator)
    const wholes = rule === undefined ? [] : wholesOf(rule, parts)
    const made = wholes.filter(({ value }) => value !== null).length
    uses.push({
      indicator,
      whole: isGiven ? 'given' : made > 0 ? 'made' : 'none',
      made,
      incomplete: wholes.length - made,
      breakdowns: breakdowns.slice(0, breakdownsNamed).map(typedBreakdown),
      breakdownCount: breakdowns.length,
    })
  }
  return uses
}
