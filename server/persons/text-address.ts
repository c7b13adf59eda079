/** Where a text stands: it can be erased by this, and this says nothing of what it was. */
export interface TextAddress {
  table: string
  column: string
  /** What names the row. */
  key: Record<string, string>
  participantId: number
  field: string
}
