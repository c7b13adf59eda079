const singulars = { Personen: 'Person', Stellen: 'Stelle' }

/** A sentence whose numbers were filled in: `1 Personen` becomes `1 Person`. */
export function inNumber(sentence: string): string {
  return sentence.replace(
    /(?<![\d.,])1 (Personen|Stellen)\b/g,
    (_, many: keyof typeof singulars) => `1 ${singulars[many]}`,
  )
}
