/** The two columns of a form's file that are read. */
export const entryColumn = 'Ihre Angabe'
export const fieldColumn = 'Feld'

const behind = (last: string) => [entryColumn, 'Was eingetragen werden kann', last, fieldColumn]

/** The columns of a sheet, where fields stand below their questions, and those of the list, where each row has all. */
export const sheetHeadings = (last: string): string[] => ['Nr.', 'Frage und Angabe', ...behind(last)]
export const csvHeadings = (last: string): string[] => ['Abschnitt', 'Nr.', 'Frage', 'Angabe', ...behind(last)]

/** What stands in the column of the field where a row is none. No variable has a dot in its name. */
export const keyMark = '.datei'
export const sumMark = '.summe'
