import type { Indicator, Match } from '../../schemas/indicators.ts'
import type { Part, Series } from '../sources/source.ts'
import { breakdownOf } from './breakdown.ts'
import type { Catalogue } from './catalogue.ts'

/** The indicator that a series of a file is, and of what part of the whole it speaks. */
export interface Matched {
  indicator: Indicator
  /** `GES=GESW;NAT=NATA`, in the order of the variables; empty: the whole. */
  breakdown: string
}

/**
 * Finds the indicator of a series: same statistic, same measure by code, label or words, and every part that the indicator
 * asks for. Where several fit, the one that asks for most does.
 */
export function matcher({ indicators }: Catalogue): (series: Series, given?: string) => Matched | undefined {
  const byStatistic = new Map<string, { indicator: Indicator; match: Match }[]>()
  for (const indicator of indicators.values()) {
    for (const match of indicator.found ?? []) {
      byStatistic.set(match.statistic, [...(byStatistic.get(match.statistic) ?? []), { indicator, match }])
    }
  }

  return (series, given) => {
    const said = series.indicator ?? given
    if (said !== undefined) {
      const indicator = indicators.get(said)
      return indicator && { indicator, breakdown: breakdownOf(series.parts) }
    }
    const fitting = (byStatistic.get(series.statistic) ?? []).flatMap(({ indicator, match }) => {
      const rest = restOf(series, match)
      return rest === undefined ? [] : [{ indicator, breakdown: breakdownOf(rest), asked: askedBy(match) }]
    })
    return fitting.sort((a, b) => b.asked - a.asked)[0]
  }
}

/** Two words ask for more than one; a part asks for more than any word. */
const askedBy = ({ where = {}, words }: Match) => Object.keys(where).length + (words?.join('').length ?? 0) / 1000

/** The parts that the match does not explain; undefined where it does not fit. */
function restOf(series: Series, match: Match): Part[] | undefined {
  const measured = measureParts(series, match)
  if (measured === undefined) return undefined
  const asked = Object.entries(match.where ?? {})
  const isAsked = ({ variable, attribute }: Part) => match.where?.[variable] === attribute
  if (!asked.every(([variable]) => measured.some((part) => part.variable === variable && isAsked(part))))
    return undefined
  return measured.filter((part) => !isAsked(part))
}

/** The parts without a heading that only names the measure; undefined where it is another measure. */
function measureParts({ measure, labels, parts }: Series, match: Match): readonly Part[] | undefined {
  if (match.words !== undefined) {
    const text = labels.join(' ').toLowerCase()
    return match.words.every((word) => text.includes(word.toLowerCase())) ? parts : undefined
  }
  if (measure !== undefined && match.measure !== undefined) return measure === match.measure ? parts : undefined
  const names = match.labels ?? []
  const heading = parts.filter(({ label }) => names.includes(label))
  if (heading.length > 0) return parts.filter((part) => !heading.includes(part))
  return labels.some((label) => names.includes(label)) ? parts : undefined
}
