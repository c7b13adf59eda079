import t from 'tap'
import { factsAtEnds, yearsOf } from '../../../analysis/kreisbericht/facts-at-ends.ts'
import type { Fact } from '../../../schemas/kreisbericht.ts'
import { factsWith } from '../../support/kreis-facts.ts'

const on = (at: string, value: number | null, scope?: string): Fact => ({
  ...{ at, value, origin: 'Akte' },
  ...(scope !== undefined && { scope }),
})
const valuesOf = (facts: readonly Fact[] | undefined) => facts?.map(({ at, value }) => `${at} ${value}`)

t.test('of each figure and scope the newest known at the end of each year is told', async (t) => {
  const facts = factsWith({
    figures: {
      targetPersons: [
        on('2018-12-31', 900),
        on('2022-06-30', 950),
        on('2022-12-31', 1000),
        on('2023-12-31', 1100),
        on('2024-12-31', 1200),
        on('2017-12-31', 20, 'in Salach'),
      ],
    },
  })
  const told = (...years: number[]) => valuesOf(factsAtEnds(facts, years).figures?.targetPersons)
  t.strictSame(told(2022, 2024), ['2022-12-31 1000', '2024-12-31 1200', '2017-12-31 20'])
  t.strictSame(told(2023), ['2023-12-31 1100', '2017-12-31 20'])
  t.strictSame(told(2020, 2021), ['2018-12-31 900', '2017-12-31 20'], 'an old one is told with its time, once')
  t.strictSame(told(2016), [])
  t.strictSame(yearsOf(facts), [2024, 2023, 2022, 2018, 2017])
})

t.test('where the newest is missing it is named, and the one before is told', async (t) => {
  const facts = factsWith({
    figures: { grantUsed: [on('2022-12-31', 5), on('2023-12-31', null), on('2024-12-31', null)] },
  })
  t.strictSame(valuesOf(factsAtEnds(facts, [2024]).figures?.grantUsed), ['2022-12-31 5', '2024-12-31 null'])
})

t.test('parts stand at the times of their whole', async (t) => {
  const facts = factsWith({
    housing: [
      { label: 'privat', facts: [on('2022-12-31', 5), on('2023-12-31', 7)] },
      { label: 'im Heim', facts: [on('2022-12-31', 4)] },
    ],
  })
  t.match(factsAtEnds(facts, [2023]).housing, [{ label: 'privat', facts: [{ value: 7 }] }])
  t.equal(factsAtEnds(facts, [2023]).housing?.length, 1, 'what was not asked again is left out')
  t.equal(factsAtEnds(facts, [2022, 2023]).housing?.length, 2)
})
