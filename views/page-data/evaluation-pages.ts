import type { Book } from '../../analysis/codebook/book.ts'
/** A way to choose what is shown, kept in the address so that it can be bookmarked. */
export interface Choice {
  name: string
  label: string
  /** Groups of options; one without a label holds options that stand alone. */
  groups: { label: string; options: { value: string; label: string; selected: boolean }[] }[]
}

export interface ChoiceForm {
  action: string
  /** What the address keeps beside the choices. */
  kept: { name: string; value: string }[]
  choices: Choice[]
  /** What is typed and seldom is: behind a click until something is. */
  fields?: { name: string; label: string; hint: string; value: string }[]
  /** Without any filter, or '' where there is none. */
  resetHref: string
}

/** Rows of figures as they are read; the first cell of each row names it. */
export interface FigureTable {
  head: string[]
  rows: string[][]
}

/** A chart with what it shows in words, and the figures behind it. */
export interface ChartFigure {
  id: string
  title: string
  /** What the reader sees in it. */
  text: string
  svg: string
  /** What signs mean: a hollow and a filled point. */
  key: { sign: 'before' | 'after'; label: string }[]
  /** The same as files. */
  downloads: { href: string; label: string }[]
  table: FigureTable | null
}

/** How figures came about, and how to make them again. */
export interface FigureOrigin {
  facts: { label: string; lines: string[] }[]
  /** The same page on the same state of the data. */
  permanentHref: string
  /** Scripts that compute the figures again. */
  downloads: { href: string; label: string }[]
  /** The exported files that the scripts read: whose they are, and what they are called without their ending. */
  files: { wave: string; name: string }[]
  /** Which values are used, as forms call them. */
  werte: string
}

export interface Caveat {
  label: string
  tone: 'success' | 'warning' | 'plain'
  why: string
}

/** A figure at the head of a page. */
export interface Fact {
  label: string
  value: string
  note: string
}

/** A part of a page of figures. */
export interface FigureSection {
  id: string
  title: string
  paragraphs: string[]
  charts: ChartFigure[]
  tables: { label: string; table: FigureTable }[]
  /** Pictures and tables are looked up rarely: they lie behind a click. */
  folded?: boolean
  /** What the words of statistics in it mean. */
  terms?: { term: string; meaning: string }[]
}

/** All questions that can be described, by wave. */
export interface QuestionsPage {
  waves: {
    /** `Umfrage zur Lage der Geflüchteten vor Ort, 15.12.2018`. */
    title: string
    synthetic: boolean
    questions: { href: string; number: string; title: string }[]
  }[]
}

/** What was answered to one question in one wave. */
export interface QuestionPage {
  /** What the wave is called. */
  wave: string
  number: string
  title: string
  form: ChoiceForm
  error: string
  previous: { href: string; label: string } | null
  next: { href: string; label: string } | null
  result: { sections: FigureSection[]; origin: FigureOrigin } | null
}

/** What the corrections of the office made of the totals of a wave. */
export interface ChangesPage {
  id: string
  waveHref: string
  title: string
  synthetic: boolean
  /** Whose corrections these are where the account works for some, or ''. */
  scope: string
  error: string
  result: {
    /** What is left out for whoever may not look at single answers. */
    isDisclosed: boolean
    /** Corrections that are not used, or ''. */
    resting: string
    facts: Fact[]
    sections: FigureSection[]
    state: string
    permanentHref: string
    files: { href: string; label: string }[]
  } | null
}

/** How the answers of a wave stand to its checks. */
export interface QualityPage extends Omit<ChangesPage, 'result'> {
  result: {
    isDisclosed: boolean
    /** Whose answers are counted. */
    units: string
    heads: string[]
    /** Checks that somebody's answers violate, and the others. */
    violated: string[][]
    others: string[][]
    state: string
    permanentHref: string
    files: { href: string; label: string }[]
  } | null
}

/** What a wave asks, and what the columns of its files hold. */
export interface CodebookPage {
  id: string
  waveHref: string
  panelHref: string
  error: string
  result: BookResult | null
}

/** The same of two waves, and of what both ask. */
export interface PanelCodebookPage {
  exportsHref: string
  form: ChoiceForm
  error: string
  result: BookResult | null
}

export interface BookResult {
  book: Book
  state: string
  permanentHref: string
  files: { href: string; label: string }[]
}

/** Who is missing between two waves. */
export interface AttritionPage {
  form: ChoiceForm
  error: string
  result: { summary: string; notes: string[]; facts: Fact[]; sections: FigureSection[]; origin: FigureOrigin } | null
}

/** A comparison that somebody named. */
export interface SavedViewEntry {
  id: string
  href: string
  title: string
  note: string
  /** Who saved it when. */
  by: string
  /** Where whoever looks changes it, or ''. */
  actHref: string
}

/** How a comparison is named. */
export interface SaveForm {
  action: string
  address: string
  title: string
}

/** One variable of a list, by its name in exports. */
interface VariableLink {
  href: string
  label: string
  name: string
}

/** What can be compared between two waves. */
export interface ComparisonsPage {
  form: ChoiceForm
  error: string
  /** More than two waves are looked at. */
  isOfMany: boolean
  /** How many questions there are, and what of them is shown. */
  summary: string
  /** What is said of most questions alike, and therefore once; or ''. */
  common: string
  /** Words to look for, or ''. */
  search: string
  /** The list without them. */
  wholeHref: string
  concepts: {
    /** `F5 → F8`. */
    numbers: string
    title: string
    caveat: Caveat
    /** Shares and sums computed from it. */
    computed: VariableLink[]
    items: VariableLink[]
    /** Its single items are shown at once: they were looked for. */
    open?: boolean
  }[]
  /** Asked in one of the waves only. */
  single: { number: string; title: string; caveat: Caveat }[]
  /** Administrative figures beside both waves. */
  /** Comparisons that were named. */
  saved: SavedViewEntry[]
  official: (VariableLink & { sources: string })[]
}

/** One variable between two waves. */
export interface ComparisonPage {
  form: ChoiceForm
  overviewHref: string
  /** Under what it was named. */
  saved: SavedViewEntry | null
  save: SaveForm | null
  /** What cannot be done as asked, or ''. */
  error: string
  result: {
    label: string
    name: string
    caveat: Caveat
    /** What makes the figures doubtful. */
    warnings: string[]
    /** What those who read the figures have to know of them. */
    notes: string[]
    facts: Fact[]
    sections: FigureSection[]
    origin: FigureOrigin
  } | null
}
