import t, { type Test } from 'tap'
import { Random } from '../../server/demo/random.ts'
import type { Promised } from './promised.ts'

/** A promise, and a way to break it. A part of it is done in the suite, the whole by `npm run torture`. */
export interface Recipe extends Promised {
  run(t: Test, trial: Trial): Promise<Outcome>
}

export interface Trial {
  planted: boolean
  /** How much of something: some of it in the suite and where a defect is planted, else all. */
  amount(some: number, all: number): number
  random: Random
}

export interface Outcome {
  /** What was done to it, so many times. */
  done: string
  times: number
  /** What was found that breaks the promise, each in a sentence. */
  faults: string[]
}

/** In the suite every run is the same. */
const seedOfSuite = '20261129'

/** The test of the suite, unless the machine lacks what it needs. */
export function tryRecipe({ promise, run }: Recipe, lacks = ''): void {
  t.test(promise, { skip: lacks !== '' && lacks }, async (t) => {
    const trial = { planted: false, amount: (some: number) => some, random: new Random(seedOfSuite) }
    const { done, times, faults } = await run(t, trial)
    t.comment(`${times} × ${done}`)
    t.strictSame(faults.slice(0, 5), [], `${faults.length} faults`)
  })
}

/** What is wrong where something does not hold. */
export const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault])
