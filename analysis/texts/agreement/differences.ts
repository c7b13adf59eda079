import type { CodedText } from './agreement.ts'

/** A text of which coders do not agree whether it has a category. */
export interface Difference {
  text: string
  category: string
  /** Who gave it, and who coded the text without it. */
  given: string[]
  left: string[]
}

/** What has to be settled, in the order of the texts and of `categories`. */
export const differences = (texts: readonly CodedText[], categories: readonly string[]): Difference[] =>
  texts.flatMap(({ text, codings }) =>
    categories.flatMap((category) => {
      const coders = [...codings.keys()].sort()
      const given = coders.filter((coder) => codings.get(coder)?.has(category))
      const left = coders.filter((coder) => !given.includes(coder))
      return given.length > 0 && left.length > 0 ? [{ text, category, given, left }] : []
    }),
  )
