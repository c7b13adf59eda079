import type { AnswerRows } from './answer-rows.ts'

/** What stands in `views/standalone/form-in-backup.eta`: a form as it was when a backup was made. */
export interface FormInBackupPage {
  title: string
  facts: { label: string; value: string }[]
  /** The draft, and every submission. */
  states: { heading: string; answers: AnswerRows[]; reasons: { label: string; text: string }[] }[]
}
