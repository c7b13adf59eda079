import type { Fact, FigureSection } from './evaluation-pages.ts'

/** What the templates about who does the work, and where, are given. */
export interface UnitPages {
  'intern/qualification': QualificationPage
}

export interface QualificationPage {
  /** As it was typed. */
  day: string
  errors: { field: string; message: string }[]
  /** Null where the day cannot be read. */
  result: {
    day: string
    notes: string[]
    facts: Fact[]
    sections: FigureSection[]
    /** Which state of the register. */
    state: string
    files: { href: string; label: string }[]
  } | null
}
