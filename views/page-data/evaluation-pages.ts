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
  table: FigureTable | null
}

/** How figures came about, and how to make them again. */
export interface FigureOrigin {
  facts: { label: string; lines: string[] }[]
  /** The same page on the same state of the data. */
  permanentHref: string
  /** Scripts that compute the figures again. */
  downloads: { href: string; label: string }[]
  /** The waves whose exported files the scripts read. */
  files: string[]
}

export interface Caveat {
  label: string
  tone: 'success' | 'warning' | 'plain'
  why: string
}

/** A figure at the head of a page. */
interface Fact {
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
}

/** All questions that can be described, by wave. */
export interface QuestionsPage {
  waves: {
    wave: string
    title: string
    synthetic: boolean
    questions: { href: string; number: string; title: string }[]
  }[]
}

/** What was answered to one question in one wave. */
export interface QuestionPage {
  wave: string
  number: string
  title: string
  form: ChoiceForm
  error: string
  previous: { href: string; label: string } | null
  next: { href: string; label: string } | null
  result: { sections: FigureSection[]; origin: FigureOrigin } | null
}

/** Who is missing between two waves. */
export interface AttritionPage {
  form: ChoiceForm
  error: string
  result: { facts: Fact[]; sections: FigureSection[]; origin: FigureOrigin } | null
}

/** What can be compared between two waves. */
export interface ComparisonsPage {
  form: ChoiceForm
  error: string
  concepts: {
    /** `F5 → F8`. */
    numbers: string
    title: string
    caveat: Caveat
    /** Shares and sums computed from it. */
    computed: { href: string; label: string }[]
    items: { href: string; label: string }[]
  }[]
  /** Asked in one of the waves only. */
  single: { number: string; title: string; caveat: Caveat }[]
  /** Administrative figures beside both waves. */
  official: { href: string; label: string; sources: string }[]
}

/** One variable between two waves. */
export interface ComparisonPage {
  form: ChoiceForm
  overviewHref: string
  /** What cannot be done as asked, or ''. */
  error: string
  result: {
    label: string
    name: string
    caveat: Caveat
    /** What those who read the figures have to know of them. */
    notes: string[]
    /** `Aus 84.210 wurden 79.112 (−5.098).`, or ''. */
    sum: string
    facts: Fact[]
    /** Why there are no figures, or ''. */
    hidden: string
    charts: ChartFigure[]
    levels: FigureTable | null
    tests: FigureTable | null
    moves: FigureTable | null
    groups: { title: string; table: FigureTable; note: string } | null
    missing: FigureTable | null
    origin: FigureOrigin
  } | null
}
