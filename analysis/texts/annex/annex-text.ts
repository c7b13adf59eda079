import type { Answers } from '../../../surveys/checks/kind.ts'

/** A text that somebody wrote and somebody coded. */
export interface AnnexText {
  id: string
  /** What it answers, as the plan names it. */
  source: string
  /** Whoever wrote it. */
  unit: string
  /** What else was answered with it: decides on its group. */
  answers?: Answers
  /** Its group by the title, where whoever coded it says so. */
  group?: string
  /** None where it was read and belongs to no category. */
  codings: readonly Coding[]
}

export interface Coding {
  /** The key of a category or subcategory. */
  category: string
  /** What of the text was chosen for the annex; null where nothing was. */
  excerpt: Excerpt | null
}

export interface Excerpt {
  /** As it is printed: without anything that tells whom it is from. */
  wording: string
  /** Whether a second person has let it go. */
  released: boolean
}
