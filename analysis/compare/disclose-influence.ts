import { isFew } from '../disclosure/fewest.ts'
import { hidden } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import type { Backing } from './backing.ts'
import { withoutError } from './hidden-spread.ts'
import type { Influence, Pair } from './influence.ts'
import type { ToldInfluence } from './results.ts'

interface Sight {
  backing: Pick<Backing, 'count'>
  /** Whose answers may be looked at by whoever reads this. */
  reads: (index: number) => boolean
  /** Whether errors are told at all. */
  isErrorTold: boolean
}

/** Whoever knows the second largest part must not know the largest to less than this share of it. */
const leastDoubt = 0.15

/**
 * A change without one unit is, beside that of all, the answer of this unit: it is told to those only who may look at it. So is
 * what several are left out of, unless those of them whose answers may not be looked at are enough and none of them stands out.
 */
export function tellInfluence(
  { pairs, most, without, trimmed, cut }: Influence,
  { backing, reads, isErrorTold }: Sight,
): ToldInfluence {
  const unread = (some: readonly Pair[]) => some.filter(({ index }) => !reads(index))
  const middle = pairs.reduce((sum, { before, after }) => sum + after - before, 0) / pairs.length
  const count = (some: readonly Pair[]) => backing.count(some.map(({ index }) => index))
  const isSafe = (some: readonly Pair[]) => !isFew(count(some)) && !standsOut(some, middle)
  const [leftOut, cutOff] = [unread(most), unread(cut)]
  const rest = unread(pairs.filter((pair) => !cut.includes(pair)))
  const isWithoutTold = isSafe(leftOut) && !isFew(count(unread(pairs)) - count(leftOut))
  const between = [
    ...leftOut.filter(({ index }) => !cutOff.some((one) => one.index === index)),
    ...cutOff.filter(({ index }) => !leftOut.some((one) => one.index === index)),
  ]
  const isTrimmedTold = isSafe(cutOff) && !isFew(count(rest)) && (!isWithoutTold || isSafe(between))
  const withError = <Of extends { without: Influence['without'] }>(one: Of, isTold: boolean): Of =>
    isTold && isErrorTold
      ? one
      : { ...one, without: isDefined(one.without) ? { ...one.without, ...noError } : one.without }
  return {
    many: most.length,
    units: most.flatMap(({ index, ...one }, place) =>
      reads(index) ? [withError({ rank: place + 1, ...one }, true)] : [],
    ),
    without: isWithoutTold ? withError({ without }, leftOut.length === 0).without : hidden,
    trimmed: isTrimmedTold ? trimmed : hidden,
  }
}

const noError = { sd: withoutError.se, ...withoutError }

/** Whether the sum of their changes is nearly that of one of them. */
function standsOut(some: readonly Pair[], middle: number): boolean {
  const sizes = some.map(({ before, after }) => Math.abs(after - before - middle)).sort((a, b) => b - a)
  const [largest = 0, , ...others] = sizes
  return sizes.length > 0 && others.reduce((sum, size) => sum + size, 0) < leastDoubt * largest
}
