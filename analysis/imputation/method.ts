/** How a value that was not given is put in, in the order in which it is tried. */
export const methods = ['deduktiv', 'vorwelle', 'verhaeltnis'] as const

export type Method = (typeof methods)[number]

export const methodLabels: Readonly<Record<Method, string>> = {
  deduktiv: 'folgt aus den übrigen Angaben',
  vorwelle: 'letzte Welle, fortgeschrieben mit der Veränderung der Gruppe',
  verhaeltnis: 'im Verhältnis zu den Einwohnern der Gruppe',
}

/** The methods in the order in which they are tried, in a line beside figures. */
export const methodsInWords = (some: readonly Method[]): string =>
  some.map((method) => methodLabels[method]).join('; sonst ')

/** A value that nobody gave, with how it came about. */
export interface Imputed {
  value: number
  origin: Origin
}

export type Origin =
  /** It follows from other answers of the same unit: their names. */
  | { method: 'deduktiv'; from: readonly string[] }
  /** A number of the unit times a factor: that of its group, or of all ('') where its group has too few. */
  | { method: 'vorwelle' | 'verhaeltnis'; of: number; factor: number; group: string; units: number }
