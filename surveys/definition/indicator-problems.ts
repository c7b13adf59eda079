import { closest } from 'fastest-levenshtein'
import type { Instrument } from '../compile/instrument.ts'
import type { Problem } from './problem.ts'

/** Indicators that a definition asks for and nobody has figures on Kommunen of: their place would stay empty for ever. */
export function indicatorProblems({ indicators }: Instrument, known: readonly string[]): Problem[] {
  return indicators
    .filter(({ code }) => !known.includes(code))
    .flatMap(({ code, places }) =>
      places.map((path) => ({
        path,
        message:
          `Einen Indikator „${code}“ mit Zahlen zu Kommunen kennt der Katalog nicht. ` +
          `Meinen Sie „${closest(code, known)}“? Es gibt: ${known.join(', ')}.`,
      })),
    )
}
