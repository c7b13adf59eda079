/** What somebody of the staff did. */
export interface LogEntry {
  at: string
  who: string
  what: string
  details: { label: string; value: string }[]
}
