import fc from 'fast-check'
import t from 'tap'
import type { RollUpEvent } from '../../../analysis/rollup/events.ts'
import { type RollUp, rollUp } from '../../../analysis/rollup/roll-up.ts'
import type { Structure } from '../../../analysis/rollup/structure.ts'
import { figures, structureOf, Year } from '../../support/roll-up-world.ts'

/** What may happen, by the places of persons, recipients and Kreise: figures of a person, or a sign-off. */
type Step = ['gives', number, number] | ['recipient signs', number] | ['kreis signs', number]

interface History {
  /** For which recipients each person works, by their places. */
  worksFor: number[][]
  steps: Step[]
}

const persons = 5
const recipients = { r0: 'k0', r1: 'k0', r2: 'k1' } as const
const recipientKeys = Object.keys(recipients) as (keyof typeof recipients)[]
const kreise = ['k0', 'k1'] as const

const histories: fc.Arbitrary<History> = fc.record({
  worksFor: fc.array(fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }), {
    minLength: persons,
    maxLength: persons,
  }),
  steps: fc.array(
    fc.oneof(
      fc.tuple(fc.constant('gives' as const), fc.nat(persons - 1), fc.nat(500)),
      fc.tuple(fc.constant('recipient signs' as const), fc.nat(2)),
      fc.tuple(fc.constant('kreis signs' as const), fc.nat(1)),
    ),
    { maxLength: 40 },
  ),
})

interface Case {
  structure: Structure
  events: RollUpEvent[]
  /** What the top must be. */
  expected: { value: number; from: number }
}

/** Lets a history happen, and keeps beside it, in the plainest way, what everybody has signed. */
function caseOf({ worksFor, steps }: History): Case {
  const works = worksFor.map((some) => some.map((index) => recipientKeys[index] as string))
  const structure = structureOf(Object.fromEntries(works.map((some, who) => [`p${who}`, some])), recipients)
  const year = new Year(structure)
  const given: [value: number, revision: number][] = []
  const byRecipient: Record<string, Record<number, [number, number]>> = {}
  const byKreis: Record<string, Record<number, [number, number]>> = {}
  for (const step of steps) {
    if (step[0] === 'gives') {
      const [, who, value] = step
      given[who] = [value, (given[who]?.[1] ?? 0) + 1]
      year.gives(`person/p${who}`, { erreicht: value })
    } else if (step[0] === 'recipient signs') {
      const key = recipientKeys[step[1]] as string
      byRecipient[key] = {}
      for (const [who, some] of works.entries())
        if (some.includes(key) && given[who] !== undefined) byRecipient[key][who] = given[who]
      year.signs('empfaenger', key)
    } else {
      const key = kreise[step[1]] as string
      byKreis[key] = newest(recipientKeys.filter((one) => recipients[one] === key).map((one) => byRecipient[one] ?? {}))
      year.signs('kreis', key)
    }
  }
  const top = Object.values(newest(kreise.map((key) => byKreis[key] ?? {})))
  const value = top.reduce((sum, [one]) => sum + one, 0)
  return { structure, events: year.events, expected: { value, from: top.length } }
}

/** Each person once, as it was given last. */
function newest(several: Record<number, [number, number]>[]): Record<number, [number, number]> {
  const all: Record<number, [number, number]> = {}
  for (const some of several)
    for (const [who, one] of Object.entries(some)) if ((all[Number(who)]?.[1] ?? 0) < one[1]) all[Number(who)] = one
  return all
}

type Top = (done: RollUp) => { value: number; from: number } | undefined

/** Whether the top is what is signed below, in every order, whoever puts the events together and reads the top. */
function holds(put: typeof rollUp, top: Top) {
  const shuffled = histories
    .map(caseOf)
    .chain((one) =>
      fc
        .shuffledSubarray(one.events, { minLength: one.events.length })
        .map((events) => ({ ...one, events, inOrder: one.events })),
    )
  return fc.check(
    fc.property(shuffled, ({ structure, events, inOrder, expected }) => {
      const [done, then] = [put(structure, figures, events), put(structure, figures, inOrder)]
      const found = top(done)
      return (
        found?.value === expected.value &&
        found.from === expected.from &&
        JSON.stringify([...done.states]) === JSON.stringify([...then.states])
      )
    }),
    { numRuns: 400, seed: 19 },
  )
}

const topOf: Top = ({ top }) => top.sums.get('erreicht')

t.test(
  'in whatever order figures, corrections and sign-offs arrive, the top is the sum of what is signed',
  async (t) => {
    const { failed, counterexample } = holds(rollUp, topOf)
    t.notOk(failed, JSON.stringify(counterexample))
  },
)

t.test('planted errors are found', async (t) => {
  const added: Top = ({ states }) => {
    const own = kreise.map((key) => states.get(`kreis/${key}`)?.signedSums.get('erreicht'))
    return { value: own.reduce((sum, one) => sum + (one?.value ?? 0), 0), from: topCount(own) }
  }
  t.ok(holds(rollUp, added).failed, 'sums of the Kreise added: who works in both counts twice')
  const unsigned: Top = ({ known }) => {
    const all = [...known.figures.values()].map((own) => own.get(own.size)?.values.erreicht ?? 0)
    return { value: all.reduce((sum, one) => sum + one, 0), from: all.length }
  }
  t.ok(holds(rollUp, unsigned).failed, 'what nobody has signed is added')
  const lastToArrive: typeof rollUp = (structure, all, events) =>
    rollUp(
      structure,
      all,
      events.map((event, index) => (event.kind === 'signed' ? { ...event, number: index } : event)),
    )
  t.ok(holds(lastToArrive, topOf).failed, 'the sign-off that arrives last counts, not the last one made')
})

const topCount = (sums: readonly ({ from: number } | undefined)[]) =>
  sums.reduce((count, one) => count + (one?.from ?? 0), 0)
