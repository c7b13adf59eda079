/**
 * A file of persons such as the Bewilligungsstelle had on 15 March 2018: 416 in 44 Kreise, 247 with the qualification of letter a, 104 of b,
 * 59 of c, and 6 that were being settled (Landtag, answer of 4 April 2018). In which Kreis which of them worked nobody printed; they are
 * dealt out in turn.
 */
export const printed = { persons: 416, a: 247, b: 104, c: 59, ungeklaert: 6 } as const
export const printedShares = { a: 59.4, b: 25.0, c: 14.2, ungeklaert: 1.4 } as const

const kinds = ['a', 'b', 'c', 'ungeklaert'] as const

/** The answers in the order in which the persons stand in the file. */
export const answersOf2018 = kinds.flatMap((kind) => Array.from({ length: printed[kind] }, () => kind))

/** The persons, with the Landkreis that each works for: `kreise` in turn. */
export function personsOf2018(kreise: readonly string[]) {
  const running = new Map<string, number>()
  return answersOf2018.map((answer, index) => {
    const kreis = kreise[index % kreise.length] ?? ''
    const number = (running.get(kreis) ?? 0) + 1
    running.set(kreis, number)
    return { im_nummer: `${kreis}000-${String(number).padStart(3, '0')}`, empfaenger: `${kreis}000`, answer }
  })
}
