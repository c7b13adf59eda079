import type { DescribedColumn } from './described-column.ts'

/**
 * Which value a figure or a file uses where what was given and what is used differ. A correction of the office stands beside
 * what was given and never in its place, so that both can be read of every state of the data.
 */
export const valuesUsed = {
  amended: { code: 'korrigiert', label: 'mit den Korrekturen des Feldbüros', fileMark: '' },
  collected: { code: 'erhoben', label: 'wie angegeben, ohne Korrekturen', fileMark: '-erhoben' },
} as const

export type ValuesUsed = keyof typeof valuesUsed

/** What counts where nobody says which. */
export const defaultValues: ValuesUsed = 'amended'

export const allValuesUsed = Object.keys(valuesUsed) as ValuesUsed[]

export const isValuesUsed = (name: string): name is ValuesUsed => Object.hasOwn(valuesUsed, name)

/** Those that addresses and files call so. */
export const valuesCalled = (code: string): ValuesUsed | undefined =>
  allValuesUsed.find((one) => valuesUsed[one].code === code)

/** In a line beside figures. */
export const valuesWords = (values: ValuesUsed): string => `${valuesUsed[values].code}, ${valuesUsed[values].label}`

/** What the file with the answers of a wave or a panel is called: files of both kinds lie beside each other. */
export const answersFile = (name: string, values: ValuesUsed): string => `${name}${valuesUsed[values].fileMark}`

/** Which values a file holds, the same in every row: the last column of answers. */
export const valuesColumn = {
  name: 'werte',
  label: 'Welche Werte die Datei enthält',
  type: 'code',
  values: allValuesUsed.map((one) => ({ code: valuesUsed[one].code, label: valuesUsed[one].label })),
} as const satisfies DescribedColumn
