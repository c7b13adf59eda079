/** Answers of a section to be read. A row with nothing but a label is the title of those below. */
export interface AnswerRows {
  title: string
  rows: { number: string; label: string; value: string; comment: string }[]
}
