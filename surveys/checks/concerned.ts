import type { Instrument } from '../compile/instrument.ts'
import type { Check } from './check.ts'
import { checkKindOf } from './index.ts'

/**
 * The questions on whose answers a check depends: its own, and those of the totals that say what a blank can be at most, which
 * may have a total of their own.
 */
export function concernedQuestions(
  check: Check,
  { limits, variable }: Pick<Instrument, 'limits' | 'variable'>,
): string[] {
  const names = new Set(checkKindOf(check.kind).fields(check))
  for (const name of names) {
    for (const { members, total } of limits.get(name) ?? []) for (const one of [total, ...members]) names.add(one)
  }
  const questions = [...names].flatMap((name) => variable.get(name)?.question ?? [])
  return [...new Set([...check.questions, ...questions])]
}
