import type { Condition } from '../../../surveys/checks/check.ts'

/** A plan that was found to be in order: what an annex consists of, and which text belongs where. */
export interface Plan {
  title: string
  introduction: readonly string[]
  /** How excerpts were chosen. */
  chosen: string
  chapters: readonly PlannedChapter[]
}

export interface PlannedChapter {
  title: string
  /** What its texts answer: `Fragen 15 + 17`. */
  sources: string
  /** Names by which a text says what it answers, in small letters. */
  names: ReadonlySet<string>
  /** None where the chapter has no groups. */
  groups: readonly PlannedGroup[]
}

export interface PlannedGroup {
  title: string
  /** All of them have to be met; none where whoever coded the texts says which group they belong to. */
  conditions: readonly Condition[]
}

/** The chapter for what a text answers. */
export const chapterOf = ({ chapters }: Plan, source: string): PlannedChapter | undefined =>
  chapters.find(({ names }) => names.has(plainName(source)))

/** A name as it is compared: small and capital letters are alike, and so are several blanks. */
export const plainName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
