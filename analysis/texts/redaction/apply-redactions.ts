import type { Span } from './proposal.ts'

/** What stands for a part of a text. */
export interface Replacement extends Span {
  replacement: string
}

/** The text with what was accepted replaced. The text given stays as it is; parts outside of it or that overlap throw. */
export function applyRedactions(text: string, accepted: readonly Replacement[]): string {
  let at = 0
  let released = ''
  for (const { start, end, replacement } of accepted.toSorted((a, b) => a.start - b.start)) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && at <= start && start < end && end <= text.length))
      throw new RangeError(`part ${start} to ${end} overlaps another or does not lie within the text`)
    released += text.slice(at, start) + replacement
    at = end
  }
  return released + text.slice(at)
}
