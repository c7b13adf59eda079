import type { Division } from '../disclosure/known-units.ts'
import { SumsBeside } from '../disclosure/sums-beside.ts'
import { type Members, withSmallestTogether } from '../groups/members.ts'
import type { Backing } from './backing.ts'
import type { ComputedCourse } from './course.ts'

/** Of whom a step between two waves tells. */
interface StepSets {
  from: string
  to: string
  backing: Backing
  total: { indices: readonly number[] }
  groups: readonly { indices: readonly number[] }[]
}

/** Which sums of a variable can be told beside each other, over more than two waves. */
export interface SumsTold {
  /** In the order of the steps. */
  steps: readonly StepTold[]
  /** By wave, of all who have a value. */
  levels: ReadonlyMap<string, boolean>
  /** Of those who have a value in every wave. */
  balanced: boolean
  /** Groups that can be told in every wave, the smallest put together where that helps. */
  groups: readonly Members[]
  /** By wave: all units whose answers are added up somewhere. */
  sets: ReadonlyMap<string, Division>
}

interface StepTold {
  isTold: boolean
  /** Whether the levels of all who answered stand beside those of the pairs, of all and of groups. */
  levels: boolean
  groups: boolean
  groupLevels: boolean
}

/**
 * What of a course may be told: first the pairs, those of the first and the last wave before the others, then all of a wave, then those
 * who answered every time, then groups: those of each step, then the same ones in every wave. Of categories only the first and the last wave are told by group: what else two waves say of
 * groups would be counts of the same units.
 */
export function sumsTold(
  steps: readonly StepSets[],
  { points, waves, balanced, groups: ofCourse = [] }: ComputedCourse,
  isCategory: boolean,
): SumsTold {
  const sums = new SumsBeside(steps[0]?.backing.counted.behind)
  const isWhole = ({ from, to }: StepSets) => from === waves[0] && to === waves.at(-1)
  const inOrder = [...steps.keys()].sort(
    (one, other) => Number(isWhole(steps[other] as StepSets)) - Number(isWhole(steps[one] as StepSets)) || one - other,
  )
  const each = (of: (step: StepSets, place: number) => boolean): boolean[] => {
    const told = steps.map(() => false)
    for (const place of inOrder) told[place] = of(steps[place] as StepSets, place)
    return told
  }
  const pairs = each(
    ({ from, to, backing, total: { indices } }) =>
      !backing.tells(indices) && sums.tell(inBoth([from, to], [indices.filter(backing.isPair)])),
  )
  const levels = new Map(
    points.map(({ wave, given }) => [wave, given.length > 0 && sums.tell(new Map([[wave, [given]]]))]),
  )
  const isBalancedTold =
    points.length > 2 &&
    sums.tell(
      inBoth(
        points.map(({ wave }) => wave),
        [balanced],
      ),
    )
  const groups = each(({ from, to, backing, groups: own, ...step }, place) => {
    if (pairs[place] !== true || (isCategory && !isWhole({ from, to, backing, groups: own, ...step }))) return false
    const divided = own.map(({ indices }) => indices.filter(backing.isPair))
    return sums.tell(inBoth([from, to], divided))
  })
  const groupLevels = each(({ from, to, backing, groups: own }, place) => {
    if (groups[place] !== true) return false
    const given = (is: (index: number) => boolean) => own.map(({ indices }) => indices.filter(is))
    return sums.tell(
      new Map([
        [from, given(backing.isBefore)],
        [to, given(backing.isAfter)],
      ]),
    )
  })
  const toldGroups = fewerAndFewer(ofCourse).find((own) =>
    sums.tell(
      new Map(
        points.map(({ wave, given }) => {
          const is = new Set(given)
          return [wave, own.map(({ indices }) => indices.filter((index) => is.has(index)))]
        }),
      ),
    ),
  )
  return {
    steps: steps.map(({ from, to }, place) => ({
      isTold: pairs[place] === true,
      levels: levels.get(from) === true && levels.get(to) === true,
      groups: groups[place] === true,
      groupLevels: groupLevels[place] === true,
    })),
    levels,
    balanced: isBalancedTold,
    groups: toldGroups ?? [],
    sets: new Map(points.map(({ wave }) => [wave, sums.toldOf(wave)])),
  }
}

const inBoth = (waves: readonly string[], shown: Division): Map<string, Division> =>
  new Map(waves.map((wave) => [wave, shown]))

/** So often smaller groups are put together until it is given up. */
const mostTogether = 4

const fewerAndFewer = (groups: readonly Members[]): (readonly Members[])[] =>
  Array.from({ length: mostTogether }, (_none, at) => withSmallestTogether(groups, at + 1)).filter(
    (own) => own.length > 1,
  )
