import { type Group, type Sight, sightOf, smallestGroup } from '../../../../analysis/disclosure/small-counts.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { ShownCount } from '../../../../views/page-data/staff-pages.ts'
import type { PartResponse, Response } from '../../../store/responses.ts'

/** `64,3 %`. */
export function formatShare(part: number, whole: number): string {
  return (part / whole).toLocaleString('de-DE', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
}

/** How many answered, unless so few did that one could tell who. */
export function responseOf({ asked, submitted, contributors }: Response, many: string): string {
  if (contributors < smallestGroup) return `weniger als ${smallestGroup} von ${formatNumber(asked)} ${many}`
  return `${formatNumber(submitted)} von ${formatNumber(asked)} ${many}, ${formatShare(submitted, asked)}`
}

/**
 * What may be shown of the parts beside their sum, or undefined where nothing can. `least` is what a reader knows of a part
 * that is not shown: a day is only listed when somebody answered. Among persons one Verbund may stand for many.
 */
export function sightOfParts(
  parts: readonly PartResponse[],
  { least, most, alone }: { least: number; most: (part: PartResponse) => number; alone: boolean },
): Sight[] | undefined {
  const groups = parts.map((part): Group => {
    const all = most(part)
    const mostIfSmall = alone ? Math.min(smallestGroup - 1, all) : all
    return { count: part.submitted, contributors: part.contributors, least, most: all, mostIfSmall }
  })
  const { groups: seen, total } = sightOf(groups)
  return total === 'shown' ? seen : undefined
}

const instead = { small: `unter ${smallestGroup}`, covered: 'verdeckt' } as const

export function shownCount(count: number, whole: number, sight: Sight): ShownCount {
  return sight === 'shown' ? { text: formatNumber(count), share: count / whole } : { text: instead[sight], share: null }
}
