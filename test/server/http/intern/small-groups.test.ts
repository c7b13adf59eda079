import fc from 'fast-check'
import t from 'tap'
import { type Group, sightOf, smallestGroup } from '../../../../analysis/disclosure/small-counts.ts'

const kommunen = (count: number, asked: number): Group => ({
  count,
  contributors: count,
  least: 0,
  most: asked,
  mostIfSmall: Math.min(smallestGroup - 1, asked),
})

t.test('fewer than three are not shown, and one alone is not left to be reckoned', (t) => {
  t.strictSame(sightOf([kommunen(2, 9), kommunen(1, 9), kommunen(20, 30)]), {
    groups: ['small', 'small', 'shown'],
    total: 'shown',
  })
  t.strictSame(
    sightOf([kommunen(2, 9), kommunen(7, 9), kommunen(20, 30)]).groups,
    ['small', 'covered', 'shown'],
    'the smallest of the others goes too',
  )
  t.strictSame(
    sightOf([kommunen(2, 9), kommunen(2, 9), kommunen(20, 30)]).groups,
    ['small', 'small', 'covered'],
    'a sum of four can only be two and two',
  )
  t.strictSame(
    sightOf([kommunen(1, 1), kommunen(1, 1), kommunen(20, 30)]).groups,
    ['small', 'small', 'covered'],
    'two Stadtkreise of one Kommune each',
  )
  t.strictSame(sightOf([kommunen(2, 2)]), { groups: ['small'], total: 'small' })
  t.strictSame(sightOf([kommunen(2, 2), kommunen(2, 2)]), { groups: ['small', 'small'], total: 'covered' })
  t.strictSame(sightOf([kommunen(5, 9), kommunen(3, 3)]), { groups: ['shown', 'shown'], total: 'shown' })
  t.strictSame(sightOf([]), { groups: [], total: 'small' })
  t.end()
})

/** All counts that the parts could have, as far as a reader knows. */
function* possible(groups: readonly Group[], seen: readonly string[], sum: number): Generator<number[]> {
  const [group, ...rest] = groups
  if (group === undefined) {
    if (sum === 0) yield []
    return
  }
  const [low, high] =
    seen[0] === 'shown'
      ? [group.count, group.count]
      : seen[0] === 'small'
        ? [group.least, group.mostIfSmall]
        : [smallestGroup, group.most]
  for (let count = low; count <= Math.min(high, sum); count += 1) {
    for (const others of possible(rest, seen.slice(1), sum - count)) yield [count, ...others]
  }
}

t.test('whatever came in, no small group follows from what is shown', (t) => {
  const part = fc
    .integer({ min: 1, max: 8 })
    .chain((asked) => fc.integer({ min: 0, max: asked }).map((count) => kommunen(count, asked)))
  let covered = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (groups) => {
      const { groups: seen, total } = sightOf(groups)
      groups.forEach(({ count }, index) => {
        if (count < smallestGroup !== (seen[index] === 'small')) throw new Error(`${count} is ${seen[index]}`)
      })
      if (total !== 'shown') return
      if (seen.includes('covered')) covered += 1
      const sum = groups.reduce((all, { count }) => all + count, 0)
      const worlds = [...possible(groups, seen, sum)]
      seen.forEach((sight, index) => {
        if (sight !== 'small') return
        if (new Set(worlds.map((world) => world[index])).size < 2) throw new Error(`part ${index} follows`)
      })
    }),
    { numRuns: 3_000 },
  )
  t.ok(covered > 100, `${covered} tables with a covered part`)
  t.end()
})

t.test('persons of a single Verbund are no group, however many they are', (t) => {
  const persons = (count: number, contributors: number): Group => ({
    count,
    contributors,
    least: 0,
    most: 40,
    mostIfSmall: 40,
  })
  t.strictSame(sightOf([persons(12, 1), persons(9, 4), persons(30, 9)]), {
    groups: ['small', 'covered', 'shown'],
    total: 'shown',
  })
  t.end()
})
