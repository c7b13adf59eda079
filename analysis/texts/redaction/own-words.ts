import { beginsSentence, surroundings } from './surroundings.ts'
import { Vocabulary } from './vocabulary.ts'
import { isCapitalised, wordsOf } from './words.ts'

/** A text and the unit that it is from. */
export interface UnitText {
  unit: string
  text: string
}

const shortest = 3
/** Places end so; where such a word begins a sentence, its capital letter says something all the same. */
const placeEnding = /(?:ingen|hausen|hofen|stetten|weiler|bronn|felden|heim|bach)$/

/**
 * Capitalised words that occur in the texts of one unit only and are no ordinary ones: Ortsteile, Träger, persons. Folded. What
 * other units write, and what anybody writes in small letters, is ordinary.
 */
export function ownWords(texts: Iterable<UnitText>): ReadonlySet<string> {
  const units = new Map<string, string>()
  const shared = new Set<string>()
  const small = new Set<string>()
  for (const { unit, text } of texts) {
    const around = surroundings(text, wordsOf(text))
    for (const [at, word] of around.words.entries()) {
      if (!isCapitalised(word.text)) small.add(word.folded)
      else if (word.folded.length >= shortest && (placeEnding.test(word.folded) || !beginsSentence(around, at))) {
        const known = units.get(word.folded)
        if (known === undefined) units.set(word.folded, unit)
        else if (known !== unit) shared.add(word.folded)
      }
    }
  }
  const vocabulary = new Vocabulary([...shared, ...small])
  return new Set([...units.keys()].filter((word) => !vocabulary.isOrdinary(word)))
}
