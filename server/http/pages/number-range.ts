import type { Question } from '../../../surveys/compile/instrument.ts'

/** `F5 bis F10`. */
export function numberRange(questions: readonly Question[]): string {
  const [first, last] = [questions[0]?.number ?? '', questions.at(-1)?.number ?? '']
  return first === last ? first : `${first} bis ${last}`
}
