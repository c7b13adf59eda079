import { isDefined } from '../stats/not-defined.ts'
import type { HeldGroup, Tests } from './differences.ts'
import { adjustedPs } from './families.ts'
import type { Differences } from './results.ts'

/** What the groups of a step differ in, before that is adjusted for the other steps. */
export interface FoundDifferences {
  groups: readonly HeldGroup[]
  tests: Tests
}

/**
 * Whether groups differ is one question of all steps, and which of them do another: each has a family of its own. Undefined where
 * there are fewer than two groups to hold against each other.
 */
export function tellDifferences(all: readonly (FoundDifferences | undefined)[]): {
  told: (Differences | undefined)[]
  families: { differences: number; pairs: number }
} {
  const found = all.map((one) => one && { ...one, pairs: pairsOf(one) })
  const joint = adjustedPs(found.map((one) => (one && isDefined(one.tests.joint) ? one.tests.joint.p : undefined)))
  const single = adjustedPs(found.flatMap((one) => one?.pairs.map(({ test }) => test.p) ?? []))
  let next = 0
  const told = found.map((one, place) => {
    if (one === undefined) return undefined
    const adjusted = joint[place]
    return {
      groups: one.groups.map(({ code }) => code),
      joint: one.tests.joint,
      ...(adjusted && { adjusted }),
      pairs: one.pairs.map((pair) => {
        const own = single[next]
        next += 1
        return { ...pair, ...(own && { adjusted: own }) }
      }),
    }
  })
  return { told, families: { differences: joint.filter((one) => one !== undefined).length, pairs: single.length } }
}

const pairsOf = ({ groups, tests }: FoundDifferences) =>
  groups.flatMap(({ code: first }, place) =>
    groups.slice(place + 1).flatMap(({ code: second }, after) => {
      const pair = tests.pair(place, place + 1 + after)
      return isDefined(pair) ? [{ first, second, ...pair }] : []
    }),
  )
