import { isCapitalised, type Word } from './words.ts'

/** A text as its words, each with what stands between them. */
export interface Surroundings {
  text: string
  words: readonly Word[]
  /** Whether it has no capital letters at all, as some write. */
  small: boolean
}

export const surroundings = (text: string, words: readonly Word[]): Surroundings => ({
  text,
  words,
  small: !words.some((word) => isCapitalised(word.text)),
})

/** What stands between a word and the one before it. */
export const gapBefore = ({ text, words }: Surroundings, at: number): string =>
  text.slice(words[at - 1]?.end ?? 0, words[at]?.start)

/** Whether a word begins a sentence, a line or what is quoted. */
export const beginsSentence = (around: Surroundings, at: number): boolean =>
  at === 0 || /[.!?:\n„“"»•]|\s[-–]\s/.test(gapBefore(around, at))

/** The word before, if only blanks, a full stop of an abbreviation or a hyphen stand between. */
export const wordBefore = (around: Surroundings, at: number): string =>
  /^\.?[\s-]*$/.test(gapBefore(around, at)) ? (around.words[at - 1]?.folded ?? '') : ''

/** The word that follows, if only blanks stand between. */
export const wordAfter = (around: Surroundings, at: number): string =>
  at + 1 < around.words.length && /^\s*$/.test(gapBefore(around, at + 1)) ? (around.words[at + 1]?.folded ?? '') : ''

const places = new Set([
  'in',
  'aus',
  'nach',
  'bei',
  'von',
  'um',
  'bis',
  'stadt',
  'gemeinde',
  'kommune',
  'landkreis',
  'kreis',
])

/** Whether what stands before a word lets a place follow. */
export const standsForPlace = (around: Surroundings, at: number): boolean => places.has(wordBefore(around, at))
