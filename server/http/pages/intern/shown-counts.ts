import { CountTable } from '../../../../analysis/disclosure/count-table.ts'
import { fewest } from '../../../../analysis/disclosure/fewest.ts'
import { hidden } from '../../../../analysis/disclosure/hidden.ts'
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

/** How many answered, unless so few did that one could tell who; who works with each of them is told. */
export function responseOf({ asked, submitted, contributors }: Response, many: string, seesAll = false): string {
  if (!seesAll && contributors < fewest) return `weniger als ${fewest} von ${formatNumber(asked)} ${many}`
  return `${formatNumber(submitted)} von ${formatNumber(asked)} ${many}, ${formatShare(submitted, asked)}`
}

/**
 * What may be told of the parts beside their sum, or undefined where nothing can. Among persons one Verbund may stand for many.
 */
export function sightOfParts(parts: readonly PartResponse[], seesAll = false): boolean[] | undefined {
  if (seesAll) return parts.map(() => true)
  const sum = (of: 'submitted' | 'contributors') => parts.reduce((all, part) => all + part[of], 0)
  const table = new CountTable()
  const total = table.add(sum('submitted'), { contributors: sum('contributors') })
  const places = parts.map(({ submitted, contributors }) => table.add(submitted, { contributors }))
  table.sum(places, total)
  return table.isTold(total) ? places.map((place) => table.isTold(place)) : undefined
}

export const shownCount = (count: number, whole: number, isTold: boolean): ShownCount =>
  isTold ? { text: formatNumber(count), share: count / whole } : { text: hidden, share: null }
