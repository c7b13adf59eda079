/** Chosen excerpts in the order of the plan, with how much there is behind them. */
export interface Annex {
  title: string
  introduction: readonly string[]
  chosen: string
  chapters: readonly AnnexChapter[]
  counts: Counts
  /** Texts to which no chapter belongs. */
  elsewhere: Counts
}

export interface AnnexChapter {
  title: string
  /** `Fragen 15 + 17`. */
  sources: string
  counts: Counts
  /** One without a title where the chapter has no groups. */
  groups: readonly AnnexGroup[]
  /** Texts that are in none of the groups. */
  outside: Counts
}

export interface AnnexGroup {
  title: string
  counts: Counts
  sections: readonly AnnexSection[]
  /** Texts that are in no category. */
  uncoded: Counts
}

/** A category or a subcategory. */
export interface AnnexSection {
  key: string
  name: string
  counts: Counts
  /** Those of a category that are in none of its subcategories. */
  excerpts: readonly string[]
  parts: readonly AnnexSection[]
  /** Texts that are in the category, and in none of its subcategories. */
  undivided: Counts
  /** The other texts of the same group or category, and whoever wrote none that is in this one. */
  others: Counts
  without: Counts
}

/** How many texts, by how many. */
export interface Counts {
  texts: number
  units: number
  /** Kommunen, or the Verbünde behind persons: as many as `units` where nothing is said. */
  behind: number
  /** How many excerpts were chosen. */
  excerpts: number
}
