/** The columns of a coded table, with the names under which each is known. */
export const codedColumns = {
  source: ['frage'],
  group: ['gruppe'],
  category: ['kategorie'],
  subcategory: ['unterkategorie'],
  excerpt: ['auszug'],
  marks: ['markierung', 'markierungen'],
  text: ['text', 'textnummer'],
  unit: ['einheit', 'gkz', 'im_nummer'],
  coder: ['kodiert_von', 'kodiert von'],
} as const

export type CodedColumn = keyof typeof codedColumns

export const codedColumnNames = Object.keys(codedColumns) as CodedColumn[]

/** Without these nothing can be said. */
export const neededColumns: readonly CodedColumn[] = ['source', 'category', 'excerpt', 'marks']

export const columnName = (column: CodedColumn): string => codedColumns[column][0]

/** What a row can be marked with. Only what is both stands in the annex. */
export const marks = { auswahl: 'chosen', freigegeben: 'released' } as const

export type Mark = (typeof marks)[keyof typeof marks]

/** Where each column stands, by the cells of the first line. */
export function placesIn(head: readonly string[]): Partial<Record<CodedColumn, number>> {
  const plain = head.map((text) => text.trim().toLowerCase())
  const placeOf = (column: CodedColumn) => {
    const known: readonly string[] = codedColumns[column]
    return plain.findIndex((text) => known.includes(text))
  }
  return Object.fromEntries(codedColumnNames.map((column) => [column, placeOf(column)]).filter(([, at]) => at !== -1))
}
