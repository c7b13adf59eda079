/** The columns of a file of amendments, with the names under which each is known; a page and a command ask for the same. */
export const amendmentColumns = {
  unit: ['einheit', 'gkz', 'im_nummer'],
  field: ['variable', 'feld'],
  was: ['alt'],
  became: ['neu'],
  reason: ['grund'],
  source: ['quelle'],
  note: ['bemerkung'],
} as const

export type AmendmentColumn = keyof typeof amendmentColumns

export const amendmentColumnNames = Object.keys(amendmentColumns) as AmendmentColumn[]

/** What a column is called where it is not said otherwise. */
export const columnName = (column: AmendmentColumn): string => amendmentColumns[column][0]

/** All that is expected, as people are told. */
export const columnWords = amendmentColumnNames.map(columnName).join(', ')
