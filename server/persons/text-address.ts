/** Where a text stands: it can be erased by this, and this says nothing of what it was. */
export interface TextAddress {
  table: string
  column: string
  /** What names the row. */
  key: Record<string, string>
  /** Of a form; null where the text is of the office. */
  participantId: number | null
  /** Of a form; else the column, or the way to it in JSON. */
  field: string
}
