import { isFew } from '../disclosure/fewest.ts'
import { hidden, isTold } from '../disclosure/hidden.ts'
import { singledOut } from '../disclosure/singled-out.ts'
import { isDefined } from '../stats/not-defined.ts'
import type { Backing } from './backing.ts'
import { withoutError } from './hidden-spread.ts'
import type { Influence, MovingUnit, Pair } from './influence.ts'
import type { ToldInfluence } from './results.ts'
import type { WeightedInfluence } from './weighted-influence.ts'

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
  return {
    many: most.length,
    units: toldUnits(most, reads, isErrorTold),
    without: isWithoutTold ? withError({ without }, isErrorTold && leftOut.length === 0).without : hidden,
    trimmed: isTrimmedTold ? trimmed : hidden,
  }
}

/** The same of the weighted change, which tells a further sum of the same answers. */
export function tellWeightedInfluence(
  { pairs, weights, weightsWithout, most, without }: WeightedInfluence,
  { backing, reads, isErrorTold }: Sight,
  { plain, told }: { plain: Influence; told: ToldInfluence },
): NonNullable<ToldInfluence['weighted']> {
  const unread = (some: readonly Pair[]) => some.filter(({ index }) => !reads(index))
  const count = (some: readonly Pair[]) => backing.count(some.map(({ index }) => index))
  const weightOf = new Map(pairs.map(({ index }, place) => [index, weights[place] as number]))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const middle =
    pairs.reduce((sum, { before, after }, place) => sum + (weights[place] as number) * (after - before), 0) / total
  const [leftOut, others] = [unread(most), unread(pairs)]
  const places = new Map(pairs.map(({ index }, place) => [index, place]))
  const sumOf = (of: (index: number, place: number) => number) =>
    others.map(({ index }) => of(index, places.get(index) as number))
  const plainWithout = (some: readonly Pair[]) => {
    const left = new Set(some.map(({ index }) => index))
    return sumOf((index) => (left.has(index) ? 0 : 1))
  }
  const sums = [
    sumOf(() => 1),
    ...(isTold(told.without) ? [plainWithout(plain.most)] : []),
    ...(isTold(told.trimmed) ? [plainWithout(plain.cut)] : []),
    sumOf((_index, place) => weights[place] as number),
  ]
  const known = singledOut(sums)
  const follows = [...singledOut([...sums, sumOf((_index, place) => weightsWithout[place] as number)])]
  const isWithoutTold =
    !isFew(count(leftOut)) &&
    !standsOut(leftOut, middle, (index) => weightOf.get(index) ?? 0) &&
    !isFew(count(others) - count(leftOut)) &&
    follows.every((one) => known.has(one))
  return {
    units: toldUnits(most, reads, isErrorTold),
    without: isWithoutTold ? withError({ without }, isErrorTold && leftOut.length === 0).without : hidden,
  }
}

const toldUnits = (most: readonly MovingUnit[], reads: Sight['reads'], isErrorTold: boolean): ToldInfluence['units'] =>
  most.flatMap(({ index, ...one }, place) =>
    reads(index) ? [withError({ rank: place + 1, ...one }, isErrorTold)] : [],
  )

const withError = <Of extends { without: Influence['without'] }>(one: Of, isTold: boolean): Of =>
  isTold ? one : { ...one, without: isDefined(one.without) ? { ...one.without, ...noError } : one.without }

const noError = { sd: withoutError.se, ...withoutError }

/** Whether the sum of their changes, as they weigh, is nearly that of one of them. */
function standsOut(some: readonly Pair[], middle: number, weightOf: (index: number) => number = () => 1): boolean {
  const sizes = some
    .map(({ index, before, after }) => weightOf(index) * Math.abs(after - before - middle))
    .sort((a, b) => b - a)
  const [largest = 0, , ...others] = sizes
  return sizes.length > 0 && others.reduce((sum, size) => sum + size, 0) < leastDoubt * largest
}
