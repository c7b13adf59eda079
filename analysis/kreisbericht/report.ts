/** The report of a Kreis: page and paper print it, and compute nothing. */
export interface KreisReport {
  title: string
  kreis: string
  /** The day of which it speaks, as Germans write it. */
  asOf: string
  /** Its figures are made up, for trying out. */
  invented: boolean
  /** The newest figures, to be seen at once. */
  highlights: readonly { label: string; value: Span }[]
  sections: readonly Section[]
  /** Where the figures come from, by number. */
  notes: readonly { number: number; text: string }[]
}

export interface Section {
  id: string
  title: string
  blocks: readonly Block[]
}

/** Words with the numbers of the notes behind them. */
export interface Span {
  text: string
  notes: readonly number[]
}

export type Sentence = readonly Span[]

export type Block =
  | { kind: 'sentences'; sentences: readonly Sentence[] }
  | { kind: 'list'; label: string; items: readonly Sentence[] }
  | Table
  /** What somebody wrote beside the figures. */
  | { kind: 'own'; heading: string; paragraphs: readonly Span[] }

export interface Table {
  kind: 'table'
  label: string
  head: readonly string[]
  /** Which columns hold words rather than figures. */
  words: readonly boolean[]
  rows: readonly (readonly Span[])[]
}

/** What a report says, without notes. */
export const plainText = (spans: Sentence): string => spans.map(({ text }) => text).join('')
