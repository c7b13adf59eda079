import { sha256 } from '../../../surveys/definition/canonical.ts'

/** A text, and the question to which it answers. */
export interface DrawnFrom {
  text: string
  question: string
}

export interface Draw {
  /** The same seed draws the same texts. */
  seed: number
  /** What share of the texts of each question is drawn, on average. */
  share: number
  /** So many of each question at least, if it has them. */
  atLeast?: number
  /** Texts that were drawn before and stay. */
  kept?: ReadonlySet<string>
}

/**
 * Texts to be coded by a second person, drawn by chance within each question, in the order given. Each text has a number that follows
 * from it and the seed alone, and is drawn if that is below the share: so no text comes or goes because others were added, in
 * whatever order. Where a question has too few, those with the next numbers fill it up; only these could give way to texts added
 * later, and do not if they are `kept`.
 */
export function drawSample(
  texts: readonly DrawnFrom[],
  { seed, share, atLeast = 0, kept = new Set() }: Draw,
): string[] {
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}: it has to be a whole number`)
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share is ${share}: it has to lie between 0 and 1`)
  const byQuestion = new Map<string, { text: string; number: number }[]>()
  for (const { text, question } of texts) {
    const numbered = byQuestion.get(question) ?? []
    numbered.push({ text, number: kept.has(text) ? -1 : numberOf(seed, text) })
    byQuestion.set(question, numbered)
  }
  const drawn = new Set<string>()
  for (const numbered of byQuestion.values()) {
    numbered.sort((a, b) => a.number - b.number || (a.text < b.text ? -1 : 1))
    for (const [place, { text, number }] of numbered.entries()) if (number < share || place < atLeast) drawn.add(text)
  }
  return texts.map(({ text }) => text).filter((text) => drawn.has(text))
}

/** From 0 up to, but not including, 1. */
const numberOf = (seed: number, text: string) => Number.parseInt(sha256(`${seed}\n${text}`).slice(0, 13), 16) / 2 ** 52
