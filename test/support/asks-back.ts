import type { Test } from 'tap'

interface Problem {
  code: string
  message: string
  suggestion?: string
}

/** A text was not taken, but asked back in a sentence, with what was surely meant. */
export function asksBack(t: Test, read: object | { problem: Problem }, code: string, suggestion?: string): void {
  t.ok('problem' in read)
  if (!('problem' in read)) return
  t.equal(read.problem.code, code)
  t.equal(read.problem.suggestion, suggestion)
  t.match(read.problem.message, /^[„A-Z0-9].*[.?]$/s, 'is a sentence')
}
