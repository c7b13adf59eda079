import type { NumberProblem } from './number.ts'

/** The numbers that the sentence on a problem names, the likelier first: one of them may be meant. */
export function meantNumbers(problem: NumberProblem): readonly number[] {
  switch (problem.code) {
    case 'commaAmongThousands':
      return problem.meant
    case 'ambiguousDecimal':
      return [problem.whole, problem.fraction]
    case 'approximate':
    case 'lookAlike':
      return [problem.number]
    case 'overHundred':
      return problem.meant === undefined ? [] : [problem.meant]
    default:
      return []
  }
}
